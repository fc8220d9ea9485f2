import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { peopleIn } from '../../../server/postgres/agents.ts'
import { madeUp } from '../../../server/postgres/demonstration.ts'
import { firstAdministratorLink } from '../../../server/postgres/first-administrator.ts'
import { defaultLook } from '../../../shared/look.ts'
import type { Helping } from '../../../shared/people.ts'
import { anOffice, eve, type Office } from '../../support/office.ts'
import { refusedWith } from '../../support/refused.ts'

let office: Office
let olga: Helping
beforeEach(async () => {
  office = await anOffice()
  olga = (await office.theFirst()).who
})
afterEach(() => office.close())

const counted = async (question: string) => Number((await office.pool.query<{ count: string }>(question)).rows[0]?.count)

describe('the first minutes', () => {
  const nothing = { name: false, team: false, hours: false, people: false, page: false, try: false }

  test('a new desk has nothing done; each step is seen from the desk itself', async () => {
    expect(await office.asks(olga, 'setup:read', {})).toEqual({ done: nothing, skipped: [], dismissed: false, version: 0 })

    const look = { ...defaultLook, texts: { de: { name: 'IT-Hilfe', greeting: '', hint: '' } } }
    await office.asks(olga, 'look:save', { version: 0, look })
    await office.asks(olga, 'origins:save', { version: 0, origins: ['https://intranet.example'] })
    await office.invited(olga, 'Ada')
    const [team] = (await office.asks(olga, 'teams:list', {})).teams
    if (!team) throw new Error('A new desk has a team')
    const days = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const { id, ...rest } = team
    const wanted = { ...rest, team: id, hours: { zone: 'Europe/Berlin', days, closed: [] } }
    const saved = await office.asks(olga, 'teams:save', wanted)
    expect((await office.asks(olga, 'setup:read', {})).done).toMatchObject({ team: false, hours: true })
    await office.asks(olga, 'teams:save', { ...wanted, version: saved.version, topics: team.topics.slice(1) })

    const { done } = await office.asks(olga, 'setup:read', {})
    expect(done).toEqual({ name: true, team: true, hours: true, people: true, page: true, try: false })
  })

  test('a desk speaks the language of whoever sets it up, as long as nobody arranged it', async () => {
    const fresh = await anOffice()
    try {
      const link = await firstAdministratorLink(fresh.pool, 'http://localhost', fresh.state.now)
      const { cookie } = await fresh.comesIn(link ?? '', { name: 'Otto', email: 'otto@example.com', language: 'de' })
      const otto = await fresh.whoComesWith(cookie)
      const [team] = (await fresh.asks(otto, 'teams:list', {})).teams
      expect([team?.name, team?.topics.map(({ name }) => name)]).toEqual([
        'Helpdesk',
        ['Passwort oder Konto', 'Computer', 'Netzwerk oder VPN', 'Drucker', 'Software', 'Etwas anderes'],
      ])
      expect((await fresh.asks(otto, 'setup:read', {})).done).toEqual(nothing)
    } finally {
      await fresh.close()
    }
  })

  test('what was left as it is stays so, is written to the log, and two administrators do not overwrite each other', async () => {
    const saved = await office.asks(olga, 'setup:save', { version: 0, skipped: ['hours', 'hours'], dismissed: true })
    expect(saved).toMatchObject({ skipped: ['hours'], dismissed: true, version: 1 })
    await refusedWith('changed-meanwhile', office.asks(olga, 'setup:save', { version: 0, skipped: [], dismissed: false }))
    const { records } = await office.asks(olga, 'audit:list', { before: null })
    expect(records[0]).toMatchObject({ what: 'setup:save', after: { skipped: ['hours'], dismissed: true } })
  })

  test('the desk is called what its widget is headed with, and every agent may know', async () => {
    const { who: ada } = await office.invited(olga, 'Ada')
    expect(await office.asks(ada, 'desk:profile', {})).toEqual({ name: null, isDemonstration: false })
    const texts = { en: { name: 'Northwind IT', greeting: '', hint: '' }, de: { name: 'Northwind EDV', greeting: '', hint: '' } }
    await office.asks(olga, 'look:save', { version: 0, look: { ...defaultLook, texts, languages: ['de', 'en'] } })
    expect((await office.asks(ada, 'desk:profile', {})).name).toBe('Northwind EDV')
  })

  test('agents set nothing up, requesters know nothing of it, and nonsense is malformed', async () => {
    const { who: ada } = await office.invited(olga, 'Ada')
    await refusedWith('not-allowed', office.asks(ada, 'setup:read', {}))
    await refusedWith('not-allowed', office.asks(ada, 'setup:save', { version: 0, skipped: [], dismissed: true }))
    await refusedWith('not-allowed', office.asks(eve, 'desk:profile', {}))
    await refusedWith('malformed', office.asks(olga, 'setup:save', { version: 0, skipped: ['party' as 'name'], dismissed: true }))
  })
})

describe('a demonstration', () => {
  /** As `populate` writes, over a line that marks everything. */
  async function aDemonstration() {
    const marked = new pg.Pool({ connectionString: madeUp(office.database.url), max: 1 })
    const by = { agent: null, request: null, address: null, at: office.state.now }
    const ids = { team: randomUUID(), requester: randomUUID(), chat: randomUUID() }
    await marked.query('insert into teams (id, name) values ($1, $2)', [ids.team, 'Network'])
    const person = { email: 'ben@northwind.example', role: 'administrator' as const, capacity: 5, teams: [ids.team] }
    const { member, token } = await peopleIn(marked).invite(by, { name: 'Ben', ...person })
    const { cookie } = await office.comesIn(token, { name: 'Ben' })
    await marked.query("insert into requesters (id, name) values ($1, 'Rita')", [ids.requester])
    await aChat(marked, ids.chat, ids, member.id)
    await marked.end()
    return { ...ids, ben: await office.whoComesWith(cookie) }
  }

  async function aChat(pool: pg.Pool, id: string, { team, requester }: { team: string; requester: string }, agent: string) {
    await pool.query(
      `insert into conversations (id, number, state, status, requester_id, team_id, agent_id, last_public, last_internal, opened_at, changed_at)
       values ($1, nextval('ticket_numbers'), '{}', 'active', $2, $3, $4, 1, 0, now(), now())`,
      [id, requester, team, agent],
    )
    await pool.query(
      `insert into entries (conversation_id, lane, seq, at, by, kind, ordinal, digest) values ($1, 'public', 1, now(), $2, 'said', 0, '')`,
      [id, agent],
    )
    await pool.query('update standings set load = load + 1 where agent_id = $1', [agent])
  }

  test('it is marked as it is made, goes with one press, and leaves the log and everything real', async () => {
    const { ben } = await aDemonstration()
    expect(await office.asks(olga, 'desk:profile', {})).toMatchObject({ isDemonstration: true })
    const made = { tickets: 1, people: 1, teams: 1, requesters: 1, replies: 0, sites: 0 }
    expect(await office.asks(olga, 'demonstration:look', {})).toEqual(made)

    expect(await office.asks(olga, 'demonstration:remove', {})).toEqual(made)
    expect(await counted('select count(*) from conversations')).toBe(0)
    expect(await counted('select count(*) from entries')).toBe(0)
    expect((await office.asks(olga, 'people:list', {})).people.map(({ name }) => name)).toEqual(['Olga'])
    expect((await office.asks(olga, 'teams:list', {})).teams.map(({ name }) => name)).toEqual(['Service desk'])
    expect(office.heard.cut).toContainEqual({ person: ben.id, why: 'disabled' })
    const { records } = await office.asks(olga, 'audit:list', { before: null })
    expect(records[0]).toMatchObject({ what: 'demonstration:remove', who: { name: 'Olga' }, before: made })
    await refusedWith('not-found', office.asks(olga, 'demonstration:look', {}))
    await refusedWith('not-found', office.asks(olga, 'demonstration:remove', {}))
  })

  test('a real chat keeps its team and its agent, who comes in no more; a real agent gets his place back', async () => {
    const { team, chat, ben } = await aDemonstration()
    const real = { requester: randomUUID(), team }
    await office.pool.query("insert into requesters (id, name) values ($1, 'Rosa')", [real.requester])
    const hers = randomUUID()
    await aChat(office.pool, hers, real, ben.id)
    await office.pool.query('update conversations set agent_id = $2 where id = $1', [chat, olga.id])
    await office.pool.query('update standings set load = 1 where agent_id = $1', [olga.id])

    await office.asks(olga, 'demonstration:remove', {})
    expect(await counted('select count(*) from conversations')).toBe(1)
    expect(await counted(`select load as count from standings where agent_id = '${olga.id}'`)).toBe(0)
    const { people } = await office.asks(olga, 'people:list', {})
    expect(people.map(({ name, state }) => [name, state])).toEqual([
      ['Ben', 'disabled'],
      ['Olga', 'active'],
    ])
    expect((await office.asks(olga, 'teams:list', {})).teams).toHaveLength(2)
    expect(await office.asks(olga, 'desk:profile', {})).toMatchObject({ isDemonstration: false })
  })

  test('those who are part of it cannot remove it, nor agents, nor requesters', async () => {
    const { ben } = await aDemonstration()
    const { who: ada } = await office.invited(olga, 'Ada')
    await refusedWith('made-up-person', office.asks(ben, 'demonstration:remove', {}))
    for (const question of ['demonstration:look', 'demonstration:remove'] as const) {
      await refusedWith('not-allowed', office.asks(ada, question, {}))
      await refusedWith('not-allowed', office.asks(eve, question, {}))
    }
    expect(await counted('select count(*) from conversations')).toBe(1)
  })

  test('its administrator is none: the first real one still gets a link', async () => {
    const fresh = await anOffice()
    const marked = new pg.Pool({ connectionString: madeUp(fresh.database.url), max: 1 })
    await marked.query(
      "insert into agents (id, name, email, role, password_hash) values ($1, 'Olga', 'olga@northwind.example', 'administrator', 'x')",
      [randomUUID()],
    )
    await marked.end()
    expect(await firstAdministratorLink(fresh.pool, 'http://localhost')).toContain('/console/#/welcome/')
    await fresh.close()
  })
})
