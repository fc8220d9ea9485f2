import { createModel, signal } from '@preact/signals'
import type { Invitation, InvitationAccept, Me, PasswordChange } from '../../shared/protocol/accounts.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import type { Http } from '../http.ts'

/** Why a session ended. */
export type Ended = 'signed-out' | 'disabled' | 'reset'

/** Who sits at this console, as far as is known. */
export type Presence =
  | { kind: 'asking' }
  | { kind: 'unreachable' }
  | { kind: 'signed-out'; because: Ended | null }
  | { kind: 'signed-in'; me: Me }

/** Signing in, staying signed in, and the end of it. */
export const AccountModel = createModel((http: Http) => {
  const presence = signal<Presence>({ kind: 'asking' })

  /** Asks the server who we are: the session is a cookie that no script can read. */
  async function ask() {
    try {
      presence.value = { kind: 'signed-in', me: await http.get<Me>('/api/me') }
    } catch (error) {
      presence.value = isSilence(error) ? { kind: 'unreachable' } : { kind: 'signed-out', because: null }
    }
  }

  async function enter(door: Promise<Me>): Promise<RefusalCode | null> {
    try {
      presence.value = { kind: 'signed-in', me: await door }
      return null
    } catch (error) {
      return error instanceof Refused ? error.code : 'unavailable'
    }
  }

  async function signOut() {
    try {
      await http.post('/api/sign-out', {})
    } catch (error) {
      // Whoever was signed out already has what he wants; whoever was not heard must be told.
      if (isSilence(error)) throw error
    }
    presence.value = { kind: 'signed-out', because: null }
  }

  return {
    presence,
    ask,
    signOut,
    /** Null when it worked, else why not. */
    signIn: (email: string, password: string) => enter(http.post<Me>('/api/sign-in', { email, password })),
    /** Whom a one-time link is for. */
    invitation: (token: string) => http.post<Invitation>('/api/invitation/look', { token }),
    /** Accepts an invitation. Null when it worked, else why not. */
    accept: (about: InvitationAccept) => enter(http.post<Me>('/api/invitation/accept', about)),
    /** Replaces my own password; a refusal is thrown. */
    changePassword: (wanted: PasswordChange) => http.post('/api/password', wanted),
    /** I am called otherwise now. */
    renamed(name: string) {
      const now = presence.peek()
      if (now.kind === 'signed-in') presence.value = { ...now, me: { ...now.me, name } }
    },
    /** The server ended it. */
    over(because: Ended) {
      const now = presence.peek()
      // A closed door says only that one is out; the announcement before it says why.
      const isNews = now.kind === 'signed-in' || (now.kind === 'signed-out' && now.because === 'signed-out')
      if (isNews) presence.value = { kind: 'signed-out', because }
    },
  }
})

export type Account = InstanceType<typeof AccountModel>

const isSilence = (error: unknown) => error instanceof Refused && error.code === 'unavailable'
