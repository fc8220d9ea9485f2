import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Requesting } from '../../../../shared/people.ts'
import { eventually } from '../../../support/eventually.ts'
import { aLine, type TestLine } from '../../../support/line.ts'

let desk: TestLine
beforeEach(async () => {
  desk = await aLine({ processes: 2, settings: { offerSeconds: 30, reofferAfterSeconds: 600 } })
  // The desk is open, though she takes nothing herself.
  await desk.agent('Zoe', { capacity: 0 })
  // Whoever comes first to a process has his ticket's number drawn, those after him find theirs ready.
  for (const kernel of desk.kernels) {
    const first = await desk.requester('First')
    await desk.does(first, await desk.asks(first, 'Never mind', kernel), { kind: 'leave' }, kernel)
  }
})
afterEach(async () => {
  await desk.close()
  expect(desk.bugs).toEqual([])
})

/** Asks for help, and returns what was kept in the same moment. */
function comes(who: Requesting, kernel = desk.kernel) {
  const id = randomUUID()
  return kernel.conversations.change({
    conversation: id,
    who,
    act: { kind: 'open', topic: desk.topic, text: 'Help', entrance: 'line' },
    id,
  })
}

test('Rita comes while Ada is free and nobody waits: it is kept together with the question to Ada, of which Rita is told nothing', async () => {
  const ada = await desk.agent('Ada')
  const { conversation, entries, left } = await comes(await desk.requester('Rita'))

  expect(conversation.offer?.agent).toBe(ada.id)
  expect(entries.map(({ kind }) => kind)).toEqual(['opened', 'said', 'offered'])
  expect(entries.map(({ by }) => by === conversation.requester)).toEqual([true, true, false])
  expect(left).toEqual([
    { lane: 'public', seq: 1 },
    { lane: 'public', seq: 2 },
  ])
  expect(await desk.state(conversation.id)).toEqual(conversation)
  // The line in Redis has the same, so that nothing is left to mend.
  await eventually(async () => (await desk.fast.proposals()).get(conversation.id)?.agent === ada.id)
  await desk.kernel.line.tick()
  expect(desk.kernel.line.tally()).toMatchObject({ offered: 1, repaired: 0 })
  await desk.does(ada, conversation.id, { kind: 'accept', offer: conversation.offer?.id ?? '' })
  await eventually(async () => (await desk.fast.count(desk.team)) === 0 && (await desk.fast.proposals()).size === 0)
})

test('who comes while another waits is left to the line, which lets nobody wait for one who cannot be helped yet', async () => {
  const ada = await desk.agent('Ada')
  const tom = (await comes(await desk.requester('Tom'))).conversation
  await desk.does(ada, tom.id, { kind: 'decline', offer: tom.offer?.id ?? '', reason: '' })
  const { conversation } = await comes(await desk.requester('Rita'))

  expect(conversation.offer).toBeNull()
  await eventually(async () => (await desk.ringing(ada)).map((one) => one.conversation).includes(conversation.id))
  expect((await desk.state(tom.id)).offer).toBeNull()
})

test('of those who come over two processes in one moment, as many ring as there are places, and the others wait', async () => {
  const agents = [await desk.agent('Ada', { capacity: 2 }), await desk.agent('Ben', { capacity: 1 })]
  const people = await Promise.all(Array.from({ length: 8 }, (_, index) => desk.requester(`Requester ${index}`)))
  await Promise.all(people.map((who, index) => comes(who, desk.kernels[index % 2])))

  await eventually(async () => (await Promise.all(agents.map((agent) => desk.ringing(agent)))).flat().length === 3)
  const { rows } = await desk.pool.query(
    'select name, load from standings join agents on agents.id = agent_id where capacity > 0 order by name',
  )
  expect(rows).toEqual([
    { name: 'Ada', load: 2 },
    { name: 'Ben', load: 1 },
  ])
})

test.each([
  ['where agents pick themselves', { method: 'manual' }],
  ['where it is given without being asked about', { assignment: 'automatic' }],
  ['where it may be kept for the agent he knows', { keepForSeconds: 60 }],
])('%s, who comes is left to the line', async (_, routing) => {
  await desk.pool.query('update teams set routing = $1', [routing])
  for (const kernel of desk.kernels) await kernel.refreshDirectory()
  await desk.agent('Ada')
  const { entries } = await comes(await desk.requester('Rita'))
  expect(entries.map(({ kind }) => kind)).toEqual(['opened', 'said'])
})
