import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { answerRefusal } from './refusals.ts'

/** Whatever goes wrong is answered with a code and nothing else: no stack, no SQL, no path. */
export const errors = fp(
  async (app) => {
    // Only JSON is read: a form or plain text, which a foreign page may send without asking, is not.
    app.removeContentTypeParser('text/plain')
    app.server.maxHeadersCount = 100
    app.setErrorHandler(answerRefusal)
    app.setNotFoundHandler((_request, reply) => reply.code(404).send({ refusal: 'not-found' }))
  },
  { name: 'errors' },
)

/** For what fails before a route is found, such as an address that cannot be decoded. */
export function frameworkErrors(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  reply.code(error.statusCode ?? 400).send({ refusal: 'malformed' })
}
