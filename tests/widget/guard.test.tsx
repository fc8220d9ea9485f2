import { afterEach, beforeAll, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { fetchNow } from '../../shared/ui/later.ts'
import { warningLater } from '../../shared/ui/useGuard.tsx'
import { until } from '../shared/client/a-line.ts'
import { leaveAll } from './a-visit.ts'
import { ritaChats, ritaIsKnown } from './rita.tsx'

beforeAll(() => fetchNow(warningLater))
afterEach(() => {
  cleanup()
  leaveAll()
})

const warning = async () => within(await screen.findByRole('alertdialog', { name: 'Before this is sent' }))

test('Rita is told before her first request holds a password, and masks it', async () => {
  const { desk, visit } = await ritaIsKnown()
  await until(() => visit.guard.value !== null && visit.talk.value !== null)
  await screen.findByText('3 people are here · about 2 to 5 min')
  const area = screen.getByLabelText('What happened?')
  fireEvent.input(area, { target: { value: 'Mail is off, my password is hunter2' } })
  fireEvent.click(screen.getByRole('button', { name: 'Chat with the help desk' }))
  const said = await warning()
  expect(said.getByRole('alert').textContent).toContain('This looks like a password.')
  fireEvent.click(said.getByRole('button', { name: 'Change the text' }))
  expect(document.activeElement).toBe(area)
  expect(desk.entries).toEqual([])

  fireEvent.click(screen.getByRole('button', { name: 'Chat with the help desk' }))
  fireEvent.click((await warning()).getByRole('button', { name: 'Mask it and send' }))
  await screen.findByText('Your request has the number INC-000012.')
  expect(desk.line.askedFor('conversation:act')[0]?.act).toMatchObject({ kind: 'open', text: 'Mail is off, my password is ••••••••' })
})

test('in a chat she may say that it is none', async () => {
  const { desk } = await ritaChats()
  const area = screen.getByRole('textbox')
  fireEvent.input(area, { target: { value: 'Order 4111111111111111' } })
  fireEvent.keyDown(area, { key: 'Enter' })
  fireEvent.click((await warning()).getByRole('button', { name: 'It is not secret, send it' }))
  await until(() => desk.line.askedFor('conversation:act').at(-1)?.act.kind === 'say')
  expect(desk.line.askedFor('conversation:act').at(-1)?.act).toEqual({ kind: 'say', text: 'Order 4111111111111111', asIs: true })
})
