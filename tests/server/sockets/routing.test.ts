import { randomUUID } from 'node:crypto'
import { createDirectory } from '../../../server/postgres/directory.ts'
import type { Helping } from '../../../shared/people.ts'
import { defaultSettings } from '../../../shared/queue.ts'
import { defaultRouting } from '../../../shared/team-routing.ts'
import { anOffice, type Office } from '../../support/office.ts'
import { refusedWith } from '../../support/refused.ts'

let office: Office
let olga: Helping
let ada: Helping
let desk: string
beforeAll(async () => {
  office = await anOffice()
  olga = (await office.theFirst()).who
  ada = (await office.invited(olga, 'Ada')).who
  desk = (await office.asks(olga, 'teams:list', {})).teams[0]?.id ?? ''
})
afterAll(() => office.close())

test('a line that nobody has set up is routed by default, and Olga changes that for all processes', async () => {
  expect(await office.asks(ada, 'routing:read', { team: desk })).toEqual({ routing: defaultRouting, version: 0 })
  const other = createDirectory(office.pool, () => office.state.now)
  await other.refresh()
  expect(other.view().routing(desk)).toMatchObject({ method: 'least-loaded', offerSeconds: defaultSettings.offerSeconds })

  const routing = { ...defaultRouting, method: 'round-robin' as const, offerSeconds: 45, declineReasons: ['In a call'] }
  expect(await office.asks(olga, 'routing:save', { team: desk, version: 0, routing })).toEqual({ routing, version: 1 })

  await other.refresh()
  expect(other.view().routing(desk)).toMatchObject({ method: 'round-robin', offerSeconds: 45, reofferAfterSeconds: 120 })
  expect(office.heard.changed).toContain('routing')
  const [record] = (await office.asks(olga, 'audit:list', { before: null })).records
  expect(record).toMatchObject({ what: 'routing:save', subject: { id: desk }, before: { offerSeconds: null }, after: { offerSeconds: 45 } })
})

test('what was saved before a setting existed has its default', async () => {
  await office.pool.query(`update teams set routing = '{"pacingSeconds": 20}' where id = $1`, [desk])

  expect((await office.asks(ada, 'routing:read', { team: desk })).routing).toEqual({ ...defaultRouting, pacingSeconds: 20 })
})

test('only administrators set it, within its bounds, and nobody overwrites what he has not seen', async () => {
  const { version } = await office.asks(olga, 'routing:read', { team: desk })
  const saved = (about: object, who = olga) =>
    office.asks(who, 'routing:save', { team: desk, version, routing: { ...defaultRouting, ...about } })

  await refusedWith('not-allowed', saved({}, ada))
  await refusedWith('malformed', saved({ offerSeconds: 4 }))
  await refusedWith('malformed', saved({ method: 'whoever' }))
  await refusedWith('no-such-team', office.asks(olga, 'routing:save', { team: randomUUID(), version: 0, routing: defaultRouting }))
  await saved({ assignment: 'automatic' })
  await refusedWith('changed-meanwhile', saved({}))
})
