/** From when to when somebody had something to do, in milliseconds. */
export type Activity = readonly [from: number, to: number]

interface Whole {
  begins: number
  ends: number
}

/** Whoever did nothing for so long is taken to have been away, where nobody noted when he was there. */
const pause = 2 * 3600_000
/** He was there a while before he was given something, and after it. */
const margin = 15 * 60_000

/**
 * When an agent was at his desk, in seconds from when it begins: as it was noted, and in any case while he talked to somebody.
 * Where nothing was noted, from what he did.
 */
export function presenceOf(noted: readonly { at: number; available: boolean }[], activity: readonly Activity[], whole: Whole) {
  const seen: Activity[] = noted.length > 0 ? [...spansOf(noted, whole.ends), ...activity] : activity.map(widened)
  const merged = mergedOf(seen, noted.length > 0 ? 0 : pause)
  const { begins, ends } = whole
  return merged.flatMap(([from, to]): [number, number][] => {
    const span: [number, number] = [Math.max(0, from - begins) / 1000, Math.min(ends - begins, to - begins) / 1000]
    return span[0] < span[1] ? [span] : []
  })
}

const widened = ([from, to]: Activity): Activity => [from - margin, to + margin]

function spansOf(noted: readonly { at: number; available: boolean }[], ends: number): Activity[] {
  return noted.flatMap(({ at, available }, place): Activity[] => (available ? [[at, noted[place + 1]?.at ?? ends]] : []))
}

function mergedOf(spans: readonly Activity[], gap: number): Activity[] {
  const merged: [number, number][] = []
  for (const [from, to] of [...spans].sort(([one], [other]) => one - other)) {
    const last = merged.at(-1)
    if (last && from - last[1] <= gap) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}
