import type { MergedFrom } from '../../shared/bonds.ts'
import type { Statements } from './volley.ts'

/**
 * The conversations that go on in these, over several mergers, the latest first, as many as are read together with it. Those of
 * another requester never come along.
 */
export async function readMerged(statements: Pick<Statements, 'query'>, ids: string[]): Promise<Map<string, MergedFrom[]>> {
  const { rows } = await statements.query<{ survivor: string; conversation: string; number: string }>({
    name: 'read-merged',
    text: `with recursive merged as (
        select merged_into as survivor, conversation_id, number, requester_id from tickets where merged_into = any($1::uuid[])
        union select survivor, tickets.conversation_id, tickets.number, tickets.requester_id
        from merged join tickets on tickets.merged_into = merged.conversation_id and tickets.requester_id = merged.requester_id)
      select survivor, merged.conversation_id as conversation, merged.number
      from merged join tickets as survivors on survivors.conversation_id = survivor and survivors.requester_id = merged.requester_id
      where merged.conversation_id <> survivor order by merged.number desc`,
    values: [ids],
  })
  const found = new Map<string, MergedFrom[]>()
  for (const { survivor, conversation, number } of rows) {
    const those = found.get(survivor) ?? []
    if (those.length < mostTogether) found.set(survivor, [...those, { conversation, number: Number(number) }])
  }
  return found
}

/** Each is alive beside the one that it goes on in. */
const mostTogether = 12
