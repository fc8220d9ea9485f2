import { afterAll, expect, test } from '@jest/globals'
import { aChance, oneOf, seedOfRun } from '../support/chance.ts'
import { at, sorePoints } from './points/points.ts'
import { aStory, type Story } from './points/story.ts'

let story: Story
afterAll(() => story?.end(), 60_000)

/** As many words are said on the way at least. */
const words = 120

test('wherever the server is killed between a question and its record, all goes on from there, and nothing is lost or happens twice', async () => {
  const chance = aChance(seedOfRun())
  const { seed } = chance
  story = await aStory('by the line')
  const names = [
    'Redis has the proposal, and PostgreSQL no offer',
    'the record is decided, and its commit has not left',
    'the commit of the record has left, and its answer has not come',
  ] as const
  const lived: string[] = []
  for (const name of names) if ((await story.isTold(sorePoints[name])).diedAt === null) lived.push(name)
  await story.isTold(oneOf(chance, [...Object.values(sorePoints), at(Math.floor(chance.between(0, words)))]))

  expect({ seed, lived }).toEqual({ seed, lived: [] })
  expect({ seed, complaints: await story.complaints() }).toEqual({ seed, complaints: [] })
}, 240_000)
