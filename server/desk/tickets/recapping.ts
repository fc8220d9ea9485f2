import type { Entry } from '../../../shared/entry.ts'
import type { Named } from '../../../shared/people.ts'
import type { Recap, Told } from '../../../shared/recap.ts'
import { evolveSteps, type StepTaken } from '../../../shared/step.ts'
import { tells } from './courtesies.ts'
import { shortened } from './shortening.ts'

const mostTried = 8
const mostTold = 4
const longestLine = 240

/** What a timeline says, in a few lines. It knows nothing but the entries. */
export function recapOf(timeline: readonly Entry[]): Recap {
  const requester = timeline.find((entry) => entry.kind === 'opened')?.requester
  const said = timeline.flatMap((entry) =>
    entry.kind === 'said' ? [{ by: entry.by, at: entry.at, text: entry.body?.text.trim() ?? '' }] : [],
  )
  const [theirs, ours] = [said.filter(({ by }) => by === requester), said.filter(({ by }) => by !== requester)]
  return {
    asked: askedIn([...toldIn(timeline), ...theirs]),
    tried: triedIn(timeline),
    told: ours.filter(isHelp).slice(-mostTold).map(inShort),
    helped: helpedIn(timeline),
    agents: agentsIn(timeline),
    moved: timeline.filter((entry) => entry.kind === 'transferred' || entry.kind === 'lost' || entry.kind === 'reassigned').length,
    reopened: timeline.filter(({ kind }) => kind === 'reopened').length,
    messages: { requester: theirs.length, agents: ours.length },
    ...durations(timeline),
  }
}

/** What he said where he wrote nothing: on the phone, at the counter. */
const toldIn = (timeline: readonly Entry[]) =>
  timeline.flatMap((entry) => (entry.kind === 'told' ? [{ by: entry.by, at: entry.at, text: entry.body?.text.trim() ?? '' }] : []))

/** His first lines, up to the first that tells something. */
function askedIn(theirs: readonly Told[]): string | null {
  const first = theirs.findIndex(({ text }) => tells(text))
  const text = theirs
    .slice(0, first + 1)
    .map((one) => one.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
  return text === '' ? null : shortened(text, longestLine)
}

function triedIn(timeline: readonly Entry[]): Recap['tried'] {
  const steps = timeline.reduce<readonly StepTaken[]>(evolveSteps, [])
  return steps
    .filter(({ what }) => what !== '')
    .slice(-mostTried)
    .map(({ what, outcome, answer }) => ({ what, outcome, ...(answer && { answer }) }))
}

const isHelp = ({ text }: Told) => text !== '' && !text.endsWith('?') && tells(text)

const inShort = (told: Told): Told => ({ ...told, text: shortened(told.text.replaceAll(/\s+/g, ' '), longestLine) })

/** The last resolution, unless it was opened again since. */
function helpedIn(timeline: readonly Entry[]): Recap['helped'] {
  const last = timeline.findLast((entry) => entry.kind === 'resolved' || entry.kind === 'reopened')
  return last?.kind === 'resolved' ? { code: last.code, text: last.body?.resolution ?? '', at: last.at } : null
}

/** By the names that they had when they came first. */
function agentsIn(timeline: readonly Entry[]): Named[] {
  const names = new Map<string, string>()
  for (const entry of timeline) {
    if ((entry.kind === 'assigned' || entry.kind === 'joined') && !names.has(entry.agent)) names.set(entry.agent, entry.body?.name ?? '')
  }
  return [...names].map(([id, name]) => ({ id, name }))
}

function durations(timeline: readonly Entry[]): Pick<Recap, 'waitedSeconds' | 'talkedSeconds'> {
  const opened = timeline[0]
  const came = timeline.find(({ kind }) => kind === 'assigned')
  const over = timeline.find(({ kind }) => kind === 'abandoned' || kind === 'ended' || kind === 'resolved' || kind === 'message-left')
  const until = came ?? over
  const lastSaid = timeline.findLast(({ kind }) => kind === 'said' || kind === 'ended')
  return {
    waitedSeconds: opened && until ? between(opened, until) : null,
    talkedSeconds: came && lastSaid ? Math.max(0, between(came, lastSaid)) : null,
  }
}

const between = (from: Entry, to: Entry) => Math.round((Date.parse(to.at) - Date.parse(from.at)) / 1000)
