import { afterEach, beforeAll, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { route, routeOf } from '../../../console/router.ts'
import { usualGuard } from '../../../shared/guard.ts'
import { fetchNow } from '../../../shared/ui/later.ts'
import { warningLater } from '../../../shared/ui/useGuard.tsx'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, accepted, aTimeline, closeConsoles } from '../a-console.tsx'
import { ada, hers, network } from '../a-desk.ts'

beforeAll(() => fetchNow(warningLater))
afterEach(() => {
  cleanup()
  closeConsoles()
})

const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
const alma = { id: ada, name: 'Alma Admin', role: 'administrator' as const, teams: [network], standing }
const card = '4111 1111 1111 1111'
const mask = '••••••••'

async function aChat() {
  const mine = hers()
  const begun = await aConsole({ mine: [mine] }, { [mine.id]: aTimeline(mine, accepted) }, `#/chats/${mine.id}`)
  const area = (await screen.findByRole('textbox', { name: /^Reply to/ })) as HTMLTextAreaElement
  const sends = (text: string) => {
    fireEvent.input(area, { target: { value: text } })
    fireEvent.keyDown(area, { key: 'Enter' })
  }
  return { ...begun, area, sends }
}

const warning = async () => within(await screen.findByRole('alertdialog', { name: 'Before this is sent' }))

test('what looks secret is not sent before Ada has said how, and what she writes meanwhile begins anew', async () => {
  const { did, area, sends } = await aChat()
  sends(`The number is ${card}`)
  const said = await warning()
  expect(said.getByRole('alert').textContent).toContain('This looks like a card number.')
  expect(document.activeElement?.textContent).toBe('Mask it and send')
  expect([did(), area.value]).toEqual([[], `The number is ${card}`])
  fireEvent.keyDown(document.activeElement ?? area, { key: 'Escape' })
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(document.activeElement).toBe(area)

  sends(`The number is ${card}`)
  fireEvent.click((await warning()).getByRole('button', { name: 'Mask it and send' }))
  await until(() => did().length === 1)
  expect(did()[0]).toEqual({ kind: 'say', text: `The number is ${mask}` })
  expect(area.value).toBe('')

  sends(`Order ${card}`)
  fireEvent.click((await warning()).getByRole('button', { name: 'It is not secret, send it' }))
  await until(() => did().length === 2)
  expect(did()[1]).toEqual({ kind: 'say', text: `Order ${card}`, asIs: true })
  sends(`Once more ${card}`)
  await warning()
  fireEvent.input(area, { target: { value: 'Once more' } })
  expect(screen.queryByRole('alertdialog')).toBeNull()
})

test('an agent who asks for a password is told, and may go on', async () => {
  const { did, sends } = await aChat()
  sends('What is your password?')
  const said = await warning()
  expect(said.getByRole('alert').textContent).toContain('You are asking for a password.')
  expect(said.queryByRole('button', { name: 'Mask it and send' })).toBeNull()
  fireEvent.click(said.getByRole('button', { name: 'I am not asking for it, send it' }))
  await until(() => did().length === 1)
  expect(did()[0]).toEqual({ kind: 'say', text: 'What is your password?' })
})

test('drafts leave the browser with masks', async () => {
  const { line, area } = await aChat()
  fireEvent.input(area, { target: { value: `It is ${card}` } })
  fireEvent.focusOut(area)
  await until(() => line.askedFor('drafts:keep').length > 0)
  expect(line.askedFor('drafts:keep').map(({ text }) => text)).toEqual([`It is ${mask}`])
  expect(area.value).toBe(`It is ${card}`)
})

test('an administrator names what is secret here, tries it out, and sees how often it came', async () => {
  const { line } = await aConsole({ me: alma }, {}, '#/nowhere')
  line.answering['guard:read'] = () => ({ rules: usualGuard, version: 0 })
  line.answering['guard:save'] = ({ rules }) => ({ rules, version: 1 })
  line.answering['guard:counts'] = () => ({
    counts: [
      { day: '2026-11-22', kind: 'password', how: 'masked', times: 2 },
      { day: '2026-11-21', kind: 'password', how: 'masked', times: 3 },
    ],
  })
  route.value = routeOf('#/settings/guard')
  const own = await screen.findByLabelText('Patterns of this desk')
  expect((await screen.findByRole('row', { name: /a password/ })).textContent).toBe('a password50')
  fireEvent.input(own, { target: { value: 'Staff number: P-######' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('This is no pattern: Staff number: P-######')).toBeTruthy()
  fireEvent.input(own, { target: { value: 'Staff number = P-######' } })
  fireEvent.input(screen.getByLabelText('Try it out'), { target: { value: 'I am P-004711' } })
  await screen.findByText(`Found: Staff number. Masked it is: I am ${mask}`)
  fireEvent.click(screen.getByLabelText('a card number'))
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(line.askedFor('guard:save')).toEqual([
      { version: 0, rules: { off: ['card'], own: [{ name: 'Staff number', pattern: 'P-######' }], insist: true } },
    ]),
  )
})
