import type { Conversation } from '../../shared/conversation.ts'
import type { Step } from '../desk/ports.ts'
import type { Statements } from './volley.ts'

/**
 * The conversations that these steps name beside their own, as they are now. On most of them nothing is decided but who may see them;
 * two that are merged into each other in the same moment would both be closed, so that mergers and links come one after the other.
 */
export async function readOthers(statements: Statements, steps: Step[]): Promise<Map<string, Conversation>> {
  const ids = steps.flatMap(({ act }) => otherOf(act) ?? [])
  if (ids.length === 0) return new Map()
  const linked = steps.flatMap(({ act }) => (act.kind === 'link' ? [act.to] : []))
  const isTying = linked.length > 0 || steps.some(({ act }) => act.kind === 'merge')
  if (isTying) await statements.query({ text: "select pg_advisory_xact_lock(hashtext('ties of tickets'))" })
  // Whatever stands above those that are linked to: nothing may come round to itself.
  const { rows } = await statements.query<{ state: Conversation }>({
    text: `with recursive above as (
        select unnest($2::uuid[]) as id
        union select up from above join tickets on conversation_id = above.id cross join lateral (values (parent_id), (problem_id)) as ups (up)
        where up is not null)
      select state from conversations where id = any($1::uuid[]) or id in (select id from above)`,
    values: [ids, linked],
  })
  return new Map(rows.map(({ state }) => [state.id, state]))
}

/** The one that an act names beside its own. */
export function otherOf(act: Step['act']): string | undefined {
  if (act.kind === 'merge') return act.into
  if (act.kind === 'link') return act.to
  return 'duplicateOf' in act ? act.duplicateOf : undefined
}
