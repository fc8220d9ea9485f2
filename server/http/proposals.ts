import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Helping } from '../../shared/people.ts'
import { refuse } from '../../shared/refusal.ts'
import { mostWritten } from '../../shared/settings-file.ts'
import type { Proposed } from '../../shared/simulation.ts'
import { agentWith } from '../desk/access.ts'
import { originAllowed } from '../desk/origins.ts'
import type { Proposing } from '../desk/simulation/proposing.ts'
import { createThrottle, holdBack } from './throttle.ts'

export interface ProposalOptions {
  proposing: Proposing
  door(cookie: string | undefined): Promise<{ who: Helping } | null>
  redis: object
  publicUrl: string | undefined
}

/** Settings that somebody wants to try out come in here, for they may be larger than a message: for supervisors and administrators. */
export const proposalRoutes: FastifyPluginAsyncZod<ProposalOptions> = async (app, { proposing, door, redis, publicUrl }) => {
  const throttle = createThrottle(redis, { name: 'proposal', times: 60, seconds: 60 })
  const known = new WeakMap<object, string>()

  // Before anything is read of what he sends.
  app.addHook('onRequest', async (request, reply) => {
    if (!originAllowed(publicUrl, request.headers)) refuse('foreign-origin')
    const { who } = (await door(request.headers.cookie)) ?? refuse('signed-out')
    const { id } = agentWith(who, 'simulation', 'run')
    await holdBack(reply, throttle, id)
    known.set(request, id)
  })

  app.post('/api/simulation/proposal', { schema, bodyLimit: 4 * mostWritten }, async (request): Promise<Proposed> => {
    const { file, written } = request.body
    if ((file?.length ?? 0) + (written?.length ?? 0) > mostWritten) refuse('too-large')
    return proposing.check(known.get(request) ?? refuse('signed-out'), { file, written })
  })
}

const text = z.string().nullable()

const schema = {
  summary: 'Say what proposed settings would change, and keep them to be tried out',
  description:
    'For supervisors and administrators. Changes nothing. Answers the changes, or everything that is wrong by its place. With `proposal`, `simulation:start` tries it within a minute.',
  tags: ['settings'],
  security: [{ session: [] }],
  body: z.strictObject({
    file: text.describe('A settings file as it is written; null is none.'),
    written: text.describe(
      `Another one, laid over it: what was written by hand; null is none. Both together have at most ${mostWritten} characters.`,
    ),
  }),
}
