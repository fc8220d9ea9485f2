import { at, type Point, sorePoints } from './points.ts'
import { aStory } from './story.ts'

/**
 * Kills the process at each point where it would hurt most, and then once before each word of the whole way, from the first to the
 * last that is said; returns at which it died, and what was broken.
 */
export async function everyPoint(say: (line: string) => void) {
  const story = await aStory()
  const deaths: { word: string; seconds: number }[] = []
  const missed: string[] = []

  async function dies(name: string, point: Point): Promise<boolean> {
    const { diedAt, seconds } = await story.isTold(point)
    if (diedAt === null) return false
    deaths.push({ word: diedAt, seconds })
    say(`${name}: dead before "${diedAt}", done ${seconds.toFixed(1)} s after it came back`)
    return true
  }

  try {
    for (const [name, point] of Object.entries(sorePoints)) if (!(await dies(name, point))) missed.push(`it lived through: ${name}`)
    for (let nth = 0; await dies(`word ${nth + 1}`, at(nth)); nth++);
    return { deaths, violations: [...missed, ...(await story.complaints())] }
  } finally {
    await story.end()
  }
}
