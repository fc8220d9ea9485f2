import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LauncherLook, WidgetLook } from '../../shared/look.ts'
import { shadesOf } from '../../shared/look-colours.ts'

/** The loader as host pages get it: with the look written into it, since a strict page lets it ask for nothing. */
export function createLoader(file: string, look: () => Promise<WidgetLook>) {
  let made: { of: string; plain: Buffer; small: Buffer; etag: string } | null = null

  return async ({ headers }: FastifyRequest, reply: FastifyReply) => {
    const [source, now] = await Promise.all([readFile(file, 'utf8'), look()])
    const dressed = source.replace(mark, () => literal(launcherLook(now)))
    if (made?.of !== dressed) made = bundled(dressed)
    reply
      .header('cache-control', 'public, max-age=300, stale-while-revalidate=86400')
      .header('etag', made.etag)
      .header('vary', 'accept-encoding')
      .type('text/javascript; charset=utf-8')
    if (headers['if-none-match'] === made.etag) return reply.code(304).send()
    if (!/\bgzip\b/.test(headers['accept-encoding'] ?? '')) return reply.send(made.plain)
    return reply.header('content-encoding', 'gzip').send(made.small)
  }
}

/** Stands in the built loader, in whatever quotation marks. */
const mark = /(["'`])firstline:look\1/

function launcherLook({ texts, languages, position, accent }: WidgetLook): LauncherLook {
  const names = Object.entries(texts).flatMap(([language, { name }]) => (name ? [[language, name]] : []))
  const shades = accent ? shadesOf(accent) : null
  return {
    names: Object.fromEntries(names),
    languages,
    position,
    colours: shades && [
      `light-dark(${shades.light.accent},${shades.dark.accent})`,
      `light-dark(${shades.light.onAccent},${shades.dark.onAccent})`,
    ],
  }
}

/** A text in quotation marks, which the loader reads as JSON: whatever an administrator wrote, it stays a text. */
const literal = (value: object) =>
  JSON.stringify(JSON.stringify(value)).replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

function bundled(text: string) {
  const plain = Buffer.from(text)
  return {
    of: text,
    plain,
    small: gzipSync(plain, { level: 9 }),
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
  }
}
