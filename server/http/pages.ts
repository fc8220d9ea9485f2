import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import statics, { type FastifyStaticOptions } from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import fp from 'fastify-plugin'
import type { WidgetLook } from '../../shared/look.ts'
import { lookSheet } from '../../shared/look-colours.ts'
import { createLoader } from './loader.ts'
import { consolePolicy, demoPolicy, framePolicy } from './policies.ts'

export interface PagesOptions {
  /** Where the build put what browsers load. */
  folder: string
  publicUrl: string | undefined
  /** The origins whose pages may show the widget, as they are set now. */
  origins: () => Promise<readonly string[]>
  /** The addresses that the widget may try to reach where a requester agrees. */
  probed?: () => Promise<readonly string[]>
  /** How the widget looks, as it is set now. */
  look: () => Promise<WidgetLook>
}

const pageRoutes: FastifyPluginAsync<PagesOptions> = async (app, { folder, publicUrl, origins, probed = async () => [], look }) => {
  await app.register(statics, { root: folder, serve: false, cacheControl: false, preCompressed: true, setHeaders: keep })

  app.get('/', hidden, async (_request, reply) => reply.redirect('/console'))
  app.get('/robots.txt', hidden, async (_request, reply) => reply.type('text/plain').send('User-agent: *\nDisallow: /\n'))
  app.get('/widget.js', { ...hidden, helmet: forHostPages }, createLoader(join(folder, 'widget.js'), look))
  app.get('/widget.js.map', hidden, async (_request, reply) => reply.sendFile('widget.js.map'))

  app.get('/widget/frame', { ...hidden, helmet: { ...forHostPages, frameguard: false } }, async (_request, reply) => {
    // So that host pages which isolate themselves may show it too.
    reply.header('cross-origin-embedder-policy', 'require-corp')
    return page(reply, 'widget/index.html', framePolicy(publicUrl, await origins(), await probed()))
  })
  // The loader fetches it for the host page.
  app.get('/widget/page-errors.js', { ...hidden, helmet: forHostPages }, async (_request, reply) =>
    reply.header('access-control-allow-origin', '*').sendFile('widget/page-errors.js'),
  )
  app.get('/widget/look.css', hidden, async (_request, reply) => {
    reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8')
    return lookSheet((await look()).accent)
  })
  // Seen in the settings of the console, and nowhere else.
  app.get('/widget/preview', { ...hidden, helmet: { frameguard: { action: 'sameorigin' } } }, async (_request, reply) =>
    page(reply, 'widget/preview.html', framePolicy(publicUrl, [])),
  )
  app.get('/demo', hidden, async (_request, reply) => page(reply, 'widget/demo.html', demoPolicy))

  app.get('/console', hidden, async (_request, reply) => page(reply, 'console/index.html', consolePolicy(publicUrl)))
  app.get<Rest>('/console/*', hidden, async ({ params: { '*': rest } }, reply) =>
    isFile(rest) ? reply.sendFile(`console/${rest}`) : page(reply, 'console/index.html', consolePolicy(publicUrl)),
  )
  for (const name of ['widget', 'fonts']) {
    app.get<Rest>(`/${name}/*`, hidden, async ({ params: { '*': rest } }, reply) => reply.sendFile(`${name}/${rest}`))
  }
}

/** The pages and what they load, each as strict as it can be. */
export const pages = fp(pageRoutes, { name: 'pages', dependencies: ['headers'] })

/** Which build of the pages lies here: the word that they show when they connect. */
export function buildIn(folder: string): string | undefined {
  const note = join(folder, 'build.txt')
  return existsSync(note) ? readFileSync(note, 'utf8') : undefined
}

interface Rest {
  Params: { '*': string }
}

const hidden = { schema: { hide: true } }

const forHostPages = { crossOriginResourcePolicy: { policy: 'cross-origin' } } as const

const page = (reply: FastifyReply, file: string, policy: string) => reply.header('content-security-policy', policy).sendFile(file)

/** The console's own addresses, such as /console/tickets, are all the same page. */
const isFile = (rest: string) => /\.[a-z0-9]+$/i.test(rest)

/** Names with a hash never change; everything else is asked for again and usually unchanged. */
const keep: NonNullable<FastifyStaticOptions['setHeaders']> = (reply, path) => {
  reply.header('cache-control', cacheFor(path))
}

function cacheFor(path: string) {
  if (/-[A-Z0-9]{8}\.(js|css)(\.map)?$/.test(path)) return 'public, max-age=31536000, immutable'
  if (/\.woff2$/.test(path)) return 'public, max-age=604800'
  return 'no-cache'
}
