import { randomUUID } from 'node:crypto'
import type { Snapshot } from '../../../shared/protocol/conversation.ts'
import type { Reply } from '../../../shared/refusal.ts'
import { type Dialect, must, type Part, type Player } from './cast.ts'
import { connectTo } from './connection.ts'
import { createLatencies, type Spread } from './latencies.ts'

export interface Started {
  begun: number
  lost: number
  /** Until the visitor knew that he was waiting or had somebody. */
  ready: Spread
  /** Until an agent's client had it. */
  shown: Spread
}

/** Hears which conversation an agent's client got. */
export type Shown = (conversation: string, agent: Player) => void

/** New visitors come from nothing at a rate and open a chat each; agents finish as soon as they have it. */
export async function start(
  dialect: Dialect,
  portFor: (place: number) => number,
  visitors: Part[],
  rate: number,
  listen: (shown: Shown | null) => void,
): Promise<Started> {
  const [ready, shown] = [createLatencies(visitors.length), createLatencies(visitors.length)]
  const due = new Map<string, number>()
  const gone: Promise<void>[] = []
  const begin = performance.now() + 20
  let [readyCount, shownCount] = [0, 0]

  listen((conversation, agent) => {
    const from = due.get(conversation)
    if (from === undefined) return
    due.delete(conversation)
    shownCount++
    shown.add(performance.now() - from)
    void finish(dialect, agent, conversation)
  })

  const come = async (visitor: Part, number: number) => {
    const from = begin + (number * 1000) / rate
    const [conversation = randomUUID()] = visitor.conversations
    due.set(conversation, from)
    const connection = await connectTo({ ...visitor, port: portFor(number), onEvent: () => {}, onAnswer: () => {} })
    await openChat(dialect, connection, conversation)
    readyCount++
    ready.add(performance.now() - from)
    await new Promise((resolve) => setTimeout(resolve, 500))
    connection.close()
  }

  for (const [number, visitor] of visitors.entries()) {
    const wait = begin + (number * 1000) / rate - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    gone.push(come(visitor, number).catch(() => undefined))
  }
  await Promise.all(gone)
  for (let tries = 0; shownCount < visitors.length && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 50))
  listen(null)
  return { begun: visitors.length, lost: visitors.length - Math.min(readyCount, shownCount), ready: ready.spread(), shown: shown.spread() }
}

/** Opens a chat and resolves when the visitor knows where he stands. */
async function openChat(dialect: Dialect, connection: Player['connection'], conversation: string) {
  const text = 'The screen stays black after I open the lid, and the light beside the power key keeps blinking in orange.'
  if (dialect === 'reference') {
    await connection.ask('start', { conversation, text })
    return
  }
  must(
    await connection.ask<Reply<unknown>>('conversation:act', {
      conversation,
      id: conversation,
      act: { kind: 'open', topic: null, text, entrance: 'line' },
    }),
  )
  must(await connection.ask<Reply<Snapshot>>('conversation:open', { conversation }))
}

/** The agent accepts and ends at once, so that there is always somebody free. */
async function finish(dialect: Dialect, { connection }: Player, conversation: string) {
  if (dialect === 'reference') return connection.ask('finish', { conversation })
  await connection.ask('conversation:act', { conversation, id: randomUUID(), act: { kind: 'take' } })
  await connection.ask('conversation:act', { conversation, id: randomUUID(), act: { kind: 'end' } })
}

const shownMarks = { desk: '"offer:made"', reference: '"shown"' }

/** The conversation that these bytes show to an agent, if they do. */
export function shownIn(dialect: Dialect, data: Buffer, from: number, to: number): string | null {
  const packet = data.toString('latin1', from + 2, to)
  if (!packet.startsWith(`[${shownMarks[dialect]}`)) return null
  const [, news] = JSON.parse(packet) as [string, { conversation: string | { id: string } }]
  return typeof news.conversation === 'string' ? news.conversation : news.conversation.id
}
