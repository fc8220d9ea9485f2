import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { route } from '../../../console/router.ts'
import type { TicketView } from '../../../shared/protocol/ticket.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, accepted, aTimeline, closeConsoles, snapshotOf } from '../a-console.tsx'
import { ada, hers } from '../a-desk.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const sheet = () => document.querySelector('.print-sheet')

test('a ticket on paper is whole and nothing else, with its notes only if that is wanted', async () => {
  const mine = hers()
  const answers = [{ field: 'room', label: 'Room', text: '4.12' }]
  const said = aTimeline(
    mine,
    accepted,
    [ada, { kind: 'said', body: { text: 'Restart it, please' } }],
    [ada, { kind: 'noted', body: { text: 'Old driver again' } }],
  )
  const entries = said.map((entry) => (entry.kind === 'opened' && entry.body ? { ...entry, body: { ...entry.body, answers } } : entry))
  const { state, requester } = snapshotOf(mine, entries)
  const view: TicketView = {
    ticket: state.ticket,
    conversation: state,
    requester: { ...requester, verified: true },
    team: { id: mine.team, name: 'Network' },
    names: [{ id: ada, name: 'Ada Abel' }],
    logged: null,
    duplicates: [],
    duplicateOf: null,
    related: [],
    mergedInto: null,
  }
  const { line } = await aConsole({ mine: [mine] }, { [mine.id]: entries }, '#/nowhere')
  line.answering['ticket:read'] = () => view
  line.answering['conversation:page'] = () => ({ entries, more: false })
  // jsdom has no printer.
  let papers = 0
  Object.assign(globalThis, { print: () => ++papers })
  route.value = { at: 'ticket', number: mine.number }

  const prints = async (withNotes: boolean) => {
    fireEvent.click(await screen.findByRole('button', { name: /Export or print/ }))
    const dialog = within(screen.getByRole('dialog'))
    if (withNotes) fireEvent.click(dialog.getByLabelText('With internal notes'))
    fireEvent.submit(document.querySelector('form.take-along') as HTMLFormElement)
    const before = papers
    await until(() => papers > before)
    return sheet()?.textContent ?? ''
  }
  const plain = await prints(false)
  expect(plain).toContain('Restart it, please')
  expect(plain).toContain('Room4.12')
  expect(plain).not.toContain('Old driver again')
  fireEvent(window, new Event('afterprint'))
  await until(() => sheet() === null)
  expect(await prints(true)).toContain('Old driver again')
})
