import { effect, untracked } from '@preact/signals'
import type { News } from '../../shared/protocol/news.ts'
import { go, route } from '../router.ts'
import type { Session } from './session.ts'

/**
 * Opens the conversation and shows the entry that the news is about: older pages are fetched until it is there, and it is looked
 * for whenever something is drawn. It ends with that, or as soon as somebody looks elsewhere or does something himself.
 */
export function leadTo({ chats }: Pick<Session, 'chats'>, { conversation, lane, seq, text }: News): void {
  go({ at: 'chats', conversation })
  const beginning = text?.split('\n')[0]?.slice(0, 80) ?? ''
  if (!beginning) return
  const kind = lane === 'internal' ? '.note' : '.message'
  /** How far down the entry lies, from 0 to 1; null while it has not come. */
  let depth: number | null = null

  const stopFollowing = effect(() => {
    const at = route.value
    if (at.at !== 'chats' || at.conversation !== conversation) return queueMicrotask(stop)
    const chat = chats.open.value.get(conversation)
    const entries = chat?.entries.value ?? []
    const place = entries.findIndex((entry) => entry.lane === lane && entry.seq === seq)
    depth = place < 0 ? null : place / entries.length
    if (place >= 0) untracked(look)
    else if (chat?.more.value && !chat.loadingOlder.value) void untracked(chat.older)
  })
  const drawn = new MutationObserver(look)
  drawn.observe(document.body, { childList: true, subtree: true })
  for (const doing of own) addEventListener(doing, stop, { capture: true, once: true })

  function look() {
    const pane = document.querySelector<HTMLElement>('.pane.focus')
    if (depth === null || !pane) return
    const line = lineWith(pane, kind, beginning)
    const log = pane.querySelector<HTMLElement>('.log')
    // What is far from the reader is not drawn before he comes near.
    if (!line && log) log.scrollTop = depth * log.scrollHeight - log.clientHeight / 2
    if (!line) return
    show(line)
    queueMicrotask(stop)
  }

  function stop() {
    stopFollowing()
    drawn.disconnect()
    for (const doing of own) removeEventListener(doing, stop, { capture: true })
  }
}

const own = ['pointerdown', 'keydown', 'wheel'] as const

const lineWith = (pane: HTMLElement, kind: string, beginning: string) =>
  [...pane.querySelectorAll<HTMLElement>(kind)].findLast((line) => line.textContent?.includes(beginning))

function show(line: HTMLElement) {
  line.scrollIntoView({ block: 'center' })
  line.classList.add('led-to')
  line.addEventListener('animationend', () => line.classList.remove('led-to'), { once: true })
}
