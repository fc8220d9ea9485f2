import { useEffect, useState } from 'preact/hooks'
import { insist } from '../client/insist.ts'

const there = new Map<() => Promise<unknown>, unknown>()

/** What is loaded when it is wanted for the first time; null until then. `load` must be the same function each time. */
export function useLater<T>(load: () => Promise<T>, isWanted = true): T | null {
  const [, drawAgain] = useState(0)
  useEffect(() => {
    if (!isWanted || there.has(load)) return
    let isHere = true
    void insist(load).then((loaded) => {
      there.set(load, loaded)
      if (isHere) drawAgain((times) => times + 1)
    })
    return () => {
      isHere = false
    }
  }, [load, isWanted])
  return (there.get(load) as T | undefined) ?? null
}
