/** What the loader on the host page says to the frame. */
export type FromHost =
  | { kind: 'hello'; open: boolean; identity: string | null; reset: boolean }
  | { kind: 'opened' }
  | { kind: 'closed' }
  | { kind: 'identify'; identity: string }
  | { kind: 'reset' }

/** What the frame says to the loader: never a token, an id or a word that somebody wrote. */
export type ToHost =
  | { kind: 'close' }
  /** How many messages nobody has seen, and how that is said. */
  | { kind: 'unread'; count: number; words: string }
  /** Whether anything is open, so that the next page makes the frame by itself. */
  | { kind: 'going'; open: boolean }
  | { kind: 'message' }

/** The page around the frame. */
export interface Host {
  say(message: ToHost): void
}

/** Messages of ours are told from all others on the page by this mark. */
export const mark = 'firstline'

/**
 * Waits for the page's hello, and from then on listens to that page and origin alone and answers to that origin alone.
 * Which pages may be there is the server's word (`frame-ancestors`).
 */
export function meetHost(hear: (message: FromHost, host: Host) => void, inside: Window = window): () => void {
  let origin: string | null = null
  const host: Host = {
    say: (message) => {
      if (origin) inside.parent.postMessage({ [mark]: message }, origin)
    },
  }
  const told = (event: MessageEvent) => {
    const message: FromHost | undefined = event.data?.[mark]
    if (event.source !== inside.parent || !message?.kind) return
    if (origin === null && message.kind === 'hello' && isAround(event.origin, inside)) origin = event.origin
    if (event.origin === origin) hear(message, host)
  }
  inside.addEventListener('message', told)
  return () => inside.removeEventListener('message', told)
}

/** Whether the browser itself says, where it does, that this origin frames us. */
function isAround(origin: string, { location, document }: Window): boolean {
  const around = location.ancestorOrigins?.[0] ?? originOf(document.referrer)
  return around === null || around === origin
}

const originOf = (address: string) => (URL.canParse(address) ? new URL(address).origin : null)
