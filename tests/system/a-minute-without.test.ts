import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { asks, does, isThere } from '../support/a-chat.ts'
import { aChance, seedOfRun } from '../support/chance.ts'
import { aHouse, type House } from '../support/house.ts'
import { lineTo } from '../support/line-to.ts'
import { aTalk } from '../support/talk.ts'
import { until } from '../support/until.ts'

const houses: House[] = []

beforeAll(async () => {
  houses.push(await aHouse(), await aHouse())
}, 90_000)
afterAll(() => Promise.all(houses.map((house) => house.close())), 60_000)

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** What breaks, and how it comes back. */
type Trouble = [what: string, breaks: (house: House) => Promise<void>, heals: (house: House) => Promise<void>]

const troubles: Trouble[] = [
  ['PostgreSQL', (house) => house.postgres.stop(), (house) => house.postgres.start()],
  ['Redis', (house) => house.redis.kill(), (house) => house.redis.restart()],
]

test.concurrent.each(troubles)(
  'after a minute without %s all is served again within twenty seconds, nothing is lost, and nobody started anything anew',
  async (what, breaks, heals) => {
    const house = houses[what === 'Redis' ? 1 : 0] as House
    const desk = await house.desk()
    const pid = desk.pid()
    const chance = aChance(seedOfRun())
    const talk = await aTalk(house, { requesters: 4, agents: 2, urls: [desk.url] })
    const going = talk.goesOn({ seconds: 66, perSecond: 4, chance })
    await pause(2)
    await breaks(house)
    for (let second = 0; second < 60; second += 10) {
      expect([await desk.answers('/health/live', 200), (await desk.readiness()).status]).toEqual([true, 503])
      await pause(10)
    }
    await heals(house)
    const back = Date.now()
    await until('it is ready again', () => desk.answers('/health/ready', 200), 20)
    const rita = lineTo(desk.url, await house.requester('Rita'))
    const ada = await isThere(desk.url, await house.agent('Ada'))
    const conversation = await asks(rita, house.team)
    await does(ada, conversation, { kind: 'take' })
    expect(Date.now() - back).toBeLessThan(20_000)
    await going
    await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

    expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
    expect([desk.pid(), desk.isRunning()]).toEqual([pid, true])
    talk.ends()
    for (const line of [rita, ada]) line.close()
  },
  150_000,
)
