import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { forgetGuidePictures, guidePicturesAmong } from '../../../server/postgres/guide-pictures.ts'
import type { GuideContent, GuidePicture } from '../../../shared/guide.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { aPicture, asksForFile, sendsFile, sendsPicture } from '../../support/files.ts'
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

/** A guide of one step that shows this picture. */
const showing = (picture: GuidePicture, more: Partial<GuideContent> = {}) =>
  aGuide({ steps: [aStep('look', { picture, ways: { done: 'solved', 'did-not-help': null, cannot: 'person' } })], ...more })

/** Samir sends a picture for a guide, and says what it shows. */
async function sends(guide: string, text = 'The tray with the VPN icon'): Promise<GuidePicture> {
  const { answer } = await sendsPicture(desk.url, samir, guide, await aPicture(640, 400))
  return { ...answer, width: 640, height: 400, text }
}

const keeps = async (guide: string, version: number, content: GuideContent) => {
  const saved = await samir.ask('guides:save', { guide, version, owner: samir.id, reviewOn: null, content })
  return (await samir.ask('guides:publish', { guide, version: saved.version })).version
}

test('the picture of a step is seen by agents and by those who are led through it or may begin it, and by nobody else', async () => {
  const guide = randomUUID()
  const picture = await sends(guide)
  expect(picture).toMatchObject({ name: 'tray.png', type: 'image/png' })
  const sees = async (person: Person, what = '') => (await asksForFile(desk.url, person, picture.id, what)).status
  const [rita, eve] = [await desk.requester('Rita sees'), await desk.requester('Eve looks')]
  expect([await sees(ada), await sees(rita), await sees(eve)]).toEqual([200, 404, 404])

  // Nobody begins it alone: it is for whoever is being led through it.
  const version = await keeps(guide, 0, showing(picture, { alone: false }))
  const chat = await rita.asks('My VPN is down')
  await ada.does(chat, { kind: 'take' })
  expect(await sees(rita)).toBe(404)
  await ada.does(chat, { kind: 'start-guide', guide })
  expect([await sees(rita), await sees(rita, '/thumbnail'), await sees(eve), await sees(eve, '/thumbnail')]).toEqual([200, 200, 404, 404])
  const { headers } = await asksForFile(desk.url, rita, picture.id)
  expect(headers.get('content-security-policy')).toContain('sandbox')
  expect(headers.get('x-content-type-options')).toBe('nosniff')

  // A later edition has another picture: what she was led through, she still sees.
  const next = await sends(guide)
  const later = await keeps(guide, version, showing(next))
  expect([await sees(rita), await sees(eve)]).toEqual([200, 404])
  expect((await asksForFile(desk.url, eve, next.id)).status).toBe(200)
  await samir.ask('guides:withdraw', { guide, version: later })
  expect((await asksForFile(desk.url, eve, next.id)).status).toBe(404)

  // Whoever sends a file under the id of a picture takes it away from nobody.
  const own = await eve.asks('Hello')
  await sendsFile(desk.url, eve, own, await aPicture(10, 10), { id: picture.id })
  expect([await sees(rita), await sees(ada)]).toEqual([200, 200])
})

test('pictures of guides come from those who write them, and are pictures', async () => {
  const guide = randomUUID()
  const eve = await desk.requester('Eve sends')
  const picture = await aPicture()
  const first = await sendsPicture(desk.url, samir, guide, picture)
  expect((await sendsPicture(desk.url, samir, guide, picture, { id: first.id })).answer).toEqual(first.answer)
  expect((await sendsPicture(desk.url, samir, randomUUID(), picture, { id: first.id })).status).toBe(404)
  for (const person of [ada, eve]) expect((await sendsPicture(desk.url, person, guide, picture)).status).toBeGreaterThanOrEqual(401)
  for (const [body, name] of [
    [Buffer.from('a text'), 'a.txt'],
    [Buffer.from('MZ no picture'), 'a.png'],
  ] as const)
    expect((await sendsPicture(desk.url, samir, guide, body, { name })).answer.refusal).toBe('file-type')
  expect((await sendsPicture(desk.url, samir, guide, Buffer.alloc(5_000_001))).answer.refusal).toBe('file-too-large')

  // One without a description is kept, and not published; what looks like a secret in it gets a mask.
  const shown = { ...first.answer, width: 800, height: 600 }
  const row = { guide, owner: samir.id, reviewOn: null }
  await samir.ask('guides:save', { ...row, version: 0, content: showing({ ...shown, text: '' }) })
  await refusedWith('guide-has-flaws', samir.ask('guides:publish', { guide, version: 1 }))
  const secret = await samir.ask('guides:save', { ...row, version: 1, content: showing({ ...shown, text: 'Card 4111 1111 1111 1111' }) })
  expect(secret.draft.steps[0]?.picture?.text).not.toContain('4111')
})

test('a picture that no version shows is forgotten; one that a version, a removed guide or a running one shows stays', async () => {
  const forgotten = async () => {
    const { rows } = await desk.pool.query<{ id: string; stored: string }>('select id, stored from guide_pictures')
    const gone = await forgetGuidePictures(desk.pool, new Date(Date.now() + 1_000))
    expect(await guidePicturesAmong(desk.pool, gone)).toEqual([])
    return rows.filter(({ stored }) => gone.includes(stored)).map(({ id }) => id)
  }
  await forgotten()
  const [guide, never] = [randomUUID(), randomUUID()]
  const pictures = [await sends(guide), await sends(guide), await sends(never)]
  const [old, draft, adopted] = pictures.map(({ id }) => id)
  const [first, second, third] = pictures
  if (!first || !second || !third) throw new Error('There are three')
  const version = await keeps(guide, 0, showing(first, { name: 'To be forgotten' }))
  // The third was sent for a guide that was never kept: it is of the one that shows it.
  await keeps(guide, version, showing(third))
  await samir.ask('guides:save', { guide, version: version + 2, owner: samir.id, reviewOn: null, content: showing(second) })
  expect(await forgotten()).toEqual([])

  const rita = await desk.requester('Rita goes on')
  const chat = await rita.asks('My VPN is down')
  await rita.does(chat, { kind: 'start-guide', guide })
  expect((await asksForFile(desk.url, rita, third.id)).status).toBe(200)
  await samir.ask('guides:remove', { guide, version: version + 3 })
  expect(await forgotten()).toEqual([])
  await desk.pool.query('delete from removed where id = $1', [guide])
  expect(await forgotten()).toEqual([])
  expect((await asksForFile(desk.url, rita, third.id)).status).toBe(200)
  await rita.does(chat, { kind: 'leave' })
  expect((await forgotten()).sort()).toEqual([old, draft, adopted].sort())
})
