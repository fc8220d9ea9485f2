import { randomUUID } from 'node:crypto'
import type { AttachedFile } from '../../../shared/files.ts'
import type { Wish } from '../../../shared/people.ts'
import type { Me } from '../../../shared/protocol/accounts.ts'
import type { Left } from '../../../shared/protocol/conversation.ts'
import type { Ringing } from '../../../shared/protocol/line.ts'
import { comesIn, type Person, post } from './person.ts'

/** An agent who is signed in. */
export interface AgentActor extends Person {
  email: string
  wishes(wish: Wish): Promise<unknown>
  accepts(ringing: { offer: string; conversation: { id: string } }): Promise<Left>
  takes(conversation: string): Promise<Left>
  ends(conversation: string): Promise<Left>
  /** Resolves when something rings for this agent; `only` waits for one conversation. */
  isOffered(only?: string, withinMs?: number): Promise<Ringing>
  /** Sends a picture for a guide; null where this desk takes none. */
  draws(guide: string, name: string, picture: Buffer): Promise<AttachedFile | null>
  signsOut(): Promise<void>
}

/** Signs in at the console of the desk at this address. */
export async function agentAt(url: string, secrets: { email: string; password: string }): Promise<AgentActor> {
  return signedIn(url, await post(url, '/api/sign-in', secrets))
}

/** Comes in for the first time, with the token of a one-time link. */
export async function newAgentAt(url: string, chosen: { token: string; name: string; password: string }): Promise<AgentActor> {
  return signedIn(url, await post(url, '/api/invitation/accept', chosen))
}

async function signedIn(url: string, answer: Response): Promise<AgentActor> {
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
  const me = (await answer.json()) as Me
  const person = await comesIn(url, { as: 'agent' }, me, cookie)
  const offers = ringingFor(person)
  return {
    ...person,
    email: me.email,
    wishes: (wish) => person.ask('agent:wish', { wish }),
    accepts: ({ offer, conversation }) => person.does(conversation.id, { kind: 'accept', offer }),
    takes: (conversation) => person.does(conversation, { kind: 'take' }),
    ends: (conversation) => person.does(conversation, { kind: 'end' }),
    isOffered: offers.wait,
    async draws(guide, name, picture) {
      const answer = await fetch(new URL(`/api/guides/${guide}/pictures/${randomUUID()}`, url), {
        method: 'PUT',
        headers: { cookie, origin: new URL(url).origin, 'content-type': 'application/octet-stream', 'file-name': encodeURIComponent(name) },
        body: new Uint8Array(picture),
      })
      if (answer.status === 415) return null
      if (!answer.ok) throw new Error(`The picture ${name} was not taken: ${answer.status}`)
      return (await answer.json()) as AttachedFile
    },
    async signsOut() {
      person.leaves()
      await post(url, '/api/sign-out', {}, { cookie })
    },
  }
}

/** Remembers what rings, so that an offer which comes before anybody waits for it is not missed. */
function ringingFor(person: Person) {
  const ringing = new Map<string, Ringing>()
  const waiting = new Set<() => void>()
  person.hears('offer:made', (made) => {
    ringing.set(made.conversation.id, made)
    for (const look of waiting) look()
  })
  person.hears('offer:over', ({ conversation }) => void ringing.delete(conversation))

  return {
    wait: (only?: string, withinMs = 10_000) =>
      new Promise<Ringing>((resolve, reject) => {
        const late = setTimeout(() => done(() => reject(new Error(`Nothing rang for ${person.name}`))), withinMs)
        const look = () => {
          const found = only === undefined ? [...ringing.values()][0] : ringing.get(only)
          if (found) done(() => resolve(found))
        }
        const done = (settle: () => void) => {
          clearTimeout(late)
          waiting.delete(look)
          settle()
        }
        late.unref()
        waiting.add(look)
        look()
      }),
  }
}
