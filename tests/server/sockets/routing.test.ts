import { randomUUID } from 'node:crypto'
import { createTeamNews } from '../../../server/desk/line/team-news.ts'
import { createDirectory } from '../../../server/postgres/directory.ts'
import type { Notice } from '../../../shared/notice.ts'
import type { Helping } from '../../../shared/people.ts'
import type { TeamView } from '../../../shared/protocol/line.ts'
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
  await office.pool.query(`update teams set routing = '{"pacingSeconds": 20, "emergency": "Fire"}' where id = $1`, [desk])

  const emergency = { en: 'Fire', de: 'Fire' }
  expect((await office.asks(ada, 'routing:read', { team: desk })).routing).toEqual({ ...defaultRouting, pacingSeconds: 20, emergency })
  await office.pool.query(`update teams set routing = '{"pacingSeconds": 20}' where id = $1`, [desk])
})

test('agents are told who closed a team in an emergency, since when, and when it is open again', async () => {
  const told: TeamView[] = []
  const { refresh, view } = createDirectory(office.pool, () => office.state.now)
  const tell = createTeamNews(view, (news) => void told.push(news))
  async function says(emergency: Notice | null) {
    const { version } = await office.asks(olga, 'routing:read', { team: desk })
    const saved = await office.asks(olga, 'routing:save', { team: desk, version, routing: { ...defaultRouting, emergency } })
    await refresh()
    await tell()
    return saved
  }
  await says(null)
  const since = office.state.now.toISOString()
  expect((await says({ en: 'Fire alarm' })).routing).toEqual({ ...defaultRouting, emergency: { en: 'Fire alarm' } })
  expect(told.at(-1)).toMatchObject({ id: desk, open: false, shut: { notice: { en: 'Fire alarm' }, by: 'Olga', since } })

  office.state.now = new Date(office.state.now.getTime() + 600_000)
  await says({ en: 'Fire alarm, until noon' })
  expect(told.at(-1)?.shut).toEqual({ notice: { en: 'Fire alarm, until noon' }, by: 'Olga', since })
  await tell()
  expect(told).toHaveLength(2)

  await says(null)
  expect(told.at(-1)).toMatchObject({ id: desk, open: true })
  expect(told.at(-1)).not.toHaveProperty('shut')
})

test('only administrators set it, within its bounds, and nobody overwrites what he has not seen', async () => {
  const { version } = await office.asks(olga, 'routing:read', { team: desk })
  const saved = (about: object, who = olga) =>
    office.asks(who, 'routing:save', { team: desk, version, routing: { ...defaultRouting, ...about } })

  await refusedWith('not-allowed', saved({}, ada))
  await refusedWith('malformed', saved({ offerSeconds: 4 }))
  await refusedWith('malformed', saved({ method: 'whoever' }))
  await refusedWith('malformed', saved({ emergency: {} }))
  await refusedWith('own-team', saved({ overflow: { team: desk, afterSeconds: 60, atOnce: true } }))
  await refusedWith('no-such-team', saved({ limits: { length: null, wait: { seconds: 600, refuge: { to: 'team', team: randomUUID() } } } }))
  await refusedWith('no-such-team', office.asks(olga, 'routing:save', { team: randomUUID(), version: 0, routing: defaultRouting }))
  await saved({ assignment: 'automatic' })
  await refusedWith('changed-meanwhile', saved({}))
})

test('Olga says what Ada knows and what a topic asks for; nobody else may', async () => {
  const { agents, topics } = await office.asks(ada, 'skills:read', {})
  const [her, topic] = [agents.find(({ id }) => id === ada.id), topics[0]]
  if (!her || !topic) throw new Error('Neither Ada nor a topic is there')
  expect([her.skills, her.languages, topic.needs]).toEqual([{}, [], []])
  const skills = { agent: her.id, version: her.version, skills: { SAP: 4 as const }, languages: ['de'] }
  const needs = { topic: topic.id, version: topic.version, needs: [{ skill: 'SAP', level: 3 as const, required: true }] }
  await refusedWith('not-allowed', office.asks(ada, 'skills:save-agent', skills))
  await refusedWith('not-allowed', office.asks(ada, 'skills:save-topic', needs))

  const saved = await office.asks(olga, 'skills:save-agent', skills)
  expect(saved).toMatchObject({ skills: { SAP: 4 }, languages: ['de'], version: her.version + 1 })
  await office.asks(olga, 'skills:save-topic', needs)
  const [record] = (await office.asks(olga, 'audit:list', { before: null })).records
  expect(record).toMatchObject({ what: 'skills:save-topic', before: { needs: [] }, after: { needs: needs.needs } })
  await refusedWith('changed-meanwhile', office.asks(olga, 'skills:save-agent', skills))
  await refusedWith('changed-meanwhile', office.asks(olga, 'skills:save-topic', needs))
  await refusedWith('malformed', office.asks(olga, 'skills:save-agent', { ...skills, skills: { SAP: 6 as never } }))

  const directory = createDirectory(office.pool, () => office.state.now)
  await directory.refresh()
  expect(directory.view().topic(topic.id)?.needs).toEqual(needs.needs)
})

test('Olga says who must not wait and to whom he is led back; strangers and agents learn nothing', async () => {
  const requester = randomUUID()
  await office.pool.query("insert into requesters (id, name) values ($1, 'Rita')", [requester])
  const care = { requester, vip: true, agent: ada.id }

  expect(await office.asks(olga, 'care:read', { requester })).toEqual({ vip: false, agent: null })
  await office.asks(olga, 'care:save', care)
  expect(await office.asks(olga, 'care:read', { requester })).toEqual({ vip: true, agent: ada.id })
  await refusedWith('not-allowed', office.asks(ada, 'care:read', { requester }))
  await refusedWith('not-allowed', office.asks(ada, 'care:save', care))
  await refusedWith('not-found', office.asks(olga, 'care:read', { requester: randomUUID() }))
  await refusedWith('no-such-agent', office.asks(olga, 'care:save', { ...care, agent: randomUUID() }))
})
