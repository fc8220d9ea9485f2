import type { Conversation } from '../../shared/conversation.ts'
import type { Step } from '../desk/ports.ts'
import type { Statements } from './volley.ts'

/** The conversations that these steps name beside their own, as they are now. Nothing is decided on them but who may see them. */
export async function readOthers(statements: Statements, steps: Step[]): Promise<Map<string, Conversation>> {
  const ids = steps.flatMap(({ act }) => otherOf(act) ?? [])
  if (ids.length === 0) return new Map()
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
