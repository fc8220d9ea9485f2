// What a page may load, as Content-Security-Policy says it. Nothing inline, nothing from other hosts.
const nothing = { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"], 'object-src': ["'none'"] }

/** The widget's frame. Only these pages may show it, and it may reach these addresses besides its own. */
export const framePolicy = (publicUrl: string | undefined, framedBy: readonly string[], probed: readonly string[] = []) =>
  policy({ ...app(publicUrl, probed.flatMap(originIn)), 'frame-ancestors': ["'self'", ...framedBy.filter(isOrigin)] })

/** The console: nobody may frame it, and it frames nothing but the preview of its own widget. */
export const consolePolicy = (publicUrl: string | undefined) =>
  policy({ ...app(publicUrl), 'frame-src': ["'self'"], 'frame-ancestors': ["'none'"] })

/** A host page as strict as they come: a script and a frame of Firstline, and what is its own. */
export const demoPolicy = policy({
  ...nothing,
  'script-src': ["'self'"],
  'frame-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'frame-ancestors': ["'none'"],
})

/** A page of the knowledge base: no script at all, and a field that asks this desk and nobody else. */
export const knowledgePolicy = policy({
  ...nothing,
  'form-action': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'frame-ancestors': ["'none'"],
})

function app(publicUrl: string | undefined, asked: readonly string[] = []) {
  return {
    ...nothing,
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'font-src': ["'self'"],
    // Pictures that people send are fetched with what only a script can show, and so come from its memory.
    'img-src': ["'self'", 'blob:'],
    'media-src': ["'self'"],
    'connect-src': ["'self'", ...liveAddress(publicUrl), ...asked],
  }
}

/** Older browsers do not count a WebSocket to one's own host as one's own. */
const liveAddress = (publicUrl: string | undefined) => (publicUrl ? [publicUrl.replace(/^http/, 'ws')] : [])

// What an administrator wrote goes into a header: nothing but an origin gets through.
const isOrigin = (word: string) => /^https?:\/\/[\w.*:[\]-]+$/.test(word)

/** Where a listed address lies; only its origin is opened. */
const originIn = (url: string) => (URL.canParse(url) && isOrigin(new URL(url).origin) ? [new URL(url).origin] : [])

function policy(directives: Record<string, string[]>) {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
