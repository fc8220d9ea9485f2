import { computed, createModel, effect, signal } from '@preact/signals'
import type { News } from '../../shared/protocol/news.ts'
import { route } from '../router.ts'
import type { Session } from './session.ts'

type Needs = Pick<Session, 'connection' | 'chats' | 'bell' | 'notices'>

/** What I am to hear of: the same on all my devices, until I have seen it on one of them. */
export const NewsModel = createModel(({ connection, chats, bell, notices }: Needs) => {
  const all = signal<readonly News[]>([])
  const isOpen = signal(false)
  /** Whether the desk has said what there is. */
  const isKnown = signal(false)
  const unseen = computed(() => all.value.filter(({ seen }) => !seen))

  async function load() {
    const answer = await connection.ask('news:list', {}).catch(() => null)
    if (!answer) return
    all.value = answer.news
    isKnown.value = true
  }

  function meet(news: News) {
    all.value = [news, ...all.peek().filter((one) => keyOf(one) !== keyOf(news))]
    bell.message()
  }

  function mark(conversation: string | null) {
    all.value = all.peek().map((one) => (conversation === null || one.conversation === conversation ? { ...one, seen: true } : one))
  }

  async function see(conversation: string | null) {
    mark(conversation)
    await connection.ask('news:see', { conversation }).catch(() => undefined)
  }

  effect(() => connection.onBack(() => void load()))
  effect(() => connection.on('news:came', meet))
  effect(() => connection.on('news:seen', ({ conversation }) => mark(conversation)))
  // What stands before one's eyes is seen.
  effect(() => {
    const place = route.value
    const here = unseen.value.find(
      ({ conversation, number }) =>
        (place.at === 'chats' && chats.focus.value === conversation) || (place.at === 'ticket' && place.number === number),
    )
    if (here && document.visibilityState === 'visible') void see(here.conversation)
  })

  return {
    all,
    unseen,
    isOpen,
    isKnown,
    see,
    async follow({ conversation, following }: Pick<News, 'conversation' | 'following'>) {
      try {
        await connection.ask('follow:set', { conversation, following: !following })
        all.value = all.peek().map((one) => (one.conversation === conversation ? { ...one, following: !following } : one))
      } catch (error) {
        notices.refused(error)
      }
    },
  }
})

export type NewsOf = InstanceType<typeof NewsModel>

/** By which one thing is told from another. */
export const keyOf = ({ conversation, lane, seq, why }: News) => `${conversation} ${lane} ${seq} ${why}`
