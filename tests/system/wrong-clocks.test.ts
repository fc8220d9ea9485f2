import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { asks, does } from '../support/a-chat.ts'
import { aChance, seedOfRun } from '../support/chance.ts'
import { aHouse, type House } from '../support/house.ts'
import { type LineTo, lineTo } from '../support/line-to.ts'
import { aTalk } from '../support/talk.ts'
import { until } from '../support/until.ts'
import { aWrongClock } from '../support/wrong-clock.ts'

let house: House
const [minute, hour, day] = [60, 3_600, 86_400]
const [early, late] = [aWrongClock(-10 * minute), aWrongClock(10 * minute)]

beforeAll(async () => {
  house = await aHouse({ settings: { graceSeconds: 5, offerSeconds: 30 } })
}, 60_000)
afterAll(async () => {
  await house.close()
  for (const clock of [early, late]) clock.close()
}, 60_000)

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

test('processes whose clocks are wrong, and are set while people write, are one desk, and tell the right time', async () => {
  const [one, other] = await Promise.all([house.desk(early.environment), house.desk(late.environment)])
  const chance = aChance(seedOfRun())
  const talk = await aTalk(house, { requesters: 6, agents: 3, urls: [one.url, other.url] })
  const going = talk.goesOn({ seconds: 16, perSecond: 20, chance })
  await isOfferedAndTaken(one.url, other.url)
  early.set(-day)
  late.set(2 * hour)
  await pause(4)
  await isOfferedAndTaken(other.url, one.url)
  // Set right again, which is a leap as well.
  late.set(0)
  await going
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  const { rows } = await house.pool.query(
    `select count(*) filter (where kind = 'assigned' and conversation_id = any($1))::int as assigned,
       count(*) filter (where at < now() - interval '2 minutes' or at > now() + interval '2 seconds')::int as wrong from entries`,
    [talk.conversations],
  )
  expect(rows).toEqual([{ assigned: talk.conversations.length, wrong: 0 }])
  for (const desk of [one, other]) expect(await desk.answers('/health/ready', 200)).toBe(true)
  talk.ends()
}, 120_000)

/** Somebody who asks at one process is offered to somebody at the other, where it rings for as long as it should. */
async function isOfferedAndTaken(here: string, there: string) {
  const rita = lineTo(here, await house.requester('Rita'))
  const ada = lineTo(there, await house.agent('Ada'))
  const ringing = rings(ada)
  await ada.answered(() => ada.ask('agent:wish', { wish: 'available' }))
  const conversation = await asks(rita, house.team)
  const { offer, until: end } = await ringing
  expect(Math.abs(new Date(end).getTime() - Date.now() - 30_000)).toBeLessThan(5_000)
  await pause(3)
  await does(ada, conversation, { kind: 'accept', offer })
  await does(ada, conversation, { kind: 'end' })
  for (const line of [rita, ada]) line.close()
}

const rings = (line: LineTo) =>
  new Promise<{ offer: string; until: string }>((resolve) => {
    line.on('offer:made', (made) => resolve(made))
  })
