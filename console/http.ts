import { refusals } from '../shared/reasons.ts'
import { type RefusalCode, Refused } from '../shared/refusal.ts'

/** What needs cookies or one-time links goes over HTTP; everything else over the socket. */
export interface Http {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
}

/** HTTP to the host that this page came from. A refusal is thrown as one; so is silence, as `unavailable`. */
export const http: Http = {
  get: (path) => call(path, { method: 'GET' }),
  post: (path, body) => call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
}

async function call<T>(path: string, how: RequestInit): Promise<T> {
  const response = await fetch(path, { ...how, credentials: 'same-origin', cache: 'no-store' }).catch(() => null)
  if (!response) throw new Refused('unavailable')
  const answer = await response.json().catch(() => null)
  if (!response.ok) throw new Refused(refusalOf(answer))
  return answer
}

function refusalOf(answer: unknown): RefusalCode {
  const code = typeof answer === 'object' && answer !== null && 'refusal' in answer ? answer.refusal : null
  return typeof code === 'string' && isRefusal(code) ? code : 'unavailable'
}

/** Whether this is one of the codes by which the desk says no. */
export const isRefusal = (code: string): code is RefusalCode => code in refusals
