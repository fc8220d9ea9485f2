import { computed, createModel, effect, signal } from '@preact/signals'
import type { ArticleHit } from '../../shared/protocol/article.ts'
import type { TicketRow } from '../../shared/protocol/ticket-list.ts'
import { go } from '../router.ts'
import { type Command, commandsOf } from './commands.ts'
import { fit } from './fuzzy.ts'
import { spoken } from './language.ts'
import type { Session } from './session.ts'

const recentKey = 'firstline:console:recent'
const mostRecent = 8
const mostShown = 12
const searchAfterMs = 180

/** Finds and does everything by typing a few letters; what was used lately comes first. */
export const PaletteModel = createModel((session: Session) => {
  const typed = signal('')
  const found = signal<readonly Command[]>([])
  const recent = recentIn(session)

  effect(() => {
    const words = typed.value.trim()
    if (words.length < 2) {
      found.value = []
      return
    }
    const timer = setTimeout(() => void search(words), searchAfterMs)
    return () => clearTimeout(timer)
  })

  async function search(words: string) {
    // What does not come is left out: the palette still knows all that is on the desk.
    const [tickets, articles] = await Promise.all([
      session.connection
        .ask('ticket:list', { words, limit: 5 })
        .then(({ rows }) => rows.map(ticketCommand))
        .catch(nothing),
      session.connection
        .ask('articles:search', { words, language: spoken.peek(), limit: 4 })
        .then(({ hits }) => hits.map(articleCommand))
        .catch(nothing),
    ])
    if (typed.peek().trim() === words) found.value = [...tickets, ...articles]
  }

  return {
    typed,
    /** What fits what is typed, the best first. */
    shown: computed(() => [...best(commandsOf(session), typed.value, recent), ...found.value]),
    run(command: Command) {
      const kept = [command.id, ...recent.filter((id) => id !== command.id)].slice(0, mostRecent)
      session.store.set(recentKey, JSON.stringify(kept))
      session.overlay.close()
      command.run()
    },
  }
})

const nothing = (): Command[] => []

const articleCommand = ({ id, title, excerpt }: ArticleHit): Command => ({
  id: `article ${id}`,
  group: 'articles',
  text: title,
  hint: excerpt.map(({ text }) => text).join(''),
  run: () => go({ at: 'knowledge', article: id, how: 'read' }),
})

function ticketCommand({ conversation, number, label, subject, requester }: TicketRow): Command {
  return {
    id: `ticket ${conversation}`,
    group: 'tickets',
    text: `${label} ${subject.map(({ text }) => text).join('')}`,
    hint: requester.name,
    run: () => go({ at: 'ticket', number }),
  }
}

/** Those that fit, the best first; with nothing typed, what was used lately and then everything in its order. */
export function best(commands: readonly Command[], typed: string, recent: readonly string[]): Command[] {
  const lately = ({ id }: Command) => (recent.includes(id) ? mostRecent - recent.indexOf(id) : 0)
  return commands
    .flatMap((command) => {
      const score = scoreOf(command, typed)
      return score === null ? [] : [{ command, score: score + lately(command) * (typed.trim() ? 2 : 1) }]
    })
    .toSorted((one, other) => other.score - one.score)
    .slice(0, mostShown)
    .map(({ command }) => command)
}

function scoreOf({ text, hint }: Command, typed: string): number | null {
  const [named, told] = [fit(typed, text), fit(typed, `${text} ${hint}`)]
  if (named === null) return told === null ? null : told / 2
  return named
}

function recentIn({ store }: Session): string[] {
  try {
    const kept: unknown = JSON.parse(store.get(recentKey) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
