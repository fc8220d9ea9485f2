import { sessionHours } from './people.ts'

const name = 'firstline_session'

/** The session's token in a Cookie header. Ours is plain letters and digits: whatever else stands there is nobody's session. */
export function tokenIn(header: string | undefined): string | null {
  return header?.match(/(?:^|;) *firstline_session=([\w-]{43}) *(?:;|$)/)?.[1] ?? null
}

/** The cookie that carries a session: no script can read it, and no other site can make a browser send it. */
export function cookieWith(token: string, secure: boolean): string {
  return cookie(token, sessionHours.absolute * 3600, secure)
}

/** Takes the cookie back. */
export const emptyCookie = (secure: boolean): string => cookie('', 0, secure)

const cookie = (value: string, seconds: number, secure: boolean) =>
  `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
