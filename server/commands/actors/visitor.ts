import { randomUUID } from 'node:crypto'
import type { FrontDesk } from '../../../shared/protocol/visit.ts'
import type { Act } from '../../../shared/protocol.ts'
import { Refused } from '../../../shared/refusal.ts'
import { comesIn, type Person, post } from './person.ts'

/** A requester with a visit. */
export interface Visitor extends Person {
  /** Opens a conversation, and returns its id. */
  asks(text: string, how?: { topic?: string | null; entrance?: 'line' | 'message' }): Promise<string>
}

/** Who somebody says he is, or what a site that vouches for him signed. */
export type Introduction = { name: string; email: string } | { identity: string }

/** Comes to the widget of the desk at this address. */
export async function visitor(url: string, introduction: Introduction): Promise<Visitor> {
  const { token, who } = (await (await post(url, '/api/visit', introduction)).json()) as {
    token: string
    who: { id: string; name: string }
  }
  const person = await comesIn(url, { as: 'requester', visit: token }, { id: who.id, name: who.name })
  return {
    ...person,
    async asks(text, { topic = null, entrance = 'line' } = {}) {
      const conversation = randomUUID()
      const opens = (answers?: Answered) =>
        person.does(conversation, { kind: 'open', topic, text, entrance, ...(answers && { answers }) }, conversation)
      await opens().catch(async (error: unknown) => {
        if (!(error instanceof Refused && error.code === 'answers-needed')) throw error
        await opens(await someAnswers(url))
      })
      return conversation
    },
  }
}

type Answered = NonNullable<Extract<Act, { kind: 'open' }>['answers']>

/** To whatever this desk must know before somebody begins. */
async function someAnswers(url: string): Promise<Answered> {
  const { look } = (await (await fetch(`${url}/api/reception`)).json()) as FrontDesk
  const needed = look.fields.filter(({ required }) => required)
  return needed.map(({ id, label, choices }) => ({ field: id, label, text: choices[0] ?? 'Any' }))
}
