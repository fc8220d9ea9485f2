import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aChance, seedOfRun } from '../support/chance.ts'
import { aHouse, type House } from '../support/house.ts'
import { aTalk } from '../support/talk.ts'
import { until } from '../support/until.ts'

let house: House

beforeAll(async () => {
  house = await aHouse()
}, 60_000)
afterAll(() => house.close(), 60_000)

const seconds = Number(process.env.FIRSTLINE_SOAK_SECONDS ?? 60)
const kills = 6

test('whatever was acknowledged survives the server being killed six times while thirty people write', async () => {
  const chance = aChance(seedOfRun())
  const desk = await house.desk()
  const talk = await aTalk(house, { requesters: 20, agents: 10, urls: [desk.url] })
  const going = talk.goesOn({ seconds, perSecond: 50, chance })
  for (let kill = 0; kill < kills; kill++) {
    await new Promise((resolve) => setTimeout(resolve, chance.between(0.4, 0.9) * (seconds / kills) * 1000))
    await desk.kill9()
    await desk.start()
  }
  await going
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  expect(talk.history.count('ok')).toBeGreaterThan(seconds * 10)
  expect(talk.history.count('unknown')).toBeGreaterThan(0)
  console.log(
    process.uptime(),
    talk.history.count('ok'),
    talk.history.count('unknown'),
    talk.history.count('fail'),
    talk.history.attempts().length,
  )
  talk.ends()
}, 240_000)
