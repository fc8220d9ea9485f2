import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { hers } from '../a-desk.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const long = 'The laptop shows a blue screen whenever it is docked, and the monitor on the left stays dark with either cable'

test('a long subject is whole, takes no line breaks, is kept with Enter, and never lost to an empty one', async () => {
  const chat = hers({ subject: long })
  const { line } = await aConsole({ mine: [chat] }, {}, `#/chats/${chat.id}`)
  const acts = () => line.askedFor('conversation:act').map(({ act }) => act)
  line.answering['conversation:act'] = () => ({ left: [] })
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Subject')
  expect(field.tagName).toBe('TEXTAREA')

  fireEvent.input(field, { target: { value: 'Blue screen\r\n  at the dock' } })
  expect(field.value).toBe('Blue screen at the dock')
  fireEvent.keyDown(field, { key: 'Enter' })
  await until(() => acts().length === 1)
  expect(acts()).toMatchObject([{ kind: 'classify', subject: 'Blue screen at the dock' }])

  fireEvent.input(field, { target: { value: '  ' } })
  fireEvent.blur(field)
  expect(acts()).toHaveLength(1)
  expect(field.value).not.toBe('')
})

test('what a chat needs is kept as it is written, once, and what is none is said at its field', async () => {
  const chat = hers()
  const { line } = await aConsole({ mine: [chat] }, {}, `#/chats/${chat.id}`)
  const acts = () => line.askedFor('conversation:act').map(({ act }) => act)
  line.answering['conversation:act'] = () => ({ left: [] })
  const field = await screen.findByLabelText('Needs skills')

  fireEvent.input(field, { target: { value: 'SAP 9' } })
  fireEvent.blur(field)
  expect(screen.getByText(/^Each skill once, with a level from 1 to 5/)).toBeTruthy()
  expect(acts()).toEqual([])
  fireEvent.input(field, { target: { value: 'SAP 3, Printers' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  fireEvent.blur(field)
  await until(() => acts().length > 0)
  expect(acts()).toEqual([
    {
      kind: 'classify',
      needs: [
        { skill: 'SAP', level: 3, required: true },
        { skill: 'Printers', level: 3, required: true },
      ],
    },
  ])
})
