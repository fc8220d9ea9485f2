import type { Choice, GuideContent, GuidePicture, GuideStep, Way } from '../../shared/guide.ts'

/** What makes a guide empty. */
export const noGuide = (language: string): GuideContent => ({ name: '', language, words: [], alone: true, steps: [emptyStep([])] })

/** A step to be filled in: where it helped or did not, one goes on below. */
export function emptyStep(steps: readonly GuideStep[]): GuideStep {
  const ways = { done: 'solved', 'did-not-help': 'next', cannot: 'next' } as const
  return { id: newName('step', steps), title: '', text: '', command: '', minutes: null, ways, choices: [] }
}

export const emptyChoice = (choices: readonly Choice[]): Choice => ({ id: newName('choice', choices), label: '', way: 'next' })

/** A name that none of these has yet, readable in a file. */
function newName(what: string, taken: readonly { id: string }[]) {
  const names = new Set(taken.map(({ id }) => id))
  let number = taken.length + 1
  while (names.has(`${what}-${number}`)) number += 1
  return `${what}-${number}`
}

export const withChanged = <T extends { id: string }>(all: readonly T[], id: string, change: Partial<T>): T[] =>
  all.map((one) => (one.id === id ? { ...one, ...change } : one))

/** The same step with this picture, or with none. */
export const withPicture = ({ picture: _, ...step }: GuideStep, picture: GuidePicture | null): GuideStep => ({
  ...step,
  ...(picture && { picture }),
})

/** One of them further up or down. */
export function moved<T extends { id: string }>(all: readonly T[], id: string, by: 1 | -1): T[] {
  const from = all.findIndex((one) => one.id === id)
  const one = all[from]
  const to = from + by
  return one && to >= 0 && to < all.length ? all.toSpliced(from, 1).toSpliced(to, 0, one) : [...all]
}

/** A way as a choice of a list: the empty one is not offered. */
export const writtenWay = (way: Way | null): string => (way === null ? '' : typeof way === 'string' ? way : `step:${way.step}`)

export function readWay(written: string): Way | null {
  if (written.startsWith('step:')) return { step: written.slice('step:'.length) }
  return written === 'next' || written === 'solved' || written === 'escalate' || written === 'person' ? written : null
}

/** Words as they are written: `vpn, forticlient`. */
export const readWords = (written: string): string[] => [
  ...new Set(
    written
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
]
