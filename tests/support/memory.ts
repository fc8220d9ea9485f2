import { readFileSync } from 'node:fs'

/** How much memory a process held at a moment. */
export interface Sample {
  seconds: number
  megabytes: number
}

/** What a process holds in memory, in megabytes. */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

export interface Slope {
  megabytesPerHour: number
  /** How much of that the swings between two collections may be. */
  isFlat: boolean
}

/** The first part of a life is warming up: caches fill, code is compiled. */
const warmUp = 0.3
const windows = 10
const leastSeconds = 180
/** What comes on top of the beginning within the time that was watched, and is still no leak. */
const tolerated = 0.15

/**
 * Whether memory grows: a line through the least that was held in each tenth of the time, for what is held beyond that is
 * waiting to be collected. Null where there is too little to tell.
 */
export function slopeOf(samples: Sample[]): Slope | null {
  const settled = samples.slice(Math.floor(samples.length * warmUp))
  const watched = (settled.at(-1)?.seconds ?? 0) - (settled[0]?.seconds ?? 0)
  if (watched < leastSeconds) return null
  const lows = Array.from({ length: windows }, (_, nth) => lowest(partOf(settled, nth)))
  const [x, y] = [mean(lows.map(({ seconds }) => seconds)), mean(lows.map(({ megabytes }) => megabytes))]
  const spread = lows.reduce((sum, { seconds }) => sum + (seconds - x) ** 2, 0)
  const perSecond = lows.reduce((sum, { seconds, megabytes }) => sum + (seconds - x) * (megabytes - y), 0) / spread
  return { megabytesPerHour: perSecond * 3600, isFlat: perSecond * watched <= y * tolerated }
}

const partOf = (samples: Sample[], nth: number) =>
  samples.slice(Math.floor((samples.length * nth) / windows), Math.floor((samples.length * (nth + 1)) / windows))

const lowest = (samples: Sample[]) => samples.reduce((least, one) => (one.megabytes < least.megabytes ? one : least))
const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
