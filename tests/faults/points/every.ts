import { at, type Point, sorePoints } from './points.ts'
import { aStory, type Story } from './story.ts'

interface Death {
  word: string
  seconds: number
}

/** How often a point is looked for where the way did not come by it: two things that happen at once do so in any order. */
const tries = 4

/**
 * Kills the process at each point where it would hurt most, and then once before each word of the whole way, from the first to the
 * last that is said, by either way to an agent; returns at which it died, and what was broken.
 */
export async function everyPoint(say: (line: string) => void) {
  const deaths: Death[] = []
  const violations: string[] = []
  for (const asking of ['by the line', 'at once'] as const) {
    say(`Asked about ${asking}:`)
    const story = await aStory(asking)
    try {
      if (asking === 'by the line') violations.push(...(await diesWhereItHurts(story, deaths, say)))
      for (let nth = 0; await dies(story, deaths, say, `word ${nth + 1}`, at(nth)); nth++);
      violations.push(...(await story.complaints()))
    } finally {
      await story.end()
    }
  }
  return { deaths, violations }
}

async function dies(story: Story, deaths: Death[], say: (line: string) => void, name: string, point: Point): Promise<boolean> {
  const { diedAt, seconds } = await story.isTold(point)
  if (diedAt === null) return false
  deaths.push({ word: diedAt, seconds })
  say(`${name}: dead before "${diedAt}", done ${seconds.toFixed(1)} s after it came back`)
  return true
}

async function diesWhereItHurts(story: Story, deaths: Death[], say: (line: string) => void): Promise<string[]> {
  const missed: string[] = []
  for (const [name, point] of Object.entries(sorePoints)) {
    let isDead = false
    for (let nth = 0; nth < tries && !isDead; nth++) isDead = await dies(story, deaths, say, name, point)
    if (!isDead) missed.push(`it lived through: ${name}`)
  }
  return missed
}
