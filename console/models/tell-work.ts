import type { Entry } from '../../shared/entry.ts'
import type { NameOf } from '../../shared/ui/lines.ts'
import { textOf } from '../../shared/ui/text.ts'
import { words } from '../words.ts'

type WorkEntry = Extract<Entry, { kind: 'work-passed' | 'escalated' | 'asked-in' | 'ask-over' | 'work-returned' | 'work-recalled' }>

/** Where the work went, told to agents; what the entry beside it says already is not said twice. */
export function tellWork(entry: WorkEntry, nameOf: NameOf): string | null {
  const { tell } = words.escalation
  switch (entry.kind) {
    case 'escalated':
      return tell.sent(nameOf(entry.by), nameOf(entry.team), textOf(entry.body?.ask))
    case 'work-passed':
      if (!entry.team) return tell.back(entry.agent ? nameOf(entry.agent) : '')
      return entry.agent ? tell.taken(nameOf(entry.agent)) : tell.waits(nameOf(entry.team))
    case 'asked-in':
      return tell.asked(nameOf(entry.agent))
    case 'ask-over': {
      const told = tell.over[entry.how](nameOf(entry.agent))
      return entry.how === 'declined' ? `${told}${entry.body ? `: ${textOf(entry.body.reason)}` : '.'}` : told
    }
    case 'work-returned':
      return tell.returned(nameOf(entry.by), textOf(entry.body?.missing))
    case 'work-recalled':
      return tell.recalled(nameOf(entry.by))
  }
}
