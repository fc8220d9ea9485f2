import type { TicketRow } from '../../shared/protocol/ticket-list.ts'
import { ada, ago, aSummary, network, rita } from './a-desk.ts'

/** A ticket of Rita's as lists show it. */
export const aRow = (number: number, subject: string, change: Partial<TicketRow> = {}): TicketRow => ({
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
  workTeam: null,
  promisedUntil: null,
  targets: [],
  incident: null,
  mergedInto: null,
  running: true,
  priority: 2,
  status: 'in-progress',
  channel: 'chat',
  openedAt: ago(600),
  changedAt: ago(300),
  ...change,
})
