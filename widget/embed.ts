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

const script = document.currentScript
// As the site says for us, or of itself; the frame asks the browser where neither does.
const language = script?.dataset.language || document.documentElement.lang
const texts: Record<string, [title: string, label: string, unread: string]> = {
  de: ['IT-Helpdesk', 'IT-Helpdesk-Chat', 'ungelesen'],
}
const [title, label, unread] = texts[(language || navigator.language).slice(0, 2)] ?? ['IT help desk', 'IT help desk chat', 'unread']
// A page that loads us twice gets one launcher.
if (script instanceof HTMLScriptElement && !window.Firstline) window.Firstline = start(new URL(script.src).origin)

function start(origin: string): PageApi {
  const { home, button, badge } = launcher()
  const heard: Record<PageEvent, Set<(count?: number) => void>> = {
    open: new Set(),
    close: new Set(),
    unread: new Set(),
    message: new Set(),
  }
  let frame: HTMLIFrameElement | null = null
  let isReady = false
  let isOpen = false
  let identity: string | null = null
  let mustReset = false

  const tell = (name: PageEvent, count?: number) => {
    for (const hear of heard[name]) hear(count)
  }
  const say = (firstline: FromHost) => isReady && frame?.contentWindow?.postMessage({ firstline }, origin)

  function makeFrame() {
    if (frame) return frame
    frame = document.createElement('iframe')
    frame.title = title
    frame.src = `${origin}/widget/frame?language=${language}`
    frame.allow = 'clipboard-write'
    frame.hidden = true
    frame.onload = () => {
      isReady = true
      say({ kind: 'hello', open: isOpen, identity, reset: mustReset })
    }
    home.append(frame)
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
    else if (message.kind === 'going') remember(message.open)
    else if (message.kind === 'message') tell('message')
    else {
      badge.hidden = !message.count
      badge.textContent = String(message.count)
      button.ariaLabel = message.count ? `${label}, ${message.count} ${unread}` : label
      tell('unread', message.count)
    }
  }

  button.onclick = () => show(!isOpen)
  addEventListener('message', ({ origin: from, source, data }) => {
    if (from === origin && source === frame?.contentWindow && data?.firstline) hear(data.firstline)
  })
  if (wasOpen()) (window.requestIdleCallback ?? setTimeout)(makeFrame)

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
      remember(false)
      makeFrame()
      say({ kind: 'reset' })
    },
    on(name, hear) {
      heard[name].add(hear)
      return () => heard[name].delete(hear)
    },
  }
}

/** The button in the corner, in a shadow of its own. */
function launcher() {
  const host = document.createElement('firstline-launcher')
  const home = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(launcherStyles)
  home.adoptedStyleSheets = [sheet]
  const button = document.createElement('button')
  button.type = 'button'
  button.ariaLabel = label
  button.ariaExpanded = 'false'
  const badge = document.createElement('b')
  badge.hidden = true
  button.append(icon(), badge)
  home.append(button)
  const attach = () => document.body.append(host)
  if (document.body) attach()
  else addEventListener('DOMContentLoaded', attach)
  return { home, button, badge }
}

/** Two speech bubbles. Drawn by hand, since a page with trusted types lets no markup in. */
function icon() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.ariaHidden = 'true'
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute(
    'd',
    'M16 10a2 2 0 0 1-2 2H6.8a2 2 0 0 0-1.4.6L3.2 14.8A.7.7 0 0 1 2 14.3V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2zm4-1a2 2 0 0 1 2 2v10.3a.7.7 0 0 1-1.2.5l-2.2-2.2a2 2 0 0 0-1.4-.6H10a2 2 0 0 1-2-2v-1',
  )
  svg.append(path)
  return svg
}

/** Whether something was open on an earlier page. The flag says no more than that. */
function wasOpen() {
  try {
    return localStorage.getItem(flag) === '1'
  } catch {
    return false
  }
}

function remember(isOpen: boolean) {
  try {
    if (isOpen) localStorage.setItem(flag, '1')
    else localStorage.removeItem(flag)
  } catch {
    // A page without storage makes the frame when it is opened.
  }
}
