import { computed, createModel, effect, signal } from '@preact/signals'
import type { TicketRow } from '../../shared/protocol/ticket-list.ts'
import { go } from '../router.ts'
import { type Command, commandsOf } from './commands.ts'
import { fit } from './fuzzy.ts'
import type { Session } from './session.ts'

const recentKey = 'firstline:console:recent'
const mostRecent = 8
const mostShown = 12
const searchAfterMs = 180

/** Finds and does everything by typing a few letters; what was used lately comes first. */
export const PaletteModel = createModel((session: Session) => {
  const typed = signal('')
  const tickets = signal<readonly Command[]>([])
  const recent = recentIn(session)

  effect(() => {
    const words = typed.value.trim()
    if (words.length < 2) {
      tickets.value = []
      return
    }
    const timer = setTimeout(() => void search(words), searchAfterMs)
    return () => clearTimeout(timer)
  })

  async function search(words: string) {
    try {
      const { rows } = await session.connection.ask('ticket:list', { words, limit: 5 })
      if (typed.peek().trim() === words) tickets.value = rows.map(asCommand)
    } catch {
      // The palette still knows all that is on the desk.
    }
  }

  return {
    typed,
    /** What fits what is typed, the best first. */
    shown: computed(() => [...best(commandsOf(session), typed.value, recent), ...tickets.value]),
    run(command: Command) {
      const kept = [command.id, ...recent.filter((id) => id !== command.id)].slice(0, mostRecent)
      session.store.set(recentKey, JSON.stringify(kept))
      session.overlay.close()
      command.run()
    },
  }
})

function asCommand({ conversation, number, label, subject, requester }: TicketRow): Command {
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
