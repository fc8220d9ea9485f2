import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { WidgetLook } from '../../shared/look.ts'
import { emailAddress, words } from '../../shared/protocol/words.ts'
import { refuse } from '../../shared/refusal.ts'
import { originAllowed } from '../desk/origins.ts'
import { neighbourhoodOf } from '../desk/proxies.ts'
import type { Requester, Visits } from '../desk/visits.ts'
import { bearerOf } from './bearer.ts'
import { identityFrom } from './identity.ts'
import { createThrottle, holdBack } from './throttle.ts'

export interface VisitsOptions {
  visits: Visits
  redis: object
  publicUrl: string | undefined
  /** Whether newcomers must say where they can be reached. */
  look: () => Promise<Pick<WidgetLook, 'email'>>
  /** The same words with a mask over what is secret. */
  masked: (text: string) => string
  now: () => Date
  /** Cuts the connections that a visit opened. */
  cut: (whose: { key: string }, why: 'reset') => Promise<void> | void
}

const visitRoutes: FastifyPluginAsyncZod<VisitsOptions> = async (app, options) => {
  const welcome = createWelcome(options)

  app.post('/api/visit', { schema: opening }, async (request, reply) => {
    if (!originAllowed(options.publicUrl, request.headers)) refuse('foreign-origin')
    const who = await welcome(request.body, request, reply)
    const token = await options.visits.open(who.id)
    return reply.code(201).send({ token, who })
  })

  app.delete('/api/visit', { schema: ending }, async (request, reply) => {
    const key = await options.visits.end(bearerOf(request) ?? refuse('signed-out'))
    if (key) await options.cut({ key }, 'reset')
    return reply.code(204).send(null)
  })
}

/** Where requesters come in and leave. */
export const visits = fp(visitRoutes, { name: 'visits', dependencies: ['docs'] })

const introduction = z.union([
  z.strictObject({ identity: z.string().min(1).max(8192) }),
  z.strictObject({ name: words(120), email: emailAddress.nullable() }),
])

const opening = {
  summary: 'Begin a visit',
  description:
    'With an identity that a site signed, or with a name and an e-mail address (null where the desk does not insist), which stay unverified. Only from our own pages.',
  tags: ['visit'],
  body: introduction,
  response: {
    201: z.object({
      token: z.string().describe('Opens this requester’s conversations, and nothing else. Shown once.'),
      who: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable(), verified: z.boolean() }),
    }),
  },
}

const ending = {
  summary: 'End a visit',
  description: 'With the token as Bearer. Its connections are cut. Ending a visit that is over does nothing.',
  tags: ['visit'],
  security: [{ visit: [] }],
  response: { 204: z.null() },
}

/**
 * People whom a site vouches for are counted by person, since a whole company may share one address;
 * those who only say who they are, by address.
 */
function createWelcome({ visits, redis, look, masked, now }: VisitsOptions) {
  const anybody = createThrottle(redis, { name: 'visit', times: 600, seconds: 60 })
  const strangers = createThrottle(redis, { name: 'visit-typed', times: 30, seconds: 60 })
  const persons = createThrottle(redis, { name: 'visit-person', times: 20, seconds: 60 })

  return async (body: z.output<typeof introduction>, { ip, log }: FastifyRequest, reply: FastifyReply): Promise<Requester> => {
    const from = neighbourhoodOf(ip)
    await holdBack(reply, anybody, from)
    if (!('identity' in body)) {
      await holdBack(reply, strangers, from)
      if (!body.email && (await look()).email === 'required') refuse('malformed')
      return visits.newcomer({ ...body, name: masked(body.name) })
    }
    const identity = await identityFrom(body.identity, visits.sitesOf, now())
    if ('doubt' in identity) {
      await holdBack(reply, strangers, from)
      log.warn({ doubt: identity.doubt }, 'an identity was not believed')
      refuse('identity-refused')
    }
    await holdBack(reply, persons, `${identity.site}:${identity.subject}`)
    return visits.identified(identity)
  }
}
