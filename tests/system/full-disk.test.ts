import { afterEach, expect, test } from '@jest/globals'
import { asks, isThere, saidIn } from '../support/a-chat.ts'
import { aChance, seedOfRun } from '../support/chance.ts'
import { keyOf, sendsFile } from '../support/files.ts'
import { aHouse, type House } from '../support/house.ts'
import { lineTo } from '../support/line-to.ts'
import { aSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { aTalk } from '../support/talk.ts'
import { until } from '../support/until.ts'

let house: House
let disk: SmallDisk

afterEach(async () => {
  disk.free()
  await house.close()
  disk.close()
}, 60_000)

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

test('a database without room takes nothing that it could lose, says so, and all is served again once there is room', async () => {
  disk = aSmallDisk(200)
  house = await aHouse({ home: disk.folder })
  const desk = await house.desk()
  const pid = desk.pid()
  const chance = aChance(seedOfRun())
  const talk = await aTalk(house, { requesters: 6, agents: 3, urls: [desk.url] })
  const going = talk.goesOn({ seconds: 16, perSecond: 60, chance })
  await pause(1)
  disk.fill()
  await until('it says that there is no room', async () => (await desk.readiness()).room?.database === false, 20)
  expect([await desk.answers('/health/ready', 503), await desk.answers('/health/live', 200)]).toEqual([true, true])
  expect(talk.talkers.some((talker) => talker.unsent() > 0)).toBe(true)
  // Not even its journal finds room: PostgreSQL itself falls, and cannot start.
  await house.pool.query('select pg_switch_wal() from generate_series(1, 8)').catch(() => undefined)
  await pause(4)
  expect(await desk.answers('/health/live', 200)).toBe(true)
  disk.free()
  await until('it is ready again', () => desk.answers('/health/ready', 200), 20)
  await going
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  expect([desk.pid(), desk.isRunning()]).toEqual([pid, true])
  talk.ends()
}, 120_000)

test('without room for files a message goes without one, and whoever sends one is told; once there is room, it is taken', async () => {
  disk = aSmallDisk(560)
  house = await aHouse()
  const desk = await house.desk({ DATA_DIR: disk.folder, MAX_FILE_MB: '1' })
  const ada = await isThere(desk.url, await house.agent('Ada'))
  const nora = await house.requester('Nora')
  const line = lineTo(desk.url, nora)
  const conversation = await asks(line, house.team)
  const sends = async () => (await sendsFile(desk.url, nora, conversation, 'What the screen says', { name: 'screen.txt' })).answer
  expect((await sends()).refusal).toBeUndefined()
  disk.fill()
  expect(await sends()).toEqual({ refusal: 'no-room' })
  expect(await desk.readiness()).toMatchObject({ status: 200, room: { database: true, redis: true, files: false } })
  await line.answered(() =>
    line.ask('conversation:act', { conversation, id: crypto.randomUUID(), act: { kind: 'say', text: 'It says 7' } }),
  )
  expect((await saidIn(house, conversation)).map(({ text }) => text)).toEqual(['My screen is black', 'It says 7'])
  disk.free()

  const { id, answer } = await sendsFile(desk.url, nora, conversation, 'What the screen says', { name: 'screen.txt' })
  expect(answer.refusal).toBeUndefined()
  const again = await fetch(`${desk.url}/api/files/${id}`, { headers: { 'sec-fetch-site': 'same-origin', ...keyOf(nora) } })
  expect([again.status, await again.text()]).toEqual([200, 'What the screen says'])
  expect((await desk.readiness()).room?.files).toBe(true)
  for (const one of [ada, line]) one.close()
}, 90_000)
