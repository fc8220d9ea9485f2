import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { mostFiles } from '../../shared/files.ts'
import type { Helping, Requesting } from '../../shared/people.ts'
import { id } from '../../shared/protocol/words.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Files, Portion } from '../desk/files.ts'
import { originAllowed } from '../desk/origins.ts'
import { neighbourhoodOf } from '../desk/proxies.ts'
import { arrivingIn, inHand } from './arriving.ts'
import { bearerOf } from './bearer.ts'
import { safeHeaders } from './safe-headers.ts'
import { createThrottle, holdBack } from './throttle.ts'

export interface FilesOptions {
  files: Files
  /** Who comes, by what he shows; null is a stranger. */
  door: {
    agent(cookie: string | undefined): Promise<{ who: Helping } | null>
    requester(token: string): Promise<{ who: Requesting } | null>
  }
  redis: object
  publicUrl: string | undefined
  /** How long a sender may be silent, in milliseconds. */
  patience?: number
}

/** Where files come in and go out. What is in one is never read as anything but bytes. */
export const fileRoutes: FastifyPluginAsyncZod<FilesOptions> = async (app, { files, door, redis, publicUrl, patience = 30_000 }) => {
  const uploads = createThrottle(redis, { name: 'files', times: 120, seconds: 60 })
  const downloads = createThrottle(redis, { name: 'files-out', times: 1_200, seconds: 60 })
  const carrying = inHand()
  // The body stays a stream. Pages of others may not send this type without asking first.
  app.addContentTypeParser('application/octet-stream', (_request, _body, done) => done(null))

  app.get('/api/files', { schema: schemas.limits }, async () => ({ mostBytes: files.mostBytes, mostFiles }))

  app.put('/api/conversations/:conversation/files/:file', { schema: schemas.send }, async (request, reply) => {
    const who = await whoComes(request)
    await holdBack(reply, uploads, who.id)
    const { conversation, file } = request.params
    if (Number(request.headers['content-length'] ?? 0) > files.mostBytes) refuse('file-too-large')
    const arriving = { id: file, conversation, lane: request.query.lane, name: nameIn(request) }
    return carrying(who.id, async () => {
      const facts = await files.take(who, neighbourhoodOf(request.ip), arriving, arrivingIn(request.raw, patience))
      return reply.code(201).send(facts)
    })
  })

  app.delete('/api/files/:file', { schema: schemas.takeBack }, async (request, reply) => {
    await files.drop(await whoComes(request), request.params.file)
    return reply.code(204).send(null)
  })

  app.get('/api/files/:file', { schema: schemas.fetch, exposeHeadRoute: false }, (request, reply) =>
    give(request, reply, request.params.file, 'whole'),
  )
  app.get('/api/files/:file/thumbnail', { schema: schemas.thumbnail, exposeHeadRoute: false }, (request, reply) =>
    give(request, reply, request.params.file, 'thumbnail'),
  )

  async function give(request: FastifyRequest, reply: FastifyReply, file: string, what: Portion) {
    const who = await whoComes(request)
    await holdBack(reply, downloads, who.id)
    const { file: facts, body, size } = await files.open(who, file, what)
    return reply.headers(safeHeaders(facts, what, size)).send(Readable.from(body))
  }

  async function whoComes(request: FastifyRequest): Promise<Requesting | Helping> {
    if (!originAllowed(publicUrl, request.headers)) refuse('foreign-origin')
    const token = bearerOf(request)
    const found = token ? await door.requester(token) : await door.agent(request.headers.cookie)
    return found?.who ?? refuse('signed-out')
  }
}

/** Names travel encoded, as headers have Latin letters only; an address would be written into the logs of proxies. */
export function nameIn({ headers }: FastifyRequest): string {
  const given = headers['file-name']
  try {
    if (typeof given === 'string' && given.length <= 3_000) return decodeURIComponent(given)
  } catch {
    // Refused below.
  }
  return refuse('malformed')
}

const lane = z.enum(['public', 'internal'])
/** What is said of a file that came in. */
export const facts = z.object({
  id,
  name: z.string(),
  type: z.string().describe('As found in its content.'),
  size: z.number(),
  width: z.number().optional(),
  height: z.number().optional(),
})
const eitherKey = [{ visit: [] }, { session: [] }]
const bytes = 'The content as it was sent, to be saved, never to be opened in a page.'

const schemas = {
  limits: {
    summary: 'What may be sent',
    tags: ['files'],
    response: { 200: z.object({ mostBytes: z.number(), mostFiles: z.number().describe('With one message.') }) },
  },
  send: {
    summary: 'Send a file',
    description:
      'The body is the file itself, as `application/octet-stream`; its name goes percent-encoded into the header `File-Name`. The id is the sender’s own: sent again under it, the file is there once. A message (`say`, `note`) that names the id then carries it; without one within a day it is thrown away.',
    tags: ['files'],
    security: eitherKey,
    consumes: ['application/octet-stream'],
    params: z.object({ conversation: id, file: id }),
    querystring: z.object({ lane: lane.default('public').describe('`internal` for a note, which agents alone see.') }),
    response: { 201: facts },
  },
  takeBack: {
    summary: 'Take back a file that no message carries',
    tags: ['files'],
    security: eitherKey,
    params: z.object({ file: id }),
    response: { 204: z.null() },
  },
  fetch: { summary: 'Fetch a file', description: bytes, tags: ['files'], security: eitherKey, params: z.object({ file: id }) },
  thumbnail: {
    summary: 'Fetch a small picture of a picture',
    description: 'A WebP of at most 640 pixels.',
    tags: ['files'],
    security: eitherKey,
    params: z.object({ file: id }),
  },
}
