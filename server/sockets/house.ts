import type { Helping, Requesting } from '../../shared/people.ts'

/** How many may be inside at once. The last tenth of the places is kept for agents: those who help get in when the house is full of those who ask. */
export function createHouse(places: number) {
  const forRequesters = places - Math.ceil(places / 10)
  let inside = 0

  return {
    /** Lets somebody in and returns how he leaves again, or null where there is no place for him. */
    enter({ kind }: Requesting | Helping): (() => void) | null {
      if (inside >= (kind === 'agent' ? places : forRequesters)) return null
      inside++
      let isIn = true
      return () => {
        if (isIn) inside--
        isIn = false
      }
    },
  }
}
