import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'

/** Whatever goes wrong is answered with a code and nothing else: no stack, no SQL, no path. */
export const errors = fp(
  async (app) => {
    // Only JSON is read: a form or plain text, which a foreign page may send without asking, is not.
    app.removeContentTypeParser('text/plain')
    app.server.maxHeadersCount = 100
    app.setErrorHandler(answerError)
    app.setNotFoundHandler((_request, reply) => refuseWith(reply, 404, 'not-found'))
  },
  { name: 'errors' },
)

/** For what fails before a route is found, such as an address that cannot be decoded. */
export function frameworkErrors(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  refuseWith(reply, error.statusCode ?? 400, 'malformed')
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Refused) return refuseWith(reply, statuses[error.code] ?? 409, error.code)
  const status = statusIn(error)
  if (status < 500) return refuseWith(reply, status, refusalFor[status] ?? 'malformed')
  request.log.error({ err: error }, 'a request failed')
  return refuseWith(reply, status, status === 503 ? 'unavailable' : 'failed')
}

/** What a refusal is in the language of HTTP. Whatever is not named here is a conflict with how things stand. */
const statuses: Partial<Record<RefusalCode, number>> = {
  malformed: 400,
  'weak-password': 400,
  'signed-out': 401,
  'wrong-password': 401,
  'identity-refused': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'link-over': 410,
  'too-large': 413,
  'too-fast': 429,
  failed: 500,
  unavailable: 503,
}

function statusIn(error: unknown) {
  if (!(error instanceof Error)) return 500
  // The database is not there, or not at the moment.
  if ('code' in error && /^(ECONN|ENOENT|EPIPE|57P|53|08)/.test(String(error.code))) return 503
  const status = 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status <= 599 ? status : 500
}

const refusalFor: Partial<Record<number, RefusalCode>> = { 404: 'not-found', 413: 'too-large', 429: 'too-fast' }

const refuseWith = (reply: FastifyReply, status: number, refusal: RefusalCode) => reply.code(status).send({ refusal })
