import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Asked } from '../../../shared/protocol.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'

let desk: TestDesk
let ada: Person
let ben: Person
let sam: Person
let eve: Person
let networks: string

beforeAll(async () => {
  desk = await aDesk()
  networks = randomUUID()
  await desk.pool.query('insert into teams (id, name, tier) values ($1, $2, 2)', [networks, 'Networks'])
  ada = await desk.agent('Ada', { wish: 'away' })
  ben = await desk.agent('Ben', { wish: 'away' })
  sam = await desk.agent('Sam', { role: 'supervisor', wish: 'away', teams: [] })
  eve = await desk.agent('Eve', { teams: [networks], wish: 'away' })
})
afterAll(() => desk.close())

const aView = (change: Partial<Asked<'views:save'>> = {}): Asked<'views:save'> => ({
  view: randomUUID(),
  version: 0,
  name: 'Urgent',
  whose: 'mine',
  query: { filters: { priority: [1, 2] }, sort: 'opened' },
  ...change,
})
const names = async (who: Person) => (await who.ask('views:list', {})).views.map(({ name }) => name)

test('a view is there again as it was, for oneself or for everybody of the team', async () => {
  await ada.ask('views:save', aView())
  const shared = await ada.ask('views:save', aView({ name: 'All of us', whose: { team: desk.team } }))

  expect((await ada.ask('views:list', {})).views).toMatchObject([
    { name: 'Urgent', whose: 'mine', query: { filters: { priority: [1, 2] }, words: '', sort: 'opened', reversed: false } },
    { name: 'All of us', whose: { team: desk.team }, changeable: true },
  ])
  expect(await names(ben)).toEqual(['All of us'])
  expect(await names(sam)).toEqual(['All of us'])
  expect(await names(eve)).toEqual([])
  expect((await ben.ask('views:list', {})).views).toMatchObject([{ id: shared.id, changeable: false }])
})

test('only its maker or a supervisor changes what a team sees, and of that alone the audit log tells', async () => {
  const shared = await ada.ask('views:save', aView({ name: 'Ours', whose: { team: desk.team } }))
  const mine = await ada.ask('views:save', aView({ name: 'Hers alone' }))
  const again = (view: typeof shared, name: string) => ({ ...aView({ name, whose: view.whose }), view: view.id, version: view.version })

  await expect(ben.ask('views:save', again(shared, 'Mine now'))).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(ben.ask('views:remove', { view: shared.id, version: 1 })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(ben.ask('views:save', again(mine, 'Mine now'))).rejects.toMatchObject({ code: 'not-found' })
  await expect(eve.ask('views:remove', { view: shared.id, version: 1 })).rejects.toMatchObject({ code: 'not-found' })
  await expect(eve.ask('views:save', aView({ whose: { team: desk.team } }))).rejects.toMatchObject({ code: 'no-such-team' })
  await sam.ask('views:save', again(shared, 'Everybody’s'))
  await expect(ada.ask('views:save', again(shared, 'Too late'))).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await sam.ask('views:remove', { view: shared.id, version: 2 })
  await ada.ask('views:remove', { view: mine.id, version: 1 })

  const { rows } = await desk.pool.query("select what, subject_name from audit where what like 'views:%' order by number")
  expect(rows.map(({ what, subject_name }) => `${what} ${subject_name}`)).not.toContain('views:save Hers alone')
  expect(rows.slice(-2)).toEqual([
    { what: 'views:save', subject_name: 'Everybody’s' },
    { what: 'views:remove', subject_name: 'Everybody’s' },
  ])
})

test('what cannot be a list is no view, and requesters have none', async () => {
  const rita = await desk.requester('Rita')
  for (const query of [{ sort: 'size' }, { filters: { color: 'red' } }, { after: 'x' }, { filters: { openedDays: 0 } }, []]) {
    await expect(ada.ask('views:save', aView({ query: query as never }))).rejects.toMatchObject({ code: 'malformed' })
  }
  await expect(rita.ask('views:list', {})).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(rita.ask('views:save', aView())).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(rita.ask('views:remove', { view: randomUUID(), version: 1 })).rejects.toMatchObject({ code: 'not-allowed' })
})
