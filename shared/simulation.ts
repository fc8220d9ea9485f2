import type { Change, Note, Problem } from './settings-file.ts'

/** How it was for those who asked and those who helped. Times are in seconds, parts from 0 to 1; null where there is nobody. */
export interface Figures {
  asked: number
  served: number
  median: number | null
  p90: number | null
  longest: number | null
  /** Who was helped within the aim, of those who stood in a line. */
  withinAim: number | null
  gaveUp: number | null
  /** Whom the line could not keep: they left a message, or are called back. */
  messages: number
  /** Who came when nobody was there. */
  closed: number
  /** Who still waited when it was over. */
  waiting: number
  /** Who went on waiting in another team's line. */
  moved: number
  /** Before whom somebody with a later turn was given to an agent, who could not be given him. */
  passedBy: number
  /** Offers that rang until they ran out. */
  missed: number
  /** What agents carried of what they had room for. */
  occupancy: number | null
  /** How evenly that is spread over the agents: 1 is alike. */
  fairness: number | null
}

/** Who came within a while, and how long they waited: one of them, and the last of ten. */
export interface Stretch {
  /** When it begins, in milliseconds since 1970. */
  at: number
  asked: number
  median: number | null
  p90: number | null
}

/** What came of letting traffic come to a desk as it is set up. */
export interface Tried {
  all: Figures
  /** By team, in the order of the desk. */
  teams: { team: string; figures: Figures }[]
  stretches: Stretch[]
  /** SHA-256 over all that happened: the same traffic, settings and seed have the same. */
  trace: string
}

/** The same traffic at a desk as it is, and as somebody proposes to set it up; without a proposal, null. */
export interface Comparison {
  asked: number
  agents: number
  seed: number
  aimSeconds: number
  present: Tried
  proposed: Tried | null
}

/** The figures of each team on both sides; null where it has none there, as one that is new, or goes. */
export function byTeam({ present, proposed }: Comparison): { team: string; present: Figures | null; proposed: Figures | null }[] {
  const figuresIn = (side: Tried | null, name: string) => side?.teams.find(({ team }) => isSame(team, name))?.figures ?? null
  const fresh = (proposed?.teams ?? []).filter(({ team }) => !present.teams.some((one) => isSame(one.team, team)))
  return [...present.teams, ...fresh].map(({ team }) => ({ team, present: figuresIn(present, team), proposed: figuresIn(proposed, team) }))
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** In which each figure is told, and which is better of two: nothing is said of what is neither. */
export const figureKinds = {
  asked: { unit: 'people', better: null },
  served: { unit: 'people', better: 'more' },
  median: { unit: 'seconds', better: 'less' },
  p90: { unit: 'seconds', better: 'less' },
  longest: { unit: 'seconds', better: 'less' },
  withinAim: { unit: 'part', better: 'more' },
  gaveUp: { unit: 'part', better: 'less' },
  messages: { unit: 'people', better: 'less' },
  closed: { unit: 'people', better: 'less' },
  waiting: { unit: 'people', better: 'less' },
  moved: { unit: 'people', better: null },
  passedBy: { unit: 'people', better: null },
  missed: { unit: 'offers', better: 'less' },
  occupancy: { unit: 'part', better: null },
  fairness: { unit: 'index', better: 'more' },
} as const satisfies Record<keyof Figures, { unit: string; better: 'more' | 'less' | null }>

export type Figure = keyof typeof figureKinds
export const figures = Object.keys(figureKinds) as Figure[]

/** What a proposal would change, with the id by which it is tried within a minute; or why it cannot be. */
export type Proposed = { changes: Change[]; notes: Note[]; proposal: string; problems?: never } | { problems: Problem[] }
