import { createHash } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { WidgetLook } from '../../shared/look.ts'
import { refuse } from '../../shared/refusal.ts'
import type { ArticleUses } from '../desk/knowledge/article-uses.ts'
import type { Articles } from '../desk/knowledge/articles.ts'
import { knowledgeLanguage, knowledgeWords } from '../desk/knowledge/knowledge-words.ts'
import type { Readers } from '../desk/knowledge/readers.ts'
import { originAllowed } from '../desk/origins.ts'
import { neighbourhoodOf } from '../desk/proxies.ts'
import { type Around, articlePage, foundPage, laterPage, listPage, missingPage, type Said } from './knowledge-pages.ts'
import { knowledgePolicy } from './policies.ts'
import { answerRefusal, noteBug, refusalOf } from './refusals.ts'
import { createThrottle, holdBack } from './throttle.ts'

export interface KnowledgeOptions {
  articles: Pick<Articles, 'search' | 'listing' | 'readBySlug'>
  look(): Promise<WidgetLook>
  uses: Pick<ArticleUses, 'count'>
  readers: Readers
  redis: object
  publicUrl: string | undefined
  now(): Date
}

/** The articles that are meant for everybody, as pages that need no script; readers say on them whether one helped. */
export const knowledgeRoutes: FastifyPluginAsync<KnowledgeOptions> = async (app, options) => {
  const { articles, look, uses, readers, redis, publicUrl, now } = options
  const readings = createThrottle(redis, { name: 'knowledge', times: 600, seconds: 60 })
  const searches = createThrottle(redis, { name: 'knowledge-search', times: 120, seconds: 60 })
  const answers = createThrottle(redis, { name: 'knowledge-answers', times: 30, seconds: 60 })
  // Whoever calls his browser by a new name each time is a new reader each time.
  const answersToOne = createThrottle(redis, { name: 'knowledge-answers-day', times: 100, seconds: 86_400 })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 100 }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body)).get('helped')),
  )
  app.setErrorHandler((error, request, reply) => sendTrouble(error, request, reply))

  app.get<{ Querystring: { q?: unknown } }>('/knowledge', hidden, async (request, reply) => {
    const typed = typeof request.query.q === 'string' ? wordsIn(request.query.q) : ''
    await holdBack(reply, typed ? searches : readings, neighbourhoodOf(request.ip))
    const around = await aroundOf(request)
    if (!typed) return send(request, reply, listPage(around, await articles.listing(now())))
    const hits = await articles.search('public', { words: typed, language: around.language, limit: 20 }, now())
    return send(request, reply, foundPage(around, typed, hits))
  })

  app.get<{ Params: { slug: string }; Querystring: { said?: unknown } }>('/knowledge/:slug', hidden, async (request, reply) => {
    await holdBack(reply, readings, neighbourhoodOf(request.ip))
    const [around, found] = await Promise.all([aroundOf(request), articleAt(request.params.slug)])
    if (!found) return send(request, reply.code(404), missingPage(around))
    return send(request, reply, articlePage(around, found, saidIn(request.query.said)))
  })

  app.post<{ Params: { slug: string }; Body: unknown }>('/knowledge/:slug/answer', hidden, async (request, reply) => {
    if (!originAllowed(publicUrl, request.headers)) refuse('foreign-origin')
    const address = neighbourhoodOf(request.ip)
    await holdBack(reply, answers, address)
    const found = await articleAt(request.params.slug)
    if (!found) return send(request, reply.code(404), missingPage(await aroundOf(request)))
    const said = saidIn(request.body)
    if (!said) return reply.redirect(`/knowledge/${found.slug}`, 303)
    await holdBack(reply, answersToOne, `${address}:${found.id}`)
    const reader = await readers.nameOf({ address, browser: request.headers['user-agent'] ?? '' }, now())
    await uses.count(found.id, said === 'yes' ? 'helped' : 'did-not-help', reader, now())
    return reply.redirect(`/knowledge/${found.slug}?said=${said}#said`, 303)
  })

  app.get('/knowledge/page.css', hidden, async (_request, reply) => reply.sendFile('knowledge/page.css'))

  async function aroundOf({ headers }: FastifyRequest): Promise<Around> {
    const language = knowledgeLanguage(headers['accept-language'])
    return { language, desk: (await look()).texts[language]?.name || knowledgeWords[language].desk }
  }

  const articleAt = async (slug: string) => (isAddress.test(slug) ? articles.readBySlug(slug, now()) : null)
}

/** A reader gets a page where he can read one, and everybody else a code. */
function sendTrouble(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const [status] = refusalOf(error)
  const why = status === 429 ? 'tooFast' : status >= 500 ? 'away' : null
  if (!why) return answerRefusal(error, request, reply)
  noteBug(error, request)
  const language = knowledgeLanguage(request.headers['accept-language'])
  reply.code(status).headers({ 'content-security-policy': knowledgePolicy, 'cache-control': 'no-store' })
  return reply.type('text/html; charset=utf-8').send(laterPage({ language, desk: knowledgeWords[language].desk }, why))
}

const hidden = { schema: { hide: true } }

/** What else stands there can be no article's, and some of it no database takes. */
const isAddress = /^[a-z0-9-]{1,80}$/

const saidIn = (said: unknown): Said => (said === 'yes' || said === 'no' ? said : null)

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
