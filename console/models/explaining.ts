import type { Reasons } from '../../shared/entry.ts'
import type { Decision, WaitingNow, WaitingWhy } from '../../shared/protocol/line.ts'
import type { Behind, Exclusion } from '../../shared/queue.ts'
import type { NameOf } from '../../shared/ui/lines.ts'
import { textOf } from '../../shared/ui/text.ts'
import { words as laterWords } from '../later-words.ts'
import { words } from '../words.ts'
import { asClock, asSpan } from './time.ts'

/** A decision of the line in words: what was decided, and for which reasons. */
export function tellDecision(decision: Decision, nameOf: NameOf): { what: string; why: string[] } {
  const { decisions: told } = laterWords
  switch (decision.kind) {
    case 'offered':
      return { what: told.offered(nameOf(decision.agent)), why: reasonsIn(decision.why, nameOf) }
    case 'declined':
      return { what: told.declined(nameOf(decision.agent)), why: written(decision.body?.reason) }
    case 'expired':
      return { what: told.expired(nameOf(decision.agent)), why: [] }
    case 'withdrawn':
      return { what: told.withdrawn(nameOf(decision.agent)), why: [told.withdrawnWhy[decision.why]] }
    case 'assigned':
      return { what: told.assigned(nameOf(decision.agent)), why: decision.how === 'call' ? [] : [told.assignedHow[decision.how]] }
    case 'queued':
      return { what: told.queued(nameOf(decision.team)), why: [told.queuedWhy[decision.why]] }
    case 'lost':
      return { what: told.lost(nameOf(decision.agent)), why: [told.lostWhy[decision.why]] }
    case 'transferred': {
      const to = nameOf('team' in decision.to ? decision.to.team : decision.to.agent)
      return { what: told.transferred(nameOf(decision.by), to), why: written(decision.body?.comment) }
    }
  }
}

const written = (text: unknown) => (textOf(text) ? [textOf(text)] : [])

function reasonsIn({ rule, kept, chosen, others }: Reasons, nameOf: NameOf): string[] {
  const { decisions: told } = laterWords
  const byRule = told.rules[kept ? 'kept' : isRule(rule) ? rule : 'least-loaded']
  const first = told.chosen(nameOf(chosen.agent), chosen.load, chosen.capacity, asSpan(chosen.idleSeconds), byRule)
  return [first, ...others.flatMap(({ agent, why }) => (isExclusion(why) ? [told.others[why](nameOf(agent))] : []))]
}

const isRule = (rule: string): rule is keyof typeof laterWords.decisions.rules => Object.hasOwn(laterWords.decisions.rules, rule)

const isExclusion = (why: string): why is Exclusion | Behind => Object.hasOwn(laterWords.decisions.others, why)

/** Why somebody still waits, and who helps out. */
export function tellWaiting(now: WaitingWhy, nameOf: NameOf): string {
  const why = tellNow(now, nameOf)
  return now.help ? `${why} ${words.turns.help(nameOf(now.help.team), asClock(now.help.at))}` : why
}

function tellNow(now: WaitingNow, nameOf: NameOf): string {
  const { decisions: told } = laterWords
  switch (now.kind) {
    case 'offered':
      return told.nowOffered(nameOf(now.agent), now.seconds)
    case 'nobody-available':
      return told.nobodyAvailable(nameOf(now.team))
    case 'nobody-skilled':
      return told.nobodySkilled(now.skills.join(', '), now.widensAt ? asClock(now.widensAt) : '')
    case 'kept':
      return told.keptFor(nameOf(now.agent), asClock(now.until))
    case 'by-hand':
      return [told.byHand, ...(now.before > 0 ? [told.before(now.before)] : [])].join(' ')
    case 'in-turn': {
      const unable = now.unable.map((one) => unableIn(one, nameOf))
      return [...unable, ...(now.before > 0 ? [told.before(now.before)] : [])].join(' ') || told.next
    }
  }
}

function unableIn({ agent, askedAgainIn, paced }: Unable, nameOf: NameOf): string {
  const { decisions: told } = laterWords
  if (askedAgainIn === null) return told.noPlace(nameOf(agent))
  return paced ? told.paced(nameOf(agent), askedAgainIn) : told.askedAgain(nameOf(agent), askedAgainIn)
}

type Unable = Extract<WaitingNow, { kind: 'in-turn' }>['unable'][number]
