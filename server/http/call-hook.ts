import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { text, words } from '../../shared/protocol/words.ts'
import { refuse } from '../../shared/refusal.ts'
import { neighbourhoodOf } from '../desk/proxies.ts'
import type { TelephoneDesk } from '../desk/telephony.ts'
import { createThrottle, holdBack } from './throttle.ts'

export interface CallHookOptions {
  telephones: Pick<TelephoneDesk, 'comes' | 'secret'>
  redis: object
  now(): Date
}

/** The telephone system tells here who is calling whom. Signed as our own webhooks are; each call counts once. */
export const callHook: FastifyPluginAsync<CallHookOptions> = async (app, { telephones, redis, now }) => {
  const throttle = createThrottle(redis, { name: 'call-hook', times: 300, seconds: 60 })

  // The signature is over the bytes as they came.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))

  // Before anything is read of what comes.
  app.addHook('onRequest', (request, reply) => holdBack(reply, throttle, neighbourhoodOf(request.ip)))

  app.post('/hooks/call', { schema, bodyLimit }, async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    if (!isGenuine(request, body, await telephones.secret(), now())) refuse('signed-out')
    await telephones.comes(read(body))
    return reply.code(204).send()
  })
}

const bodyLimit = 4 * 1024
const windowSeconds = 300

const schema = { hide: true }

/** Whatever is wrong with it, and also where nobody set a telephone system up: the answer is the same. */
function isGenuine({ headers }: FastifyRequest, body: Buffer, secret: string | null, now: Date): boolean {
  const timestamp = String(headers['firstline-timestamp'] ?? '')
  const given = Buffer.from(String(headers['firstline-signature'] ?? ''))
  const expected = Buffer.from(
    `v1=${createHmac('sha256', secret ?? '')
      .update(`${timestamp}.`)
      .update(body)
      .digest('hex')}`,
  )
  const isRecent = /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) <= windowSeconds
  const isSame = given.length === expected.length && timingSafeEqual(given, expected)
  return isSame && isRecent && secret !== null
}

/** What telephone systems say where a number is not shown. */
const hidden = /^(anonymous|private|restricted|unavailable|unknown|withheld)$/i

const call = z
  .strictObject({
    call: words(200),
    /** Empty where the caller does not show it. */
    number: text(40)
      .transform((number) => (hidden.test(number) ? '' : number))
      .pipe(z.string().regex(/^[+\d\s()./-]*$/)),
    extension: words(20).optional(),
    agent: words(254).optional(),
  })
  .refine(({ extension, agent }) => (extension === undefined) !== (agent === undefined), 'An extension or an agent')

function read(body: Buffer) {
  const found = call.safeParse(parsed(body))
  return found.success ? found.data : refuse('malformed')
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return refuse('malformed')
  }
}
