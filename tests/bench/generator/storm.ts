import { randomUUID } from 'node:crypto'
import type { Snapshot } from '../../../shared/protocol/conversation.ts'
import type { Reply } from '../../../shared/refusal.ts'
import { type Dialect, forAll, must, type Player } from './cast.ts'
import { connectTo } from './connection.ts'
import { createLatencies, type Spread } from './latencies.ts'

export interface Storm {
  gone: number
  /** Milliseconds from the first that came back until the last was there, and until the last had what was said meanwhile. */
  back: number
  complete: number
  /** Lines that somebody did not have in the end. */
  missed: number
  /** How long one took, from his own first byte. */
  each: Spread
}

/** How many lines of each conversation its visitor had already. */
const known = new Map<string, number>()

/** As many handshakes as are under way at a time. */
const atOnce = 256

/**
 * All visitors are cut off in one moment. A line is said to each meanwhile; then all come back at once, without a pause of
 * their own choice, and ask for what they missed.
 */
export async function storm(dialect: Dialect, players: Player[]): Promise<Storm> {
  const visitors = players.filter(({ side }) => side === 'requester')
  for (const { connection } of visitors) connection.close()
  await rest(1_000)
  const lines = new Map(visitors.map(({ conversations }) => [conversations[0] ?? '', randomUUID()]))
  const agents = players.filter(({ side }) => side === 'agent')
  await forAll(agents, 20, async (agent) => {
    for (const conversation of agent.conversations) await say(dialect, agent, conversation, lines.get(conversation) ?? '')
  })
  await rest(1_000)

  const each = createLatencies(visitors.length)
  const begun = performance.now()
  let [back, complete, missed] = [0, 0, 0]
  await forAll(visitors, atOnce, async (visitor) => {
    const from = performance.now()
    const nothing = () => {}
    visitor.connection = await connectTo({ ...visitor, onEvent: nothing, onAnswer: nothing })
    back = performance.now() - begun
    const [conversation = ''] = visitor.conversations
    const has = await catchesUp(dialect, visitor, conversation)
    if (!has.includes(lines.get(conversation) ?? '')) missed++
    complete = performance.now() - begun
    each.add(performance.now() - from)
  })
  return { gone: visitors.length, back, complete, missed, each: each.spread() }
}

async function say(dialect: Dialect, { connection }: Player, conversation: string, text: string) {
  if (dialect === 'reference') return connection.ask('say', { conversation, id: randomUUID(), text })
  const act = { kind: 'say', text }
  return must(await connection.ask<Reply<unknown>>('conversation:act', { conversation, id: randomUUID(), act }))
}

/** Everything that comes back when he asks where his conversation stands. */
async function catchesUp(dialect: Dialect, { connection }: Player, conversation: string): Promise<string> {
  if (dialect === 'reference') {
    const number = known.get(conversation) ?? 0
    const lines = await connection.ask<object[]>('since', { conversation, number })
    known.set(conversation, number + lines.length)
    return JSON.stringify(lines)
  }
  return JSON.stringify(must(await connection.ask<Reply<Snapshot>>('conversation:open', { conversation })).entries)
}

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
