import { type Conversation, evolve } from '../../shared/conversation.ts'
import { type Entry, isPublic, type Lane } from '../../shared/entry.ts'
import { evolveVisible, type Visible } from '../../shared/visible.ts'
import type { Person } from './desk.ts'

/** What somebody saw happen in a conversation: folded from announcements alone, as they came, from its first entry on. */
export function observe(person: Person, conversation: string, kind: 'requester' | 'agent') {
  const entries = () =>
    person.heard.flatMap(({ name, news }) => {
      if (name !== 'entries:added') return []
      const added = news as { conversation: string; entries: Entry[] }
      return added.conversation === conversation ? added.entries : []
    })

  return {
    entries,
    /** The numbers of a lane in the order in which they were heard. */
    numbers: (lane: Lane) => entries().flatMap((entry) => (entry.lane === lane ? [entry.seq] : [])),
    /** Where the conversation stands after all that was heard since `before`. */
    stands: (before: Conversation | Visible): Conversation | Visible => {
      const later = (last: number, lane: Lane) => entries().filter((entry) => entry.lane === lane && entry.seq > last)
      if (kind === 'requester') {
        const visible = before as Visible
        return later(visible.last, 'public').filter(isPublic).reduce(evolveVisible, visible)
      }
      const state = before as Conversation
      const news = inOneOrder([...later(state.last.public, 'public'), ...later(state.last.internal, 'internal')])
      return news.reduce<Conversation>(evolve, state)
    },
  }
}

/** Both lanes as agents see them: by public number, internal entries after the one they follow. */
export function inOneOrder(entries: Entry[]): Entry[] {
  const place = (entry: Entry) => (entry.lane === 'public' ? [entry.seq, 0, 0] : [entry.after, 1, entry.seq])
  return [...entries].sort((one, other) => {
    const [a, b] = [place(one), place(other)]
    return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0)
  })
}
