import type { LookLanguage } from '../../shared/look.ts'
import type { Helping } from '../../shared/people.ts'
import type { Me } from '../../shared/protocol/accounts.ts'
import type { AuditRecord } from '../../shared/protocol/admin.ts'
import type { Member } from '../../shared/protocol/people.ts'
import type { Heard } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'

/** Who changes something, from where and when: what the audit log says of it. No agent: done on the server itself. */
export interface By {
  agent: Pick<Helping, 'id' | 'role'> | null
  request: string | null
  address: string | null
  at: Date
}

/** The same where somebody changes what is his own. */
export interface Own extends By {
  agent: NonNullable<By['agent']>
}

/** A link's token, which exists nowhere else. */
export interface Opening {
  token: string
  until: Date
}

/** The accounts of those who help, as administrators manage them. */
export interface People {
  list(at: Date): Promise<Member[]>
  invite(by: By, newcomer: Heard<'people:invite'>): Promise<{ member: Member } & Opening>
  change(by: By, wanted: Heard<'people:change'>): Promise<Member>
  /** Who does it gets another name. */
  rename(by: Own, name: string): Promise<void>
  disable(by: By, wanted: Heard<'people:disable'>): Promise<Member>
  enable(by: By, wanted: Heard<'people:enable'>): Promise<Member>
  newLink(by: By, agent: string): Promise<Opening>
  signOutEverywhere(by: By, agent: string): Promise<void>
}

/** The doors of the house: passwords, sessions and one-time links. */
export interface Accounts {
  /** Who signs in under this address, and the hash of his password; null if nobody can. */
  credentials(email: string): Promise<{ agent: string; hash: string } | null>
  /** Opens a session, and returns its token; null if the account is not what it was when the password was checked. */
  signIn(by: Entrance, known: { agent: string; hash: string }): Promise<string | null>
  /** Ends a session and returns its key. */
  signOut(token: string): Promise<string | null>
  /** Replaces the password that was checked, and ends all sessions but this one: their keys. Null if it is another one by now. */
  changePassword(by: Entrance, known: { agent: string; hash: string }, wanted: { hash: string; token: string }): Promise<string[] | null>
  me(token: string, at: Date): Promise<Me | null>
  /** Whom the link is for; null if it is used or too old. */
  invited(token: string, at: Date): Promise<{ agent: string; name: string; email: string | null } | null>
  /** Uses the link up, sets the password, ends all sessions before it, and opens one. */
  accept(
    by: Entrance,
    link: string,
    person: { name: string; email: string | undefined; language?: LookLanguage | undefined; hash: string },
  ): Promise<{ agent: string; token: string }>
}

/** How somebody comes in. */
export interface Entrance {
  address: string
  request: string
  at: Date
}

export interface AuditLog {
  page(before: number | null): Promise<{ records: AuditRecord[]; more: boolean }>
}

/** The address of the first administrator's account until a person says his own. */
export const placeholderEmail = 'admin@localhost'

/** How long a one-time link can be used. */
export const linkHours = 72

/** How long a session lasts without being used, and at most. */
export const sessionHours = { idle: 12, absolute: 7 * 24 }

/** The point in time so many hours away. */
export const hoursFrom = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000)

/** The same password written on two keyboards is one; a short one is refused. */
export function acceptablePassword(written: string): string {
  const password = written.normalize('NFKC')
  if ([...password].length < 12) refuse('weak-password')
  return password
}

/** Where a one-time link leads. The token stays in the fragment, which browsers do not send. */
export const welcomeUrl = (publicUrl: string, token: string) => `${publicUrl}/console/#/welcome/${token}`
