import type { Entry } from './entry.ts'

/** Whose turn it is to speak while people talk. */
export type Speaker = 'requester' | 'agent'

/** What the clock does about silence, one after the other: about a requester's, and about an agent's. */
export const silenceSteps = {
  requester: ['nudge', 'hold', 'close'],
  agent: ['warn', 'supervise', 'requeue'],
} as const
export type SilenceStep = (typeof silenceSteps)[Speaker][number]

/** After how many seconds of silence each is done; null is never. */
export type SilenceRules = Record<SilenceStep, number | null>

/** A desk that was never told otherwise leaves silence alone. */
export const noSilenceRules: SilenceRules = { nudge: null, hold: null, close: null, warn: null, supervise: null, requeue: null }

/** Who is to speak next, since when, and what the clock did last about his silence. */
export interface Silence {
  of: Speaker
  since: string
  reached: { step: SilenceStep; at: string } | null
}

/** A chat that rests for now. */
export interface Hold {
  since: string
  /** When it goes on by itself; null is when somebody says so, or the requester writes. */
  until: string | null
  reason: string
  /** The clock put it on hold, since the requester had fallen silent. */
  silent: boolean
}

/** What an entry needs to know of its conversation to say whose turn it is. */
interface Before {
  requester: string
  silence?: Silence | null
  hold?: Hold | null
}

/** Who is to speak after one more entry, and whether the chat rests; empty where nothing changes. */
export function silenceAfter({ requester, silence = null, hold = null }: Before, entry: Entry): Pick<Before, 'silence' | 'hold'> {
  switch (entry.kind) {
    case 'said':
      if (entry.news) return {}
      return spoken(silence, entry.by === requester ? 'agent' : 'requester', entry.at)
    // Whoever is being guided is at it, as long as he goes on; where he does not get on or is through, somebody else is to speak.
    case 'article-sent':
    case 'guide-started':
    case 'step-taken':
    case 'step-back':
    case 'step-added':
      return silence ? { silence: { of: 'requester', since: entry.at, reached: null } } : {}
    case 'article-answered':
    case 'guide-stuck':
    case 'guide-ended':
      return silence ? { silence: { of: 'agent', since: entry.at, reached: null } } : {}
    case 'awaited':
      return { silence: { of: entry.of, since: entry.at, reached: null } }
    case 'assigned':
    case 'resumed':
      return { silence: { of: 'agent', since: entry.at, reached: null }, hold: null }
    case 'nudged':
      return { silence: reached(silence, 'nudge', entry.at) }
    case 'warned':
      return { silence: reached(silence, entry.whom === 'agent' ? 'warn' : 'supervise', entry.at) }
    case 'held': {
      const { at: since, until = null, why, body } = entry
      const silent = why === 'silent'
      return { hold: { since, until, reason: body?.reason ?? '', silent }, ...(silent && { silence: reached(silence, 'hold', since) }) }
    }
    case 'queued':
    case 'message-left':
    case 'abandoned':
    case 'ended':
      return silence || hold ? { silence: null, hold: null } : {}
    default:
      return {}
  }
}

/** A requester who adds to what he asked waits since he asked; an agent who asks once more waits anew. */
function spoken(silence: Silence | null, next: Speaker, at: string): Pick<Before, 'silence'> {
  if (!silence || (next === 'agent' && silence.of === 'agent')) return {}
  return { silence: { of: next, since: at, reached: null } }
}

const reached = (silence: Silence | null, step: SilenceStep, at: string) => silence && { ...silence, reached: { step, at } }
