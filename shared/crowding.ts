import type { Entry } from './entry.ts'

/** Where somebody goes whom a line cannot keep: his request becomes a message, somebody calls him back, or another team takes him. */
export type Refuge = { to: 'message' } | { to: 'call-back' } | { to: 'team'; team: string }

/** How many may wait in a line, and for how long, with what happens then; null is without a limit. */
export interface LineLimits {
  length: { most: number; refuge: Refuge } | null
  wait: { seconds: number; refuge: Refuge } | null
}

/** Whether a team calls back those whom its line cannot keep. */
export const callsBack = ({ length, wait }: LineLimits) => length?.refuge.to === 'call-back' || wait?.refuge.to === 'call-back'

/** Another team that helps out: after so many seconds, or at once where nobody is there; null is not at all. */
export interface Overflow {
  team: string
  afterSeconds: number | null
  atOnce: boolean
}

export const noLimits: LineLimits = { length: null, wait: null }

/** The other teams that a team's line sends people to. */
export const teamsSentTo = ({ limits: { length, wait }, overflow }: { limits: LineLimits; overflow: Overflow | null }): string[] => [
  ...[length?.refuge, wait?.refuge].flatMap((refuge) => (refuge?.to === 'team' ? [refuge.team] : [])),
  ...(overflow ? [overflow.team] : []),
]

/** A wait, as the limits of lines count it. */
export interface InLine {
  /** When it began, whatever lines it went through since. */
  since: string
  /** When it came into the line where it is now. */
  here: string
  /** The teams whose lines could not keep it: it does not go back to them. */
  from: readonly string[]
}

/** How a wait stands after one more entry; empty where nothing changes. */
export function waitAfter(before: { team: string; status: string; inLine?: InLine | null }, entry: Entry): { inLine?: InLine | null } {
  const { at } = entry
  if (entry.kind === 'opened') return entry.entrance === 'line' ? { inLine: { since: at, here: at, from: [] } } : {}
  if (entry.kind !== 'queued') return {}
  const known = before.status === 'waiting' ? before.inLine : null
  const moves = movings.has(entry.why)
  return { inLine: { since: known?.since ?? at, here: at, from: moves ? [...(known?.from ?? []), before.team] : [] } }
}

const movings: ReadonlySet<string> = new Set(['overflow', 'nobody-here', 'line-full', 'waited-too-long'])
