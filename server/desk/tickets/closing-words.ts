import type { Entry } from '../../../shared/entry.ts'
import type { WrapUpSuggestion } from '../../../shared/protocol/ticket.ts'
import { evolveSteps, type StepTaken } from '../../../shared/step.ts'
import { tells } from './courtesies.ts'
import { shortened } from './shortening.ts'

type Closing = Pick<WrapUpSuggestion, 'code' | 'resolution' | 'subject'>

/** How a chat ended and what it was about, as far as its timeline says so. A reopening begins anew. */
export function closingOf(timeline: readonly Entry[], requester: string): Closing {
  const talk = timeline.slice(timeline.findLastIndex(({ kind }) => kind === 'reopened') + 1)
  const resolution = resolutionIn(talk, requester)
  return { code: codeOf(talk, requester, resolution), resolution, subject: subjectIn(timeline, requester) }
}

function codeOf(talk: readonly Entry[], requester: string, resolution: Closing['resolution']): Closing['code'] {
  if (fellSilent(talk, requester)) return { is: 'no-answer', why: 'silent' }
  return resolution && { is: 'solved', why: 'answered' }
}

const answers: readonly Entry['kind'][] = ['said', 'step-taken', 'step-back', 'guide-started', 'guide-stuck']

/** Asked whether he is still there, he neither wrote nor did anything any more. */
function fellSilent(talk: readonly Entry[], requester: string) {
  const asked = talk.findLastIndex((entry) => entry.kind === 'nudged' || (entry.kind === 'ended' && entry.why === 'silent'))
  return asked >= 0 && !talk.slice(asked + 1).some((entry) => answers.includes(entry.kind) && entry.by === requester)
}

/** The step with which a guide solved it, or the article that did; else what an agent said last. */
function resolutionIn(talk: readonly Entry[], requester: string): Closing['resolution'] {
  const ended = talk.findLastIndex(solves)
  const step = talk
    .slice(0, ended + 1)
    .reduce<readonly StepTaken[]>(evolveSteps, [])
    .findLast(({ what }) => what !== '')
  return step ? { text: step.what, why: 'step' } : saidLast(talk, requester)
}

/** The last thing that an agent told the requester: neither a question nor a mere courtesy, which solve nothing. */
function saidLast(talk: readonly Entry[], requester: string): Closing['resolution'] {
  const texts = talk.flatMap((entry) => (entry.kind === 'said' && entry.by !== requester ? [entry.body?.text.trim() ?? ''] : []))
  const text = texts.findLast((one) => one !== '' && !one.endsWith('?') && tells(one))
  return text === undefined ? null : { text, why: 'said' }
}

const solves = (entry: Entry) => (entry.kind === 'guide-ended' ? entry.how === 'solved' : entry.kind === 'article-answered' && entry.helped)

const longestSubject = 120

/** The first line that tells something, where the ticket is still called by a greeting. */
function subjectIn(timeline: readonly Entry[], requester: string): string | null {
  const opened = timeline.find((entry) => entry.kind === 'opened')
  if (!opened?.body || tells(opened.body.subject)) return null
  const lines = timeline.flatMap((entry) => (entry.kind === 'said' && entry.by === requester ? (entry.body?.text.split('\n') ?? []) : []))
  const line = lines.map((one) => one.trim()).find(tells)
  return line === undefined ? null : shortened(line, longestSubject)
}
