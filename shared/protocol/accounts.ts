import { z } from 'zod'
import { lookLanguages } from '../look.ts'
import type { Role } from '../people.ts'
import { text, words } from './words.ts'

/**
 * What the sign-in page says over HTTP, since only HTTP sets cookies. Each goes as JSON, from our own origin:
 * `POST /api/sign-in`, `POST /api/sign-out`, `GET /api/me`, `POST /api/password`, `POST /api/invitation/look`,
 * `POST /api/invitation/accept`.
 * A refusal is `{ refusal: RefusalCode }`. The token of a one-time link travels in the fragment and then in the body,
 * never in an address, so that no proxy writes it down.
 */
const password = z.string().max(1000)
const token = z.string().max(100)

/** Answered with `Me`, and the cookie. */
export const signIn = z.strictObject({ email: text(254), password })

/** Answered with nothing. Whoever knows his present password chooses another; his other sessions end. */
export const passwordChange = z.strictObject({ present: password, password })

/** Answered with `Invitation`, or refused with `link-over`. */
export const invitationLook = z.strictObject({ token })

/**
 * Answered with `Me`, and the cookie. `email` and `language` are for the first administrator, whom nobody could ask before:
 * the team that he finds speaks his language.
 */
export const invitationAccept = z.strictObject({
  token,
  name: words(120),
  email: text(254).pipe(z.email()).optional(),
  language: z.enum(lookLanguages).optional(),
  password,
})

/** Who is signed in. */
export interface Me {
  id: string
  name: string
  email: string
  role: Role
  teams: string[]
}

/** Whom a one-time link is for. Without an e-mail address the page asks for one. */
export interface Invitation {
  name: string
  email: string | null
}

export type SignIn = z.input<typeof signIn>
export type PasswordChange = z.input<typeof passwordChange>
export type InvitationLook = z.input<typeof invitationLook>
export type InvitationAccept = z.input<typeof invitationAccept>
