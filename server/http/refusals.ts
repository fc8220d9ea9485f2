import type { FastifyReply, FastifyRequest } from 'fastify'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import { isOutOfReach } from '../desk/line/out-of-reach.ts'

/** How HTTP says no: a refusal, or what could not be read, as a status and a code. Anything else is a bug, and logged. */
export function answerRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const [status, refusal] = refusalOf(error)
  noteBug(error, request)
  return reply.code(status).header('cache-control', 'no-store').send({ refusal })
}

/** The status and the code of what went wrong. */
export const refusalOf = (error: unknown): [status: number, refusal: RefusalCode] =>
  error instanceof Refused ? [statuses[error.code] ?? 409, error.code] : trouble(error)

/** Whatever is nobody's refusal, and nothing that was sent wrongly, is a bug. */
export function noteBug(error: unknown, request: FastifyRequest): void {
  if (refusalOf(error)[0] >= 500 && !(error instanceof Refused)) request.log.error({ err: error }, 'a request failed')
}

/** What a refusal is in the language of HTTP. Whatever is not named here is a conflict with how things stand. */
const statuses: Partial<Record<RefusalCode, number>> = {
  malformed: 400,
  'weak-password': 400,
  'bad-key': 400,
  'signed-out': 401,
  'wrong-password': 401,
  'not-your-password': 403,
  'identity-refused': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'link-over': 410,
  'too-large': 413,
  'file-too-large': 413,
  'file-empty': 422,
  'file-type': 415,
  'picture-too-large': 422,
  'too-many-files': 429,
  'too-much-today': 429,
  'too-many-exports': 429,
  'no-room': 507,
  'too-fast': 429,
  failed: 500,
  unavailable: 503,
}

function trouble(error: unknown): [status: number, refusal: RefusalCode] {
  if (isOutOfReach(error)) return [503, 'unavailable']
  const named = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  const status = named >= 400 && named <= 599 ? named : 500
  return [status, refusalFor[status] ?? (status < 500 ? 'malformed' : 'failed')]
}

const refusalFor: Partial<Record<number, RefusalCode>> = { 404: 'not-found', 413: 'too-large', 429: 'too-fast', 503: 'unavailable' }
