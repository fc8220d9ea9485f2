import type { Conversation } from '../../shared/conversation.ts'
import { nextDue, type ShownTarget } from '../../shared/target.ts'
import { type Cell, type Columns, given } from './given.ts'
import type { Statements } from './volley.ts'

const columns: Columns = { id: 'uuid', due: 'timestamptz', near: 'timestamptz', missed: 'boolean', targets: 'jsonb' }

/** Writes beside the tickets of these conversations by when they are due: lists are ordered by it, and their words stay as they are. */
export function writeTargets(
  statements: Pick<Statements, 'query'>,
  changed: readonly Conversation[],
  targetsOf: (one: Conversation) => ShownTarget[],
) {
  const rows = changed.map((conversation) => rowOf(conversation.id, targetsOf(conversation)))
  const tickets = given('new', columns, rows)
  return statements.query({
    name: `write-targets-${tickets.shape}`,
    text: `update tickets set target_due = new.due, target_near = new.near, target_missed = new.missed, targets = new.targets
      from ${tickets.from} where conversation_id = new.id`,
    values: tickets.values,
  })
}

function rowOf(id: string, shown: readonly ShownTarget[]): Cell[] {
  const first = nextDue(shown)
  const missed = shown.some((one) => one.missed !== null)
  return [id, first?.due ?? null, first?.near ?? first?.due ?? null, missed, shown.length > 0 ? [...shown] : null]
}
