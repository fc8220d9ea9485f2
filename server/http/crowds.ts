import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { neighbourhoodOf } from '../desk/proxies.ts'
import { createThrottle, holdBack } from './throttle.ts'

/** What anybody may ask for without saying who he is, and what costs a look at the database or more. */
const open = new Set(['/api/me', '/api/invitation/look', '/api/invitation/accept', '/widget/frame'])

/** A whole company may sit behind one address, and open the same page when the morning begins. */
export const usualRate = { times: 6_000, seconds: 60 }

/** Slows down whoever asks for the same open doors again and again. Sign-in and visits have stricter rates of their own. */
export const crowds = fp(
  async (app: FastifyInstance, { redis, rate = usualRate }: { redis: object; rate?: typeof usualRate }) => {
    const throttle = createThrottle(redis, { name: 'crowd', ...rate })
    app.addHook('onRequest', async (request, reply) => {
      if (open.has(request.routeOptions.url ?? '')) await holdBack(reply, throttle, neighbourhoodOf(request.ip))
    })
  },
  { name: 'crowds' },
)
