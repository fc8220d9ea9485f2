import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Left } from '../../shared/protocol/conversation.ts'
import { asks, does, isThere, saidIn } from '../support/a-chat.ts'
import { aChance, seedOfRun } from '../support/chance.ts'
import { aHistory } from '../support/history.ts'
import { aHouse, type House } from '../support/house.ts'
import { type LineTo, lineTo } from '../support/line-to.ts'
import { aProxy, type FaultyLine } from '../support/proxy.ts'
import { range } from '../support/talk.ts'
import { aTalker } from '../support/talker.ts'
import { until } from '../support/until.ts'

let house: House
let desk: Awaited<ReturnType<House['desk']>>
let network: FaultyLine
let ada: LineTo

beforeAll(async () => {
  house = await aHouse()
  desk = await house.desk()
  network = await aProxy({ host: '127.0.0.1', port: desk.port })
  ada = await isThere(network.url, await house.agent('Ada', { capacity: 50 }))
}, 60_000)

afterAll(async () => {
  ada?.close()
  await network?.end()
  await house.close()
}, 60_000)

async function aChat() {
  const rita = lineTo(network.url, await house.requester('Rita'))
  const conversation = await asks(rita, house.team)
  await does(ada, conversation, { kind: 'take' })
  return { rita, conversation }
}

const isKept = (conversation: string, text: string) =>
  until(`"${text}" is kept`, async () => (await saidIn(house, conversation)).some((one) => one.text === text))

test('a message whose acknowledgement got lost is said again by itself, and is there once', async () => {
  const { rita, conversation } = await aChat()
  const history = aHistory()
  const talker = aTalker(rita, conversation, history)
  network.dropWordsOf('server')
  talker.say('Is anybody there?')
  await isKept(conversation, 'Is anybody there?')
  expect(history.count('ok')).toBe(0)
  network.heal()
  await until('the message is answered', () => talker.unsent() === 0)

  expect((await saidIn(house, conversation)).map(({ text }) => text)).toEqual(['My screen is black', 'Is anybody there?'])
  expect(history.count('ok')).toBe(1)
  talker.stop()
  rita.close()
})

test('killed between commit and acknowledgement, the server gives the second try the numbers of the first', async () => {
  const { rita, conversation } = await aChat()
  const id = randomUUID()
  network.dropWordsOf('server')
  const unanswered = rita.ask('conversation:act', { conversation, id, act: { kind: 'say', text: 'Just before the end' } })
  unanswered.catch(() => undefined)
  await isKept(conversation, 'Just before the end')
  const [, kept] = await saidIn(house, conversation)
  await desk.kill9()
  network.heal()
  await desk.start()
  const again = await does(rita, conversation, { kind: 'say', text: 'Just before the end' }, id)

  expect(again.left).toEqual([{ lane: 'public', seq: kept?.seq }])
  expect(await saidIn(house, conversation)).toHaveLength(2)
  await expect(unanswered).rejects.toThrow('No answer')
  rita.close()
})

test('eight messages in one breath keep their order, wherever the line is cut', async () => {
  const chance = aChance(seedOfRun())
  const { rita, conversation } = await aChat()
  const said: string[] = []
  for (const round of range(50)) {
    await ada.stands()
    const words = range(8).map((n) => ({ id: randomUUID(), text: `${round}.${n}` }))
    void network.cutAfter(chance.between(0, 2_400), chance.isIn(0.5) ? 'client' : 'server')
    await inOneBreath(ada, conversation, words)
    network.heal()
    said.push(...words.map(({ text }) => text))
  }

  const kept = (await saidIn(house, conversation)).map(({ text }) => text).slice(1)
  expect({ seed: chance.seed, kept }).toEqual({ seed: chance.seed, kept: said })
  rita.close()
}, 120_000)

/** Sends all without waiting for an answer; after a cut, all that was not answered, in the same order, until everything is. */
async function inOneBreath(line: LineTo, conversation: string, words: { id: string; text: string }[]) {
  let unanswered = words
  while (unanswered.length > 0) {
    await line.stands()
    const answers = await Promise.allSettled(
      unanswered.map(({ id, text }): Promise<Left> => line.ask('conversation:act', { conversation, id, act: { kind: 'say', text } })),
    )
    unanswered = unanswered.filter((_, index) => answers[index]?.status === 'rejected')
  }
}
