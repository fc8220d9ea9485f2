import { NotReached } from '../../shared/client/not-reached.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'

/** Who a visit belongs to. */
export interface Visitor {
  id: string
  name: string
  verified: boolean
}

/** How somebody introduces himself: by what a host page signed, or in his own words. */
export type Introduction = { identity: string } | { name: string; email: string | null }

/** Where visits begin and end. */
export interface Door {
  begin(introduction: Introduction): Promise<{ token: string; who: Visitor }>
  end(token: string): Promise<void>
}

/** The door of our own origin. */
export const door: Door = {
  async begin(introduction) {
    const response = await send('POST', { 'content-type': 'application/json' }, JSON.stringify(introduction))
    return response.json()
  },
  async end(token) {
    await send('DELETE', { authorization: `Bearer ${token}` })
  },
}

async function send(method: string, headers: Record<string, string>, body?: string): Promise<Response> {
  const response = await fetch('/api/visit', { method, headers, ...(body ? { body } : {}) }).catch(() => {
    throw new NotReached('The server cannot be reached')
  })
  if (!response.ok) throw await troubleIn(response)
  return response
}

async function troubleIn(response: Response): Promise<Error> {
  const answer: { refusal?: RefusalCode } | null = await response.json().catch(() => null)
  const code = answer?.refusal
  return code ? new Refused(code) : new NotReached(`Answered with ${response.status}`)
}
