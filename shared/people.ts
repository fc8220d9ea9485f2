/** Those who ask and those who help. Entries hold ids only; names travel in bodies, which can be erased. */

export type Role = 'agent' | 'supervisor' | 'administrator'

/** Someone who acts: a requester with a visit, an agent with a session, or the clock. */
export type Who = Requesting | Helping | Clock

export interface Requesting {
  kind: 'requester'
  id: string
  name: string
  email: string | null
  /** Whether a site's key vouched for name and e-mail; typed ones are unverified everywhere. */
  verified: boolean
  /** The desk must not keep him waiting. */
  vip?: boolean
}

export interface Helping {
  kind: 'agent'
  id: string
  name: string
  role: Role
  /** The teams this agent is a member of, by id. */
  teams: readonly string[]
}

export interface Clock {
  kind: 'clock'
  id: typeof clockId
}

/** What happens by itself is written down under this id. */
export const clockId = '00000000-0000-0000-0000-000000000000'

export const theClock: Clock = { kind: 'clock', id: clockId }

/** What an agent wishes; whether he is really there is another value. */
export type Wish = 'available' | 'away'

/** A name for an id, as shown beside messages. */
export interface Named {
  id: string
  name: string
}
