import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Helping } from '../../shared/people.ts'
import { id } from '../../shared/protocol/words.ts'
import { refuse } from '../../shared/refusal.ts'
import { agentWith } from '../desk/access.ts'
import type { ArticleFiles } from '../desk/knowledge/article-files.ts'
import { articleReachOf } from '../desk/knowledge/articles.ts'
import { originAllowed } from '../desk/origins.ts'
import { neighbourhoodOf } from '../desk/proxies.ts'
import { arrivingIn, inHand } from './arriving.ts'
import { facts, nameIn } from './files.ts'
import { safeHeaders } from './safe-headers.ts'
import { createThrottle, holdBack } from './throttle.ts'

export interface ArticleFilesOptions {
  files: ArticleFiles
  /** Which agent comes, by what he shows; null is anybody else. */
  door(cookie: string | undefined): Promise<{ who: Helping } | null>
  redis: object
  publicUrl: string | undefined
  /** How long a sender may be silent, in milliseconds. */
  patience?: number
}

/** Where the files of articles come in, from those who write them, and go out, to those who may read them. */
export const articleFileRoutes: FastifyPluginAsyncZod<ArticleFilesOptions> = async (app, options) => {
  const { files, door, redis, publicUrl, patience = 30_000 } = options
  const uploads = createThrottle(redis, { name: 'article-files', times: 120, seconds: 60 })
  const downloads = createThrottle(redis, { name: 'article-files-out', times: 1_200, seconds: 60 })
  const carrying = inHand()
  // The body stays a stream. Pages of others may not send this type without asking first.
  app.addContentTypeParser('application/octet-stream', (_request, _body, done) => done(null))

  app.put('/api/articles/:article/files/:file', { schema: schemas.send }, async (request, reply) => {
    if (!originAllowed(publicUrl, request.headers)) refuse('foreign-origin')
    const who = (await whoComes(request)) ?? refuse('signed-out')
    const reach = articleReachOf(agentWith(who, 'articles', 'manage'))
    await holdBack(reply, uploads, who.id)
    if (Number(request.headers['content-length'] ?? 0) > files.mostBytes) refuse('file-too-large')
    const arriving = { id: request.params.file, article: request.params.article, name: nameIn(request) }
    const kept = await carrying(who.id, () => files.take(reach, arriving, arrivingIn(request.raw, patience)))
    return reply.code(201).send(kept)
  })

  app.get('/knowledge/files/:file', { schema: schemas.fetch, exposeHeadRoute: false }, async (request, reply) => {
    await holdBack(reply, downloads, neighbourhoodOf(request.ip))
    const who = await whoComes(request)
    const { file, body, size } = await files.open(who && articleReachOf(who), request.params.file)
    return reply.headers(safeHeaders(file, 'whole', size)).send(Readable.from(body))
  })

  const whoComes = async ({ headers }: FastifyRequest) => (await door(headers.cookie))?.who ?? null
}

const schemas = {
  send: {
    summary: 'Add a file to an article',
    description:
      'The body is the file itself, as `application/octet-stream`; its name goes percent-encoded into the header `File-Name`. The text shows it as `![…](file:ID)` or links it as `[…](file:ID)`.',
    tags: ['knowledge'],
    security: [{ session: [] }],
    consumes: ['application/octet-stream'],
    params: z.object({ article: id, file: id }),
    response: { 201: facts },
  },
  fetch: {
    summary: 'Fetch a file of an article',
    description: 'For everybody where a public article shows it; for agents where they may read or write the article.',
    tags: ['knowledge'],
    params: z.object({ file: id }),
  },
}
