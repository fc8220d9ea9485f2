import { at } from './points.ts'
import { aStory } from './story.ts'

/** Kills the process once at each word of the whole way, from the first to the last that is said; returns at which it died, and what was broken. */
export async function everyPoint(say: (line: string) => void) {
  const story = await aStory()
  try {
    const deaths: { word: string; seconds: number }[] = []
    for (let nth = 0; ; nth++) {
      const { diedAt, seconds } = await story.isTold(at(nth))
      if (diedAt === null) break
      deaths.push({ word: diedAt, seconds })
      say(`${nth + 1}: dead before "${diedAt}", done ${seconds.toFixed(1)} s after it came back`)
    }
    return { deaths, violations: await story.complaints() }
  } finally {
    await story.end()
  }
}
