import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import type { TicketRow } from '../../../shared/protocol/ticket-list.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, ago, aSummary, network, rita } from '../a-desk.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const aRow = (number: number, subject: string): TicketRow => ({
  conversation: aSummary().id,
  number,
  label: `INC-${String(number).padStart(6, '0')}`,
  subject: [{ text: subject, hit: false }],
  snippet: [
    { text: 'it says ', hit: false },
    { text: 'timed out', hit: true },
  ],
  requester: { id: rita, name: 'Rita Roth', verified: false },
  team: { id: network, name: 'Network' },
  communicationOwner: { id: ada, name: 'Ada Abel' },
  workOwner: null,
  category: null,
  categoryId: null,
  impact: 'medium',
  urgency: 'high',
  code: null,
  running: true,
  priority: 2,
  status: 'in-progress',
  channel: 'chat',
  openedAt: ago(600),
  changedAt: ago(300),
})

async function theList() {
  const console = await aConsole({}, {}, '#/nowhere')
  console.line.answering['ticket:list'] = ({ after }) =>
    after
      ? { rows: [aRow(2, 'An older one')], next: null, total: null }
      : { rows: [aRow(3, 'VPN is down')], next: 'further', total: { count: 2, more: false } }
  const { route } = await import('../../../console/router.ts')
  route.value = { at: 'tickets' }
  await screen.findByText('VPN is down')
  return console
}

test('the list shows what is open, with what was found, and goes on page by page', async () => {
  const { line } = await theList()

  expect(screen.getByText('2 tickets')).toBeTruthy()
  expect(screen.getByText('timed out').tagName).toBe('MARK')
  expect(screen.getByText('Unverified')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }))

  await screen.findByText('An older one')
  expect(screen.getByText('VPN is down')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
  expect(line.askedFor('ticket:list')).toMatchObject([{ filters: { status: ['new', 'in-progress', 'on-hold'] } }, { after: 'further' }])
})

test('filters narrow the list, and begin it anew', async () => {
  const { line } = await theList()

  fireEvent.click(screen.getByRole('button', { name: 'Mine' }))
  fireEvent.change(screen.getByLabelText('Priority'), { target: { value: '1' } })
  fireEvent.change(screen.getByLabelText('Team'), { target: { value: network } })
  await until(() => line.askedFor('ticket:list').length === 4)

  const last = line.askedFor('ticket:list').at(-1)
  expect(last).toMatchObject({ filters: { owner: 'me', priority: [1], team: network }, after: null })
})

test('a search looks through all tickets, the closed ones too', async () => {
  const { line } = await theList()

  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'timed out' } })
  fireEvent.submit(screen.getByRole('searchbox').closest('form') as HTMLFormElement)
  await until(() => line.askedFor('ticket:list').length === 2)

  expect(line.askedFor('ticket:list').at(-1)).toEqual({ filters: {}, words: 'timed out', after: null })
})
