import type { AttachedFile } from './files.ts'

/** How a step went: it was done and went well, it was done in vain, or it could not be done. */
export const outcomes = ['done', 'did-not-help', 'cannot'] as const
export type Outcome = (typeof outcomes)[number]

/** How a guide ends: the matter is solved, it goes to those who know more, or to whoever is there. */
export const ends = ['solved', 'escalate', 'person'] as const
export type End = (typeof ends)[number]

/** Where an answer leads: to the step below, to one that is named, or to an end. */
export type Way = 'next' | End | { step: string }

/** An answer of a step's own, such as "The lamp is red". */
export interface Choice {
  id: string
  label: string
  way: Way
}

/** A picture of what is to be done, as the desk keeps it. */
export interface GuidePicture extends AttachedFile {
  width: number
  height: number
  /** What it shows, for those who do not see it. */
  text: string
}

export interface GuideStep {
  id: string
  title: string
  /** In Markdown. */
  text: string
  picture?: GuidePicture
  /** To be copied; empty where there is none. */
  command: string
  /** How many minutes it takes; null where nobody said. */
  minutes: number | null
  /** Where each outcome leads; null where it is not offered. */
  ways: Record<Outcome, Way | null>
  choices: Choice[]
}

/** Help in steps, as it is written down. */
export interface GuideContent {
  name: string
  /** In which it is written, such as `en`. */
  language: string
  /** What people write who need it. */
  words: string[]
  /** Requesters may go through it without an agent. */
  alone: boolean
  steps: GuideStep[]
}

/** More than this, written as JSON, no message of the wire would carry. */
export const mostGuideBytes = 40_000
export const mostSteps = 40
/** A picture of a step is no larger: it is part of the guide's file, too. */
export const mostPictureBytes = 5_000_000

/** The step or the end that a way leads to; null where it leads nowhere. */
export function targetOf({ steps }: Pick<GuideContent, 'steps'>, from: string, way: Way): { step: string } | { end: End } | null {
  if (way === 'next') {
    const below = steps[steps.findIndex(({ id }) => id === from) + 1]
    return below ? { step: below.id } : null
  }
  if (typeof way === 'string') return { end: way }
  return steps.some(({ id }) => id === way.step) ? { step: way.step } : null
}

/** All ways that lead on from a step, in the order of its answers. */
export const waysOf = ({ ways, choices }: Pick<GuideStep, 'ways' | 'choices'>): Way[] => [
  ...choices.map(({ way }) => way),
  ...outcomes.flatMap((outcome) => ways[outcome] ?? []),
]

/** Where one goes on who leaves a step out: as if it had not helped. */
export function wayPast({ ways, choices }: Pick<GuideStep, 'ways' | 'choices'>): Way {
  return ways['did-not-help'] ?? ways.done ?? ways.cannot ?? choices[0]?.way ?? 'next'
}

/** The steps that probably follow: the first way of each that leads to one that was not yet. */
export function stepsAhead(content: Pick<GuideContent, 'steps'>, from: string): GuideStep[] {
  const seen = new Set([from])
  const ahead: GuideStep[] = []
  for (let step = next(from); step; step = next(step.id)) {
    seen.add(step.id)
    ahead.push(step)
  }
  return ahead

  function next(id: string) {
    const here = content.steps.find((one) => one.id === id)
    const targets = here ? waysOf(here).map((way) => targetOf(content, id, way)) : []
    const found = targets.flatMap((target) => (target && 'step' in target && !seen.has(target.step) ? [target.step] : []))
    return content.steps.find((one) => one.id === found[0])
  }
}
