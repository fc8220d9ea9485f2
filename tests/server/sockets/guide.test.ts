import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { aGuide, aStep, publishes } from '../../support/guides.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let ada: Person
let samir: Person

beforeAll(async () => {
  desk = await aDesk()
  ada = await desk.agent('Ada', { capacity: 20 })
  samir = await desk.agent('Samir', { role: 'supervisor', wish: 'away' })
})
afterAll(() => desk.close())

const draft = (content = aGuide()) => ({ guide: randomUUID(), version: 0, owner: samir.id, reviewOn: '2027-03-01', content })

test('a guide is written, published, written on and published again, and every edition stays', async () => {
  const first = draft()
  const saved = await samir.ask('guides:save', first)
  expect(await samir.ask('guides:save', first)).toEqual(saved)
  expect(saved).toMatchObject({ edition: null, isChanged: true, reviewOn: '2027-03-01', steps: 3, version: 1 })

  const published = await samir.ask('guides:publish', { guide: first.guide, version: 1 })
  expect(published).toMatchObject({ edition: 1, isChanged: false, published: aGuide() })
  const longer = aGuide({
    name: 'VPN',
    steps: [...aGuide().steps.slice(0, 2), aStep('log', { ways: { done: 'person', 'did-not-help': 'person', cannot: 'person' } })],
  })
  const changed = await samir.ask('guides:save', { ...first, version: 2, content: longer })
  expect(changed).toMatchObject({ name: 'VPN: cannot connect', edition: 1, isChanged: true })
  await refusedWith('changed-meanwhile', samir.ask('guides:save', { ...first, version: 2, content: longer }))
  expect(await samir.ask('guides:publish', { guide: first.guide, version: 3 })).toMatchObject({
    edition: 2,
    name: 'VPN',
    editions: [
      { edition: 2, by: 'Samir' },
      { edition: 1, by: 'Samir' },
    ],
  })
  expect((await ada.ask('guides:edition', { guide: first.guide, edition: 1 })).content).toEqual(aGuide())

  expect(await samir.ask('guides:withdraw', { guide: first.guide, version: 4 })).toMatchObject({ edition: null, isChanged: true })
  const again = await samir.ask('guides:publish', { guide: first.guide, version: 5 })
  expect(again.edition).toBe(3)
})

test('a guide with flaws is kept as a draft, and not published', async () => {
  const flawed = draft(aGuide({ steps: [aStep('only', { title: '' })] }))
  await samir.ask('guides:save', flawed)
  await refusedWith('guide-has-flaws', samir.ask('guides:publish', { guide: flawed.guide, version: 1 }))
  await refusedWith('malformed', samir.ask('guides:save', draft(aGuide({ steps: [aStep('twice'), aStep('twice')] }))))
})

test('Rita begins a guide before she asks anybody: it solves the matter, or a person goes on with what was tried', async () => {
  const guide = await publishes(samir, aGuide({ name: 'At home' }))
  const inside = await publishes(samir, aGuide({ name: 'Not alone', alone: false }))
  const rita = await desk.requester('Rita at home')
  const names = (await rita.ask('visit:guides', {})).guides.map(({ name }) => name)
  expect(names).toContain('At home')
  expect(names).not.toContain('Not alone')
  await refusedWith('not-allowed', ada.ask('visit:guides', {}))

  const begins = async (which: string, entrance: 'line' | 'message' = 'message') => {
    const id = randomUUID()
    await rita.does(id, { kind: 'open', topic: null, text: 'The VPN is down', entrance, guide: which }, id)
    return id
  }
  await refusedWith('no-such-guide', begins(inside))
  await refusedWith('malformed', begins(guide, 'line'))
  const solved = await begins(guide)
  await rita.does(solved, { kind: 'answer-step', run: solved, turn: 0, answer: 'done' })
  expect((await ada.ask('ticket:read', { conversation: solved })).ticket).toMatchObject({
    status: 'resolved',
    code: 'solved',
    steps: [{ what: 'Try restart', outcome: 'done' }],
  })

  const open = await begins(guide)
  await rita.does(open, { kind: 'answer-step', run: open, turn: 0, answer: 'cannot' })
  await rita.does(open, { kind: 'stop-guide', run: open })
  await rita.does(open, { kind: 'ask-person' })
  await ada.does(open, { kind: 'take' })
  const { state } = await ada.ask('conversation:open', { conversation: open })
  expect(state).toMatchObject({ status: 'active', ticket: { steps: [{ what: 'Try restart', outcome: 'cannot' }] } })
})

test('what was removed comes back with its editions, and the log tells of each step', async () => {
  const guide = await publishes(samir)
  const { version } = await samir.ask('guides:read', { guide })
  await samir.ask('guides:remove', { guide, version })
  await refusedWith('not-found', ada.ask('guides:read', { guide }))
  expect(await samir.ask('guides:restore', { guide })).toMatchObject({ edition: 1, editions: [{ edition: 1 }] })
  const olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
  const { records } = await olga.ask('audit:list', { before: null })
  expect(records.filter(({ subject }) => subject?.id === guide).map(({ what }) => what)).toEqual([
    'guides:restore',
    'guides:remove',
    'guides:publish',
    'guides:save',
  ])
})

test('Samir sees which step solves, where people give up, and the tickets behind each number', async () => {
  const guide = await publishes(samir)
  const led = async (name: string, ...answers: ('done' | 'did-not-help' | { choice: string })[]) => {
    const person = await desk.requester(name)
    const chat = await person.asks('My VPN is down')
    const run = randomUUID()
    await person.does(chat, { kind: 'start-guide', guide }, run)
    for (const [turn, answer] of answers.entries()) await person.does(chat, { kind: 'answer-step', run, turn, answer })
    const { state } = await person.ask('conversation:open', { conversation: chat })
    return { person, chat, number: state.number }
  }
  const rita = await led('Rita', 'done')
  const tom = await led('Tom', 'did-not-help')
  await tom.person.does(tom.chat, { kind: 'leave' })
  const zoe = await led('Zoe', 'did-not-help', { choice: 'red' }, 'done')

  const { steps, ...figures } = await samir.ask('guides:figures', { guide })
  expect(figures).toMatchObject({
    begun: [zoe.number, tom.number, rita.number],
    alone: [zoe.number, tom.number, rita.number],
    solved: [rita.number],
    escalated: [zoe.number],
    givenUp: [tom.number],
    minutes: expect.any(Number),
  })
  expect(steps).toEqual([
    { id: 'restart', title: 'Try restart', taken: [zoe.number, tom.number, rita.number], solved: [rita.number], givenUp: [] },
    { id: 'lamp', title: 'Try lamp', taken: [zoe.number], solved: [], givenUp: [tom.number] },
    { id: 'log', title: 'Try log', taken: [zoe.number], solved: [], givenUp: [] },
  ])
  await refusedWith('not-allowed', ada.ask('guides:figures', { guide }))
  const { guides } = await samir.ask('guides:overview', {})
  expect(guides).toContainEqual({ guide, begun: 3, solved: 1, givenUp: 1, minutes: expect.any(Number) })
  await refusedWith('not-allowed', ada.ask('guides:overview', {}))
})

test('a step that an agent puts in is none of the guide: it is not counted, and who gives up there gave up at the next', async () => {
  const guide = await publishes(samir)
  const numbers: number[] = []
  for (const title of ['Look at the cable', 'Ask the neighbour']) {
    const person = await desk.requester(title)
    const chat = await person.asks('My VPN is down')
    await ada.does(chat, { kind: 'take' })
    const run = randomUUID()
    await ada.does(chat, { kind: 'start-guide', guide }, run)
    await ada.does(chat, { kind: 'add-step', run, turn: 0, title, text: '', command: '' })
    await ada.does(chat, { kind: 'stop-guide', run })
    numbers.unshift((await ada.ask('ticket:read', { conversation: chat })).ticket.number)
  }
  expect((await samir.ask('guides:figures', { guide })).steps).toEqual([
    { id: 'restart', title: 'Try restart', taken: [], solved: [], givenUp: numbers },
  ])
})

test('agents read guides and do not write them; requesters do neither', async () => {
  const guide = await publishes(samir)
  expect((await ada.ask('guides:list', {})).guides.map(({ id }) => id)).toContain(guide)
  await refusedWith('not-allowed', ada.ask('guides:save', draft()))
  await refusedWith('not-allowed', ada.ask('guides:publish', { guide, version: 2 }))
  await refusedWith('not-allowed', ada.ask('guides:remove', { guide, version: 2 }))
  const eve = await desk.requester('Eve')
  await refusedWith('not-allowed', eve.ask('guides:list', {}))
  await refusedWith('not-allowed', eve.ask('guides:read', { guide }))
})
