/** One wait that ended with an agent: how many were ahead beyond the free places, among how many places, and how long it took. */
export interface Wait {
  ahead: number
  places: number
  seconds: number
}

/** Where somebody stands now. */
export interface Standpoint {
  ahead: number
  places: number
}

/** How many are really ahead: those before who do not find a free place at once. */
export const aheadOf = (place: number, free: number) => Math.max(0, place - free)

/**
 * In how many minutes somebody is likely to be helped: a range that holds four waits of five, or null where too few waits
 * are known to be honest. It assumes no shape of waiting: it looks at the known waits that were most like this one.
 * `waits` come the latest first.
 */
export function createEstimator(waits: readonly Wait[], minimum: number) {
  const byAhead = groupByAhead(waits)
  const atOnce = byAhead.get(0) ?? []
  const queued = [...byAhead.keys()].filter((ahead) => ahead > 0)

  /** Those with about as many ahead, the latest first among those with as many. */
  function mostAlike(ahead: number): Wait[] {
    const nearest = queued.map((other) => [Math.abs(Math.log(other / ahead)), other] as const).sort(([one], [other]) => one - other)
    const alike: Wait[] = []
    for (const [, other] of nearest) {
      if (alike.length >= enough) break
      alike.push(...(byAhead.get(other) ?? []))
    }
    return alike.slice(0, enough)
  }

  return function estimate({ ahead, places }: Standpoint): Minutes | null {
    if (places <= 0) return null
    const alike = ahead === 0 ? atOnce.slice(0, enough) : mostAlike(ahead)
    if (alike.length < Math.max(minimum, 2)) return null
    const scale = (wait: Wait) => (ahead === 0 ? wait.seconds : (wait.seconds * wait.places * ahead) / (wait.ahead * places))
    const seconds = alike.map(scale).sort((one, other) => one - other)
    return minutesOf(quantile(seconds, 1 - share) * (1 - margin), quantile(seconds, share) * (1 + margin))
  }
}

export interface Minutes {
  from: number
  to: number
}

function groupByAhead(waits: readonly Wait[]) {
  const groups = new Map<number, Wait[]>()
  for (const wait of waits) {
    const group = groups.get(wait.ahead)
    if (group) group.push(wait)
    else groups.set(wait.ahead, [wait])
  }
  return groups
}

/** How many known waits are looked at, of those the most alike. */
const enough = 40
// A little more than the promise asks: the next hour is never quite like the last.
const share = 0.9
const margin = 0.05

/** The value that this share of all future ones stays below, seen from these few: with n known there are n + 1 gaps to fall into. */
function quantile(sorted: readonly number[], part: number) {
  const rank = part > 0.5 ? Math.ceil(part * (sorted.length + 1)) : Math.floor(part * (sorted.length + 1))
  return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1] ?? 0
}

function minutesOf(from: number, to: number): Minutes {
  const first = Math.floor(from / 60)
  return { from: first, to: Math.max(Math.ceil(to / 60), first + 1) }
}
