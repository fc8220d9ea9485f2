import type { Conversation } from '../../shared/conversation.ts'
import type { Step } from '../desk/ports.ts'
import type { Statements } from './volley.ts'

/**
 * The conversations that these steps name beside their own, as they are now. On most of them nothing is decided but who may see them;
 * two that are merged into each other in the same moment would both be closed, so that mergers come one after the other.
 */
export async function readOthers(statements: Statements, steps: Step[]): Promise<Map<string, Conversation>> {
  const ids = steps.flatMap(({ act }) => otherOf(act) ?? [])
  if (ids.length === 0) return new Map()
  if (steps.some(({ act }) => act.kind === 'merge')) await statements.query({ text: "select pg_advisory_xact_lock(hashtext('merging'))" })
  const { rows } = await statements.query<{ state: Conversation }>({
    text: 'select state from conversations where id = any($1::uuid[])',
    values: [ids],
  })
  return new Map(rows.map(({ state }) => [state.id, state]))
}

/** The one that an act names beside its own. */
export function otherOf(act: Step['act']): string | undefined {
  if (act.kind === 'merge') return act.into
  if (act.kind === 'link') return act.to
  return 'duplicateOf' in act ? act.duplicateOf : undefined
}
