import { randomUUID } from 'node:crypto'
import type { Act, Left } from '../../shared/protocol/conversation.ts'
import type { Keyholder, Keyholders } from './keyholders.ts'
import { type LineTo, lineTo } from './line-to.ts'
import { until } from './until.ts'

/** Does something, and tries again as long as nobody knows what became of it. */
export const does = (line: LineTo, conversation: string, act: Act, id: string = randomUUID()): Promise<Left> =>
  line.answered(() => line.ask('conversation:act', { conversation, id, act }))

/** Somebody comes to the desk at this address and says that he takes chats. */
export async function isThere(url: string, agent: Keyholder): Promise<LineTo> {
  const line = lineTo(url, agent)
  await line.answered(() => line.ask('agent:wish', { wish: 'available' }))
  return line
}

/** Asks for help as soon as somebody is there, and returns the conversation. */
export async function asks(line: LineTo, topic: string, text = 'My screen is black'): Promise<string> {
  const conversation = randomUUID()
  const open: Act = { kind: 'open', topic, text, entrance: 'line' }
  let refusal: unknown
  const opened = () =>
    does(line, conversation, open, conversation).then(
      () => true,
      (error: unknown) => {
        refusal = error
        return false
      },
    )
  // Every process learns a little later that somebody is there.
  await until('somebody is there', opened).catch(() => Promise.reject(refusal))
  return conversation
}

/** The messages of a conversation as they were kept, in order. */
export async function saidIn(house: Pick<Keyholders, 'pool'>, conversation: string): Promise<{ seq: number; text: string; act: string }[]> {
  const { rows } = await house.pool.query(
    `select seq, body->>'text' as text, act from entries where conversation_id = $1 and kind = 'said' order by seq`,
    [conversation],
  )
  return rows
}
