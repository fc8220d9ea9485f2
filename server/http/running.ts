import { refuse } from '../../shared/refusal.ts'

/** Counts what somebody has running here at once, and refuses what is too much. */
export function createRunning(most: number) {
  const counts = new Map<string, number>()

  return {
    /** Begins one more; returns what to call at its end, however often. */
    begin(key: string): () => void {
      const before = counts.get(key) ?? 0
      if (before >= most) refuse('too-many-exports')
      counts.set(key, before + 1)
      let over = false
      return () => {
        if (over) return
        over = true
        const left = (counts.get(key) ?? 1) - 1
        if (left > 0) counts.set(key, left)
        else counts.delete(key)
      }
    },
  }
}
