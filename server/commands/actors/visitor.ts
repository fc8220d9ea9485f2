import { randomUUID } from 'node:crypto'
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
      await person.does(conversation, { kind: 'open', topic, text, entrance }, conversation)
      return conversation
    },
  }
}
