import { createHash } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { WidgetLook } from '../../shared/look.ts'
import type { Articles } from '../desk/knowledge/articles.ts'
import { knowledgeLanguage, knowledgeWords } from '../desk/knowledge/knowledge-words.ts'
import { neighbourhoodOf } from '../desk/proxies.ts'
import { type Around, articlePage, foundPage, listPage, missingPage } from './knowledge-pages.ts'
import { knowledgePolicy } from './policies.ts'
import { createThrottle, holdBack } from './throttle.ts'

export interface KnowledgeOptions {
  articles: Pick<Articles, 'search' | 'listing' | 'readBySlug'>
  look(): Promise<WidgetLook>
  redis: object
  now(): Date
}

/** The articles that are meant for everybody, as pages that need no script. */
export const knowledgeRoutes: FastifyPluginAsync<KnowledgeOptions> = async (app, { articles, look, redis, now }) => {
  const readings = createThrottle(redis, { name: 'knowledge', times: 600, seconds: 60 })
  const searches = createThrottle(redis, { name: 'knowledge-search', times: 120, seconds: 60 })

  app.get<{ Querystring: { q?: unknown } }>('/knowledge', hidden, async (request, reply) => {
    const typed = typeof request.query.q === 'string' ? wordsIn(request.query.q) : ''
    await holdBack(reply, typed ? searches : readings, neighbourhoodOf(request.ip))
    const around = await aroundOf(request)
    if (!typed) return send(request, reply, listPage(around, await articles.listing(now())))
    const hits = await articles.search('public', { words: typed, language: around.language, limit: 20 }, now())
    return send(request, reply, foundPage(around, typed, hits))
  })

  app.get<{ Params: { slug: string } }>('/knowledge/:slug', hidden, async (request, reply) => {
    await holdBack(reply, readings, neighbourhoodOf(request.ip))
    const [around, found] = await Promise.all([aroundOf(request), articles.readBySlug(request.params.slug, now())])
    if (!found) return send(request, reply.code(404), missingPage(around))
    return send(request, reply, articlePage(around, found))
  })

  app.get('/knowledge/page.css', hidden, async (_request, reply) => reply.sendFile('knowledge/page.css'))

  async function aroundOf({ headers }: FastifyRequest): Promise<Around> {
    const language = knowledgeLanguage(headers['accept-language'])
    return { language, desk: (await look()).texts[language]?.name || knowledgeWords[language].desk }
  }
}

const hidden = { schema: { hide: true } }

const wordsIn = (typed: string) => typed.replaceAll('\0', '').toWellFormed().trim().slice(0, 200)

/** Kept by browsers and proxies, and asked for again each time: what was withdrawn is gone at once. */
function send(request: FastifyRequest, reply: FastifyReply, text: string) {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  reply.headers({
    'content-security-policy': knowledgePolicy,
    'cache-control': 'public, no-cache',
    vary: 'accept-language',
    etag: tag,
  })
  if (reply.statusCode === 200 && request.headers['if-none-match'] === tag) return reply.code(304).send()
  return reply.type('text/html; charset=utf-8').send(text)
}
