import type { Reply } from '../../../shared/refusal.ts'
import { type Connection, connectTo } from './connection.ts'
import type { OnText } from './frames.ts'

/** Which server is spoken to: ours with its protocol, or a reference, which knows rooms only. */
export type Dialect = 'desk' | 'reference'

/** Somebody who takes part, and what lets him in. */
export interface Part {
  side: 'requester' | 'agent'
  headers: Record<string, string>
  auth: object
  conversations: string[]
}

/** Who comes to which of the processes. */
export interface Seated extends Part {
  port: number
}

export interface Player extends Seated {
  connection: Connection
}

type Hears = (player: Player) => { onEvent: OnText; onAnswer: (id: number, data: Buffer, from: number, to: number) => void }

/** Lets somebody in, and puts him into his conversations. The same again brings him back. */
export async function enter(dialect: Dialect, part: Seated, hears: Hears): Promise<Player> {
  const player = { ...part } as Player
  player.connection = await connectTo({ port: part.port, headers: part.headers, auth: part.auth, ...hears(player) })
  if (dialect === 'desk') for (const conversation of part.conversations) await follow(player, conversation)
  return player
}

/** Requesters open their conversation, agents take theirs; both then follow it. */
async function follow({ connection, side }: Player, conversation: string) {
  const act = side === 'agent' ? { kind: 'take' } : { kind: 'open', topic: null, text: 'My screen is black', entrance: 'message' }
  must(await connection.ask<Reply<unknown>>('conversation:act', { conversation, id: conversation, act }))
  must(await connection.ask<Reply<unknown>>('conversation:open', { conversation }))
}

/** What was answered, unless it was a refusal. */
export function must<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`Refused: ${reply.refusal}`)
  return reply.value
}

/** Does something for many, some at a time. */
export async function forAll<T, R>(all: readonly T[], atOnce: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  let next = 0
  const worker = async () => {
    while (next < all.length) {
      const place = next++
      done[place] = await work(all[place] as T)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return done
}
