/** The middle one. */
export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** The middle of the ratios, each within one repetition: what was noisy then was noisy for both. */
export const medianRatio = (ours: number[], theirs: number[]) => median(ours.map((one, place) => one / (theirs[place] ?? Number.NaN)))

/** As few digits as say something. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  return size >= 1000 ? Math.round(value).toLocaleString('en-US') : value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)
}
