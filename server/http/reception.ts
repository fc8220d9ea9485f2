import fp from 'fastify-plugin'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { lookLanguages, type WidgetLook } from '../../shared/look.ts'
import type { FrontDesk, Reception } from '../../shared/protocol/visit.ts'
import { neighbourhoodOf } from '../desk/proxies.ts'
import { createThrottle, holdBack } from './throttle.ts'

export interface ReceptionOptions {
  look: () => Promise<WidgetLook>
  reception: () => Promise<Reception>
  redis: object
  rate?: typeof usualRate
}

/** A whole company may share one address, and each of its pages asks when the widget opens. */
const usualRate = { times: 1200, seconds: 60 }

const receptionRoute: FastifyPluginAsyncZod<ReceptionOptions> = async (app, { look, reception, redis, rate = usualRate }) => {
  const often = createThrottle(redis, { name: 'reception', ...rate })

  app.get('/api/reception', { schema: asking }, async ({ ip }, reply): Promise<FrontDesk> => {
    await holdBack(reply, often, neighbourhoodOf(ip))
    const [{ texts, email, fields, languages }, now] = await Promise.all([look(), reception()])
    reply.header('cache-control', 'public, max-age=5')
    return { look: { texts, email, fields, languages }, reception: now }
  })
}

/** What anybody may know before he says who he is. */
export const receptionRoutes = fp(receptionRoute, { name: 'reception', dependencies: ['docs'] })

const text = z.string()
const refuge = z.enum(['message', 'call-back'])
const door = z.object({
  team: z.uuid(),
  open: z.boolean(),
  opensAt: text.optional(),
  notices: z.partialRecord(z.enum(lookLanguages), text).optional(),
  full: refuge.optional(),
  longest: z.object({ seconds: z.int(), refuge }).optional(),
  here: z.int(),
  waiting: z.int(),
  minutes: z.object({ from: z.number(), to: z.number() }).nullable(),
})

const asking = {
  summary: 'Ask what the desk says at its door',
  description: 'How the desk words its widget and what it asks, who is here, and when it opens. For anybody; at most some seconds old.',
  tags: ['visit'],
  response: {
    200: z.object({
      look: z.object({
        texts: z.record(text, z.object({ name: text, greeting: text, hint: text })),
        email: z.enum(['required', 'optional', 'none']),
        fields: z.array(z.object({ id: z.uuid(), label: text, required: z.boolean(), choices: z.array(text) })),
        languages: z.array(z.enum(['en', 'de'])),
      }),
      reception: z.object({
        topics: z.array(door.extend({ id: z.uuid(), name: text })),
        anything: door.optional(),
        open: z.boolean(),
        opensAt: text.nullable(),
        incidents: text.optional(),
      }),
    }),
  },
}
