const shortest = 500
const longest = 15_000

/** How long to wait before trying again: doubles up to a bound, and is scattered by half so that clients do not move in step. */
export const backOff = (tries: number) => Math.min(longest, shortest * 2 ** Math.min(tries, 10)) * (0.5 + Math.random())
