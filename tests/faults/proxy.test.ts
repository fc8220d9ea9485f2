import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { aProxy, type FaultyLine } from '../support/proxy.ts'
import { until } from '../support/until.ts'

/** Whoever comes hears what he says, twice. */
const echo = createServer((line) => {
  line.on('error', () => undefined)
  line.on('data', (said) => {
    behind += String(said)
    line.write(`${said}${said}`)
  })
})
let behind = ''
let line: FaultyLine
let rita: Caller

interface Caller {
  socket: Socket
  heard(): string
  isCut(): boolean
}

beforeAll(async () => {
  echo.listen(0, '127.0.0.1')
  await once(echo, 'listening')
  const address = echo.address()
  line = await aProxy({ host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0 })
})
beforeEach(async () => {
  line.heal()
  line.cut()
  rita = await calls()
  behind = ''
})
afterAll(async () => {
  await line.end()
  echo.close()
})

async function calls(): Promise<Caller> {
  const socket = connect(line.port, line.host)
  let heard = ''
  let cut = false
  socket.on('data', (said) => (heard += String(said)))
  socket.on('error', () => undefined)
  socket.on('close', () => (cut = true))
  await once(socket, 'connect')
  return { socket, heard: () => heard, isCut: () => cut }
}

const hears = (caller: Caller, words: string) => until(`she hears ${words}`, () => caller.heard() === words, 5)
const isCut = (caller: Caller) => until('she is cut', caller.isCut, 5)
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 120))

test('a line without a fault carries everything', async () => {
  rita.socket.write('a')
  await hears(rita, 'aa')
})

test('cut, it hangs up on everybody, and whoever calls again gets through', async () => {
  line.cut()
  await isCut(rita)
  const again = await calls()
  again.socket.write('b')
  await hears(again, 'bb')
})

test('closed, it lets nobody through until it heals', async () => {
  line.close()
  await isCut(rita)
  await isCut(await calls())
  line.heal()
  const again = await calls()
  again.socket.write('b')
  await hears(again, 'bb')
})

test('a black hole says nothing, hangs up on nobody, and gives all of it back in order', async () => {
  line.blackHole()
  rita.socket.write('a')
  await aMoment()
  rita.socket.write('b')
  await aMoment()
  expect([behind, rita.heard(), rita.isCut()]).toEqual(['', '', false])
  line.heal()
  await until('all of it arrives', () => behind === 'ab' && rita.heard().length === 4, 5)
})

test.each(['client', 'server'] as const)(
  'half-open, the words of the %s are lost and those of the other are not; healed, it is cut',
  async (speaker) => {
    line.dropWordsOf(speaker)
    rita.socket.write('a')
    await aMoment()
    expect([behind, rita.heard()]).toEqual([speaker === 'client' ? '' : 'a', ''])
    line.heal()
    await isCut(rita)
  },
)

test('late, everything comes later, each time by something else, and in order', async () => {
  const more = [0, 150, 0]
  line.delay(30, () => more.shift() ?? 0)
  const began = performance.now()
  for (const word of ['a', 'b', 'c']) {
    rita.socket.write(word)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await until('all of it arrives', () => rita.heard().length === 6, 5)
  expect(rita.heard().replace(/(.)\1/g, '$1')).toBe(behind)
  expect(behind).toBe('abc')
  expect(performance.now() - began).toBeGreaterThan(150)
})

test('throttled, much takes long', async () => {
  line.throttle(20_000)
  const began = performance.now()
  rita.socket.write('x'.repeat(2_000))
  await until('all of it arrives', () => rita.heard().length === 4_000, 10)
  expect(performance.now() - began).toBeGreaterThan(250)
})

test('it is cut by the byte that is one too many, and by none before', async () => {
  const dropped = line.cutAfter(5, 'client')
  rita.socket.write('abcde')
  await hears(rita, 'abcdeabcde')
  rita.socket.write('f')
  await dropped
  await isCut(rita)
  expect(behind).toBe('abcde')
})

test('forgotten, it says nothing, and new ones get through; healed, it is cut', async () => {
  line.forget()
  rita.socket.write('a')
  const again = await calls()
  again.socket.write('b')
  await hears(again, 'bb')
  expect([behind, rita.heard(), rita.isCut()]).toEqual(['b', '', false])
  line.heal()
  await isCut(rita)
})
