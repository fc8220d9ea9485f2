import type { Socket } from 'node:net'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
}, 60_000)
afterAll(() => desk.close())

/** The bytes under somebody's line. */
const wireOf = ({ socket }: Person) => (socket.io.engine.transport as unknown as { ws: { _socket: Socket } }).ws._socket

test('who asks for much and reads nothing is cut before it fills the memory, and comes back', async () => {
  const ada = await desk.agent('Ada')
  const rita = await desk.requester('Rita')
  const chat = await rita.asks('It is a long story')
  await ada.does(chat, { kind: 'take' })
  for (let count = 0; count < 60; count++) await ada.says(chat, `${count} ${'x'.repeat(3_990)}`)
  const greedy = await desk.again(ada)
  const back = new Promise((resolve) => greedy.socket.io.once('reconnect', resolve))
  expect(desk.app.sockets().connected().agent).toBe(2)

  wireOf(greedy).pause()
  const before = process.memoryUsage().rss
  const asked = Promise.allSettled(
    Array.from({ length: 150 }, () => greedy.ask('conversation:page', { conversation: chat, before: 1_000 })),
  )
  await eventually(() => desk.app.sockets().connected().agent === 1)
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)

  wireOf(greedy).resume()
  await back
  const answers = await asked
  expect(answers.some(({ status }) => status === 'rejected')).toBe(true)
  expect((await greedy.ask('conversation:page', { conversation: chat, before: 1_000 })).entries.length).toBe(60)
  await ada.ask('desk:look', {})
}, 60_000)
