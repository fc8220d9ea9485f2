import { route } from '../router.ts'
import type { HandOvers } from './hand-overs.ts'
import type { NewsOf } from './news.ts'
import type { Session } from './session.ts'
import { countingKeys, type Deed, isOneOf, shortcuts } from './shortcuts.ts'
import { advising } from './together.ts'

interface Needs {
  handOvers: HandOvers
  news: NewsOf
  session: Session
}

/** The keys for what colleagues have to do with each other; returns their undo. */
export function watchTogether({ handOvers, news, session }: Needs): () => void {
  const acts: Partial<Record<Deed, () => unknown>> = {
    takeShift() {
      const wanted = handOvers.opened.peek() ?? handOvers.forMe.peek()[0]
      return wanted?.state === 'open' && handOvers.forMe.peek().includes(wanted) ? void handOvers.accept(wanted) : false
    },
    declineShift() {
      const wanted = handOvers.opened.peek() ?? handOvers.forMe.peek()[0]
      if (!wanted || !handOvers.isForMe(wanted)) return false
      handOvers.open(wanted, true)
    },
    news() {
      if (isCovered()) return false
      news.isOpen.value = true
    },
    follow() {
      const conversation = here(session)
      if (!conversation || isCovered()) return false
      void toggleFollowing(conversation, news, session)
    },
    advice() {
      const conversation = here(session)
      if (!conversation || isCovered()) return false
      advising.value = conversation
    },
  }
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const where = { inField: isField(event.target), single: session.habits.singleKeys.peek() }
    const deed = shortcuts.find((one) => one.does in acts && isOneOf(countingKeys(one, where), event))?.does
    if (!deed || acts[deed]?.() === false) return
    event.preventDefault()
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}

const isCovered = () => document.querySelector('dialog[open]') !== null

const isField = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('input, textarea, select')

/** Which conversation is looked at: in a chat, or on the page of its ticket. */
function here({ chats }: Session): string | null {
  const place = route.peek()
  if (place.at === 'chats') return chats.focus.peek()
  if (place.at !== 'ticket') return null
  return [...chats.open.peek()].find(([, { state }]) => state.peek()?.number === place.number)?.[0] ?? null
}

async function toggleFollowing(conversation: string, news: NewsOf, { connection, me }: Session) {
  const found = await connection.ask('follow:look', { conversation }).catch(() => null)
  if (found) await news.follow({ conversation, following: found.followers.some(({ id }) => id === me.id) })
}
