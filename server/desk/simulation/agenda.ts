/** What is still to come, the earliest first; of two at the same moment, what was put down first. A binary heap. */
export function createAgenda<T>() {
  const heap: Slot<T>[] = []
  let count = 0

  function rise(place: number) {
    for (let here = place; here > 0; ) {
      const above = (here - 1) >> 1
      if (!swapIf(here, above)) return
      here = above
    }
  }

  function sink() {
    for (let here = 0; ; ) {
      const [left, right] = [2 * here + 1, 2 * here + 2]
      const least = isBefore(heap[right], heap[left]) ? right : left
      if (!swapIf(least, here)) return
      here = least
    }
  }

  /** Swaps the two where the first should come before the second. */
  function swapIf(one: number, other: number): boolean {
    const [first, second] = [heap[one], heap[other]]
    if (!first || !second || !isBefore(first, second)) return false
    heap[one] = second
    heap[other] = first
    return true
  }

  return {
    put(at: number, what: T) {
      heap.push({ at, nth: count++, what })
      rise(heap.length - 1)
    },
    take(): { at: number; what: T } | null {
      const [first] = heap
      const last = heap.pop()
      if (!first || !last) return null
      if (heap.length > 0) {
        heap[0] = last
        sink()
      }
      return first
    },
  }
}

interface Slot<T> {
  at: number
  nth: number
  what: T
}

const isBefore = (one: Slot<unknown> | undefined, other: Slot<unknown> | undefined) =>
  one !== undefined && other !== undefined && (one.at < other.at || (one.at === other.at && one.nth < other.nth))
