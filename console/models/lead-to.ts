import type { News } from '../../shared/protocol/news.ts'
import { go } from '../router.ts'
import type { Session } from './session.ts'

const tries = 30
const everyMs = 100

/** Opens the conversation and shows the entry that the news is about: older pages are fetched until it is there. */
export async function leadTo({ chats }: Pick<Session, 'chats'>, { conversation, lane, seq, text }: News): Promise<void> {
  go({ at: 'chats', conversation })
  const beginning = text?.split('\n')[0]?.slice(0, 80) ?? ''
  if (!beginning) return
  for (let attempt = 0; attempt < tries; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    if (chats.focus.peek() !== conversation) return
    const chat = chats.open.peek().get(conversation)
    const place = chat?.entries.peek().findIndex((entry) => entry.lane === lane && entry.seq === seq) ?? -1
    if (chat && place < 0 && chat.more.peek()) await chat.older()
    const pane = document.querySelector<HTMLElement>('.pane.focus')
    const line = pane && lineWith(pane, lane === 'internal' ? '.note' : '.message', beginning)
    if (line) return show(line)
    const log = pane?.querySelector<HTMLElement>('.log')
    // What is far from the reader is not drawn before he comes near.
    if (log && place >= 0) log.scrollTop = (place / (chat?.entries.peek().length ?? 1)) * log.scrollHeight - log.clientHeight / 2
  }
}

const lineWith = (pane: HTMLElement, kind: string, beginning: string) =>
  [...pane.querySelectorAll<HTMLElement>(kind)].findLast((line) => line.textContent?.includes(beginning))

function show(line: HTMLElement) {
  line.scrollIntoView({ block: 'center' })
  line.classList.add('led-to')
  line.addEventListener('animationend', () => line.classList.remove('led-to'), { once: true })
}
