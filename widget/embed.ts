import type { LauncherLook } from '../shared/look.ts'
import { launcherIcon } from './launcher-icon.ts'
import { launcherStyles } from './launcher-styles.ts'
import type { FromHost, ToHost } from './models/host.ts'

/** What a host page may ask of the help desk. */
export interface PageApi {
  open(): void
  close(): void
  /** Says who the page's user is, by a JWT that the page's server signed. */
  identify(jwt: string): void
  /** The user signed out: nothing of the visit stays in this browser. */
  reset(): void
  /** Hears of 'open', 'close', 'unread' (with the count) and 'message'; returns its undo. */
  on(name: PageEvent, hear: (count?: number) => void): () => void
}

type PageEvent = 'open' | 'close' | 'unread' | 'message'

declare global {
  interface Window {
    Firstline?: PageApi
  }
}

const flag = 'firstline:open'

const script = document.currentScript as HTMLScriptElement | null
// As the site says for us, or of itself; the frame asks the browser where neither does.
const language = script?.dataset.language || document.documentElement.lang
// The server writes the look in here, since a strict page lets us ask for nothing.
const look: LauncherLook = JSON.parse('firstline:look')
const texts: Record<string, [title: string, chat: string]> = { de: ['IT-Helpdesk', '-Chat'] }
const wished = (language || navigator.language).slice(0, 2)
const spoken = look.languages.includes(wished) ? wished : (look.languages[0] ?? 'en')
const [name, chat] = texts[spoken] ?? ['IT help desk', ' chat']
const title = look.names[spoken] ?? name
const label = title + chat
// A page that loads us twice gets one launcher.
if (script && !window.Firstline) window.Firstline = start(new URL(script.src).origin)

function start(origin: string): PageApi {
  const { home, button, badge } = launcher()
  const heard = new Set<{ name: PageEvent; hear(count?: number): void }>()
  let frame: HTMLIFrameElement | null = null
  let isReady = false
  let isOpen = false
  let identity: string | null = null
  let mustReset = false

  const tell = (name: PageEvent, count?: number) => {
    for (const one of heard) if (one.name === name) one.hear(count)
  }
  const say = (firstline: FromHost) => isReady && frame?.contentWindow?.postMessage({ firstline }, origin)

  function makeFrame() {
    if (frame) return frame
    frame = document.createElement('iframe')
    frame.title = title
    frame.src = `${origin}/widget/frame?language=${language}`
    frame.hidden = true
    frame.onload = () => {
      isReady = true
      say({ kind: 'hello', open: isOpen, identity, reset: mustReset })
    }
    home.append(frame)
    // What the page stumbles over from now on, in case its user is asked for it; where its rules forbid it, nothing is known.
    import(`${origin}/widget/page-errors.js`).catch(() => {})
    return frame
  }

  function show(shouldOpen: boolean) {
    if (shouldOpen === isOpen) return
    isOpen = shouldOpen
    const shown = makeFrame()
    shown.hidden = !isOpen
    button.ariaExpanded = String(isOpen)
    say({ kind: isOpen ? 'opened' : 'closed' })
    ;(isOpen ? shown : button).focus()
    tell(isOpen ? 'open' : 'close')
  }

  function hear(message: ToHost) {
    if (message.kind === 'close') show(false)
    else if (message.kind === 'going') going(message.open)
    else if (message.kind === 'message') tell('message')
    else {
      badge.hidden = !message.count
      badge.textContent = String(message.count)
      button.ariaLabel = message.count ? `${label}, ${message.words}` : label
      // Whoever looks at another tab sees it there.
      document.title = (message.count ? `(${message.count}) ` : '') + document.title.replace(/^\(\d+\) /, '')
      tell('unread', message.count)
    }
  }

  button.onclick = () => show(!isOpen)
  addEventListener('message', ({ origin: from, source, data }) => {
    if (from === origin && source === frame?.contentWindow && data?.firstline) hear(data.firstline)
  })
  if (going()) (window.requestIdleCallback ?? setTimeout)(makeFrame)

  return {
    open: () => show(true),
    close: () => show(false),
    identify(jwt) {
      identity = jwt
      say({ kind: 'identify', identity: jwt })
    },
    reset() {
      identity = null
      mustReset = !isReady
      going(false)
      makeFrame()
      say({ kind: 'reset' })
    },
    on(name, hear) {
      const one = { name, hear }
      heard.add(one)
      return () => heard.delete(one)
    },
  }
}

/** The button in the corner, in a shadow of its own. */
function launcher() {
  const host = document.createElement('firstline-launcher')
  const home = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(launcherStyles(look.position, ...(look.colours ?? [])))
  home.adoptedStyleSheets = [sheet]
  const button = document.createElement('button')
  button.ariaLabel = label
  button.ariaExpanded = 'false'
  const badge = document.createElement('b')
  badge.hidden = true
  button.append(launcherIcon(), badge)
  home.append(button)
  // On a phone the keyboard covers the page: the frame keeps to what is left of it.
  const seen = visualViewport
  seen?.addEventListener('resize', () => {
    host.style.cssText = `--top:${seen.offsetTop}px;--height:${seen.height}px`
  })
  const attach = () => document.body.append(host)
  if (document.body) attach()
  else addEventListener('DOMContentLoaded', attach)
  return { home, button, badge }
}

/** Whether something was open on an earlier page; told so or not, it is that for the next. The flag says no more. */
function going(isOpen?: boolean) {
  try {
    if (isOpen) localStorage.setItem(flag, '1')
    else if (isOpen === false) localStorage.removeItem(flag)
    return Boolean(localStorage.getItem(flag))
  } catch {
    // A page without storage makes the frame when it is opened.
  }
}
