import { arrivals } from '../../../server/commands/populate/calendar.ts'
import { chanceFrom } from '../../../server/commands/populate/chance.ts'
import { teams } from '../../../server/commands/populate/company.ts'
import { deskStories } from '../../../server/commands/populate/stories-desk.ts'
import { tierStories } from '../../../server/commands/populate/stories-tiers.ts'
import { tell } from '../../../server/commands/populate/story.ts'
import { act } from '../../../shared/protocol/conversation.ts'

const stories = [...deskStories, ...tierStories].map((story) => [story.category, story] as const)

test.each(stories)('%s can be told', (_, story) => {
  const { opening, lines, resolution, subject } = tell(story, 'Rita Moreno', chanceFrom(1))
  const texts = [opening, resolution, subject ?? '', ...lines.map(({ text }) => text)]

  expect(texts.filter((text) => /[{}]/.test(text.replaceAll('{agent}', 'Ada')))).toEqual([])
  expect(act.safeParse({ kind: 'say', text: opening }).success).toBe(true)
  expect(teams.flatMap(({ topics }) => topics)).toContain(story.topic)
  for (const line of lines) if (line.kind === 'hands-over') expect(teams.map(({ name }) => name)).toContain(line.team)
})

test('the same chance tells the same story', () => {
  const [, story] = stories[0] ?? []
  const telling = (start: number) => story && tell(story, 'Rita Moreno', chanceFrom(start))

  expect(telling(5)).toEqual(telling(5))
})

test('people come on working days by day, on other days in the evening, and never in the future', () => {
  const end = new Date('2026-03-11T12:00:00Z')
  const found = arrivals(400, { days: 90, end }, chanceFrom(3))

  expect(found.filter(({ at }) => at >= end)).toEqual([])
  expect(found.filter(({ at, kind }) => kind === 'at-work' && at.getUTCDay() % 6 === 0)).toEqual([])
  expect(found.filter(({ at, kind }) => kind === 'at-work' && (at.getUTCHours() < 8 || at.getUTCHours() > 15))).toEqual([])
  expect(found.map(({ at }) => at.getTime())).toEqual(found.map(({ at }) => at.getTime()).sort((one, other) => one - other))
})
