import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { io, type Socket } from 'socket.io-client'
import { aChance, seedOfRun } from '../support/chance.ts'
import { aHouse, type House } from '../support/house.ts'
import { memoryOf, type Sample, slopeOf } from '../support/memory.ts'
import { aProxy } from '../support/proxy.ts'
import { aSmallMemory, type SmallMemory } from '../support/small-memory.ts'
import { aTalk, range } from '../support/talk.ts'
import { until } from '../support/until.ts'

let house: House
let memory: SmallMemory

beforeAll(async () => {
  house = await aHouse()
  memory = aSmallMemory(512)
}, 60_000)
afterAll(async () => {
  await house.close()
  memory.close()
}, 60_000)

type Known = Awaited<ReturnType<House['requester']>>

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
/** FIRSTLINE_CROWD and FIRSTLINE_MINUTES make it long: so many people, wave after wave for so long; else a thousand, twice. */
const people = Number(process.env.FIRSTLINE_CROWD ?? 1_000)
const minutes = Number(process.env.FIRSTLINE_MINUTES ?? 0)
const waves = 2
const atMost = 300_000 + minutes * 60_000

test(
  'a thousand people who all come back at once, again and again, fit into half a gigabyte, and chats go on',
  async () => {
    const desk = await house.desk()
    memory.hold(desk.pid())
    const road = await aProxy({ host: '127.0.0.1', port: desk.port })
    const talk = await aTalk(house, { requesters: 4, agents: 2, urls: [desk.url] })
    const known = await Promise.all(range(people).map((n) => house.requester(`Requester ${n}`)))
    // Somebody vouches for them: strangers of one address would have to wait longer for each other.
    await house.pool.query('update requesters set verified = true')
    const crowd = known.map(({ credentials }) => comes(road.url, credentials))
    const areIn = () => until('all are in', () => crowd.every(({ connected }) => connected), 60)
    await areIn()
    const chance = aChance(seedOfRun())
    let isOver = false
    const going = (async () => {
      while (!isOver) await talk.goesOn({ seconds: 2, perSecond: 20, chance })
    })()
    const began = Date.now()
    const seconds = () => (Date.now() - began) / 1000
    const used: Sample[] = []
    let mostConnections = 0
    while (used.length < waves || seconds() < minutes * 60) {
      road.cut()
      await pause(0.5)
      await areIn()
      used.push({ seconds: seconds(), megabytes: memoryOf(desk.pid()) })
      const { rows } = await house.pool.query(
        "select count(*)::int as count from pg_stat_activity where application_name like 'firstline%'",
      )
      mostConnections = Math.max(mostConnections, rows[0]?.count)
    }
    isOver = true
    await going
    await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

    expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
    expect([memory.kills(), desk.isRunning()]).toEqual([0, true])
    // It takes what it needs with the first wave, and hardly more for each of them with the next one.
    expect((used[1]?.megabytes ?? 0) - (used[0]?.megabytes ?? 0)).toBeLessThan(0.08 * people)
    expect(slopeOf(used)?.isFlat).not.toBe(false)
    expect(mostConnections).toBeLessThanOrEqual(16)
    for (const socket of crowd) socket.disconnect()
    talk.ends()
    await road.end()
  },
  atMost,
)

/** Somebody whose page comes back by itself, after a while that chance chooses, and knocks again where it is busy, as ours do. */
function comes(url: string, credentials: Known['credentials']): Socket {
  const manner = { transports: ['websocket'], forceNew: true, reconnectionDelay: 500, reconnectionDelayMax: 3_000 }
  const socket = io(url, { auth: credentials, ...manner })
  socket.on('connect_error', () => {
    if (!socket.active) setTimeout(() => socket.connect(), 1_000 + 2_000 * Math.random()).unref()
  })
  return socket
}
