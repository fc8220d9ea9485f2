import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Helping } from '../../shared/people.ts'
import { refuse } from '../../shared/refusal.ts'
import { type Imported, mostWritten } from '../../shared/settings-file.ts'
import { agentWith } from '../desk/access.ts'
import type { Changed } from '../desk/administration.ts'
import { originAllowed } from '../desk/origins.ts'
import type { By } from '../desk/people.ts'
import { moved } from '../desk/settings/importing.ts'
import type { SettingsFiles } from '../desk/settings/ports.ts'
import { saveAs } from './safe-headers.ts'
import { createThrottle, holdBack } from './throttle.ts'

export interface SettingsFileOptions {
  files: SettingsFiles
  door(cookie: string | undefined): Promise<{ who: Helping } | null>
  changed(what: Changed): void
  redis: object
  publicUrl: string | undefined
  now(): Date
}

/** All settings of the desk leave it as one file, and come in as one: for administrators. */
export const settingsFileRoutes: FastifyPluginAsyncZod<SettingsFileOptions> = async (app, options) => {
  const { files, door, changed, redis, publicUrl, now } = options
  const throttle = createThrottle(redis, { name: 'settings-file', times: 30, seconds: 60 })

  const known = new WeakMap<FastifyRequest, By>()
  // Before anything is read of what he sends.
  app.addHook('onRequest', async (request, reply) => void known.set(request, await whoComes(request, reply)))
  const byOf = (request: FastifyRequest) => known.get(request) ?? refuse('signed-out')

  app.get('/api/settings-file', { schema: schemas.export }, async (request, reply) => {
    reply.headers(headers).header('content-disposition', saveAs('firstline-settings.json'))
    return reply.send(await files.export(byOf(request)))
  })

  app.post('/api/settings-file/compare', { schema: schemas.compare, bodyLimit }, async (request): Promise<Imported> => {
    return files.compare(byOf(request), bounded(request.body.text))
  })

  app.post('/api/settings-file', { schema: schemas.import, bodyLimit }, async (request): Promise<Imported> => {
    const { text, seen } = request.body
    const imported = await files.import(byOf(request), bounded(text), seen)
    for (const what of moved(imported)) changed(what)
    return imported
  })

  async function whoComes(request: FastifyRequest, reply: FastifyReply): Promise<By> {
    if (!originAllowed(publicUrl, request.headers)) refuse('foreign-origin')
    const { who } = (await door(request.headers.cookie)) ?? refuse('signed-out')
    const { id, role } = agentWith(who, 'desk', 'manage')
    await holdBack(reply, throttle, id)
    return { agent: { id, role }, request: request.id, address: request.ip, at: now() }
  }
}

const bounded = (text: string) => (text.length > mostWritten ? refuse('too-large') : text)

/** A character may take three bytes, and more where it is escaped. */
const bodyLimit = 4 * mostWritten

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  'cross-origin-resource-policy': 'same-origin',
}

const session = [{ session: [] }]
const text = z.string().describe(`The file as it is written, with at most ${mostWritten} characters.`)

const schemas = {
  export: {
    summary: 'Take all settings along as one file',
    description: 'For administrators. Names stand in place of ids; keys, passwords and what people said are never part of it.',
    tags: ['settings'],
    security: session,
  },
  compare: {
    summary: 'Say what a settings file would change',
    description: 'For administrators. Nothing is kept. Answers the changes, or everything that is wrong with the file by its place.',
    tags: ['settings'],
    security: session,
    body: z.strictObject({ text }),
  },
  import: {
    summary: 'Make the settings what a file says',
    description:
      'For administrators. All of it or nothing; it counts from the next decision on. With `seen`, the seal of what was compared, it is refused with `changed-meanwhile` if anything was set since. `back` is the file that takes it back.',
    tags: ['settings'],
    security: session,
    body: z.strictObject({ text, seen: z.string().max(64).nullable() }),
  },
}
