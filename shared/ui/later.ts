import { useEffect, useState } from 'preact/hooks'
import { insist } from '../client/insist.ts'

const there = new Map<() => Promise<unknown>, unknown>()

/** Loads it before anybody wants it. */
export async function fetchNow(load: () => Promise<unknown>): Promise<void> {
  if (!there.has(load)) there.set(load, await insist(load))
}

/** What is loaded when it is wanted for the first time; null until then. `load` must be the same function each time. */
export function useLater<T>(load: () => Promise<T>, isWanted = true): T | null {
  const [, drawAgain] = useState(0)
  const loaded = (there.get(load) as T | undefined) ?? null
  // What was drawn decides, and not what is there by now: it may have come in between, and nobody else would draw it.
  const isMissing = isWanted && loaded === null
  useEffect(() => {
    if (!isMissing) return
    let isHere = true
    void fetchNow(load).then(() => isHere && drawAgain((times) => times + 1))
    return () => {
      isHere = false
    }
  }, [load, isMissing])
  return loaded
}
