import type { Entry } from '../../../shared/entry.ts'
import type { End } from '../../../shared/guide.ts'
import { evolveGuide, type GuideRun } from '../../../shared/guide-run.ts'
import type { GuideFigures } from '../../../shared/protocol/guide.ts'

/** What is known of one run: its entries from its beginning on, and the contact that it belongs to. */
export interface RunKept {
  ticket: number
  /** Whether the contact is over. */
  isOver: boolean
  requester: string
  entries: readonly Entry[]
}

/** What became of those who were led through a guide, each figure as the tickets behind it, the newest first. */
export function figuresOf(kept: readonly RunKept[], days: number): GuideFigures {
  const runs = kept.map(lookedAt)
  const where = (fits: (run: Looked) => boolean) => runs.filter(fits).map(({ ticket }) => ticket)
  const ids = [
    ...new Set(runs.flatMap(({ run, at, published }) => [...run.trail.map(({ step }) => step), at].filter((id) => published.has(id)))),
  ]
  const order = (id: string) => runs[0]?.run.content.steps.findIndex((step) => step.id === id) ?? -1
  return {
    days,
    begun: where(() => true),
    alone: where(({ isAlone }) => isAlone),
    solved: where(({ how }) => how === 'solved'),
    escalated: where(({ how }) => how === 'escalate'),
    person: where(({ how }) => how === 'person'),
    givenUp: where(isGivenUp),
    // What was written down after a call has no time of its own.
    minutes: median(runs.flatMap(({ how, minutes }) => (how && how !== 'stopped' && minutes > 0 ? [minutes] : []))),
    steps: ids
      .toSorted((one, other) => order(one) - order(other))
      .map((id) => ({
        id,
        title: titleOf(id, runs),
        taken: where(({ run }) => run.trail.some(({ step }) => step === id)),
        solved: where(({ how, run }) => how === 'solved' && run.trail.at(-1)?.step === id),
        givenUp: where((one) => isGivenUp(one) && one.at === id),
      })),
  }
}

interface Looked {
  ticket: number
  run: GuideRun
  /** The steps that the guide has; an agent may have put in some of his own. */
  published: ReadonlySet<string>
  /** Where it stands or stood last, among those. */
  at: string
  how: End | 'stopped' | null
  isAlone: boolean
  isOver: boolean
  minutes: number
}

/** Given up: somebody stopped it, or the contact ended in the middle of it. */
const isGivenUp = ({ how, isOver }: Looked) => how === 'stopped' || (how === null && isOver)

function lookedAt({ ticket, isOver, requester, entries }: RunKept): Looked {
  const [first] = entries
  if (first?.kind !== 'guide-started') throw new Error('A run begins with its beginning')
  const own = entries.slice(1).filter((entry) => 'run' in entry && entry.run === first.run)
  const end = own.find((entry) => entry.kind === 'guide-ended')
  const run = [first, ...own.filter((entry) => entry !== end)].reduce<GuideRun | null>(evolveGuide, null)
  if (!run) throw new Error('A run that begins is one')
  const minutes = end ? (Date.parse(end.at) - Date.parse(first.at)) / 60_000 : 0
  const published = new Set(first.content.steps.map(({ id }) => id))
  return {
    ticket,
    run,
    published,
    at: stepOf(run, published),
    how: end?.kind === 'guide-ended' ? end.how : null,
    isAlone: first.by === requester,
    isOver,
    minutes,
  }
}

/** A step of an agent's own leads back to one of the guide. */
function stepOf({ content, at }: Pick<GuideRun, 'content' | 'at'>, published: ReadonlySet<string>): string {
  const back = published.has(at) ? null : content.steps.find(({ id }) => id === at)?.ways.done
  return back && typeof back === 'object' ? stepOf({ content, at: back.step }, published) : at
}

const titleOf = (id: string, runs: readonly Looked[]) =>
  runs.flatMap(({ run }) => run.content.steps.find((step) => step.id === id)?.title ?? [])[0] ?? id

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  return middle === undefined ? null : Math.round(middle * 10) / 10
}
