import { randomUUID } from 'node:crypto'
import type { Member } from '../../../shared/protocol/people.ts'
import { anOffice, eve, type Office } from '../../support/office.ts'
import { refusedWith } from '../../support/refused.ts'

let office: Office
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.close())

type Olga = Awaited<ReturnType<Office['theFirst']>>['who']

const memberNamed = async (olga: Olga, name: string): Promise<Member> => {
  const { people } = await office.asks(olga, 'people:list', {})
  const found = people.find((one) => one.name === name)
  if (!found) throw new Error(`Nobody is called ${name}`)
  return found
}

const changed = ({ id: agent, version, name, email, role, teams, capacity }: Member) => ({
  agent,
  version,
  name,
  email,
  role,
  teams,
  capacity,
})

test('Olga invites Ada, who comes and joins the first team', async () => {
  const { who: olga } = await office.theFirst()
  const { member, link } = await office.asks(olga, 'people:invite', { name: 'Ada', email: 'ada@example.com', role: 'agent', capacity: 3 })
  expect(member).toMatchObject({ name: 'Ada', role: 'agent', capacity: 3, state: 'invited', linkUntil: link.until, teams: olga.teams })

  await office.comesIn(link.url, { name: 'Ada Lovelace' })
  expect(await memberNamed(olga, 'Ada Lovelace')).toMatchObject({
    state: 'active',
    linkUntil: null,
    lastSeen: office.state.now.toISOString(),
  })
  expect(office.heard.changed).toContain('people')
})

test('an agent, a supervisor and a requester ask in vain for what administrators do', async () => {
  const { who: olga } = await office.theFirst()
  const { who: ada } = await office.invited(olga, 'Ada')
  const { who: sam } = await office.invited(olga, 'Sam', 'supervisor')
  const olgas = changed(await memberNamed(olga, 'Olga'))

  for (const who of [ada, sam, eve]) {
    await refusedWith('not-allowed', office.asks(who, 'people:list', {}))
    await refusedWith('not-allowed', office.asks(who, 'people:change', { ...olgas, role: 'agent' }))
    await refusedWith('not-allowed', office.asks(who, 'people:change', { ...olgas, agent: who.id, role: 'administrator' }))
    await refusedWith('not-allowed', office.asks(who, 'people:disable', { agent: olga.id, version: 1 }))
    await refusedWith('not-allowed', office.asks(who, 'people:enable', { agent: olga.id, version: 1 }))
    await refusedWith('not-allowed', office.asks(who, 'people:new-link', { agent: olga.id }))
    await refusedWith('not-allowed', office.asks(who, 'people:sign-out-everywhere', { agent: olga.id }))
    const mallory = { name: 'M', email: 'm@example.com', role: 'administrator', capacity: 1 } as const
    await refusedWith('not-allowed', office.asks(who, 'people:invite', mallory))
  }
})

test('an administrator whose role was taken away meanwhile is refused, though his connection still stands', async () => {
  const { who: olga } = await office.theFirst()
  const { who: otto } = await office.invited(olga, 'Otto', 'administrator')
  await office.asks(olga, 'people:change', { ...changed(await memberNamed(olga, 'Otto')), role: 'agent' })

  await refusedWith('not-allowed', office.asks(otto, 'people:new-link', { agent: olga.id }))
  expect(office.heard.renewed).toEqual([otto.id])
})

test('what nobody asked for is not taken along', async () => {
  const { who: olga } = await office.theFirst()
  const sneaked = { name: 'Ada', email: 'ada@example.com', role: 'agent', capacity: 3, password_hash: 'x' } as const
  await refusedWith('malformed', office.asks(olga, 'people:invite', sneaked))
  const { capacity: _, ...rest } = changed(await memberNamed(olga, 'Olga'))
  await refusedWith('malformed', office.asks(olga, 'people:change', { ...rest, capacity: 51 }))
})

test('a change to what somebody else changed meanwhile is refused', async () => {
  const { who: olga } = await office.theFirst()
  await office.invited(olga, 'Ada')
  const seen = changed(await memberNamed(olga, 'Ada'))

  expect(await office.asks(olga, 'people:change', { ...seen, capacity: 7, teams: [] })).toMatchObject({ capacity: 7, teams: [] })
  await refusedWith('changed-meanwhile', office.asks(olga, 'people:change', { ...seen, capacity: 1 }))
  expect(await memberNamed(olga, 'Ada')).toMatchObject({ capacity: 7 })
})

test('two people never share an address, and a team must exist', async () => {
  const { who: olga } = await office.theFirst()
  await office.invited(olga, 'Ada')
  const again = { name: 'Ada Two', email: 'ADA@example.com', role: 'agent', capacity: 3 } as const
  await refusedWith('email-taken', office.asks(olga, 'people:invite', again))
  const ada = changed(await memberNamed(olga, 'Ada'))
  await refusedWith('email-taken', office.asks(olga, 'people:change', { ...ada, email: 'olga@example.com' }))
  await refusedWith('no-such-team', office.asks(olga, 'people:change', { ...ada, teams: [randomUUID()] }))
  await refusedWith('no-such-agent', office.asks(olga, 'people:change', { ...ada, agent: randomUUID() }))
})

test('the last administrator can be neither demoted nor disabled', async () => {
  const { who: olga } = await office.theFirst()
  const myself = changed(await memberNamed(olga, 'Olga'))
  await refusedWith('last-administrator', office.asks(olga, 'people:change', { ...myself, role: 'supervisor' }))
  await refusedWith('last-administrator', office.asks(olga, 'people:disable', { agent: olga.id, version: myself.version }))

  // One who was only invited cannot let anybody in.
  await office.asks(olga, 'people:invite', { name: 'Otto', email: 'otto@example.com', role: 'administrator', capacity: 1 })
  await refusedWith('last-administrator', office.asks(olga, 'people:change', { ...myself, role: 'supervisor' }))
})

test('of two administrators who demote each other at once, one stays', async () => {
  const { who: olga } = await office.theFirst()
  const { who: otto } = await office.invited(olga, 'Otto', 'administrator')
  const [o, t] = [changed(await memberNamed(olga, 'Olga')), changed(await memberNamed(olga, 'Otto'))]

  const outcomes = await Promise.allSettled([
    office.asks(olga, 'people:change', { ...t, role: 'agent' }),
    office.asks(otto, 'people:change', { ...o, role: 'agent' }),
    office.asks(olga, 'people:disable', { agent: otto.id, version: t.version }),
    office.asks(otto, 'people:disable', { agent: olga.id, version: o.version }),
  ])

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { rows } = await office.pool.query("select name from agents where role = 'administrator' and disabled_at is null")
  expect(rows).toHaveLength(1)
})

test('a disabled agent is out everywhere, his chats go back, and he comes in again only once enabled', async () => {
  const { who: olga } = await office.theFirst()
  const ada = await office.invited(olga, 'Ada')
  const { link } = await office.asks(olga, 'people:invite', { name: 'Ivan', email: 'ivan@example.com', role: 'agent', capacity: 1 })
  const [a, i] = [await memberNamed(olga, 'Ada'), await memberNamed(olga, 'Ivan')]

  const disabled = await office.asks(olga, 'people:disable', { agent: a.id, version: a.version })
  expect(disabled.state).toBe('disabled')
  expect(await office.door(ada.cookie)).toBeNull()
  expect([office.heard.cut.at(-1), office.heard.released]).toEqual([{ person: a.id, why: 'disabled' }, [a.id]])
  expect((await office.signsIn(ada.email)).statusCode).toBe(401)
  await refusedWith('agent-disabled', office.asks(olga, 'people:new-link', { agent: a.id }))

  await office.asks(olga, 'people:disable', { agent: i.id, version: i.version })
  expect((await office.comesIn(link.url, { name: 'Ivan' })).answer.json()).toEqual({ refusal: 'link-over' })

  await office.asks(olga, 'people:enable', { agent: a.id, version: disabled.version })
  expect(await office.door(ada.cookie)).toBeNull()
  expect((await office.signsIn(ada.email)).statusCode).toBe(200)
})

test('anyone signs himself out everywhere, and Olga signs out anyone', async () => {
  const { who: olga, cookie } = await office.theFirst()
  const ada = await office.invited(olga, 'Ada')
  await office.signsIn(ada.email)

  await office.asks(ada.who, 'people:sign-out-everywhere', {})
  expect([await office.door(ada.cookie), (await office.door(cookie))?.who]).toEqual([null, olga])

  const { cookie: again } = await office.comesIn((await office.asks(olga, 'people:new-link', { agent: ada.who.id })).url, { name: 'Ada' })
  await office.asks(olga, 'people:sign-out-everywhere', { agent: ada.who.id })
  expect(await office.door(again)).toBeNull()
})

test('the audit log tells who did what, with what was before and after, and holds no secret', async () => {
  const { who: olga } = await office.theFirst()
  await office.invited(olga, 'Ada')
  await office.asks(olga, 'people:change', { ...changed(await memberNamed(olga, 'Ada')), role: 'supervisor' })

  const { records, more } = await office.asks(olga, 'audit:list', { before: null })
  expect(more).toBe(false)
  expect(records.map(({ what }) => what)).toEqual([
    'people:change',
    'people:accept-link',
    'people:invite',
    'people:accept-link',
    'server:new-link',
  ])
  expect(records[0]).toMatchObject({
    at: office.state.now.toISOString(),
    who: { id: olga.id, name: 'Olga' },
    subject: { name: 'Ada' },
    before: { role: 'agent' },
    after: { role: 'supervisor' },
    address: '192.0.2.7',
    request: 'connection-1',
  })
  expect(JSON.stringify(records)).not.toMatch(/argon2|hash|token/)
})

test('a refused change leaves nothing in the log', async () => {
  const { who: olga } = await office.theFirst()
  const before = await office.asks(olga, 'audit:list', { before: null })
  const myself = changed(await memberNamed(olga, 'Olga'))
  await refusedWith('last-administrator', office.asks(olga, 'people:change', { ...myself, role: 'agent' }))
  expect(await office.asks(olga, 'audit:list', { before: null })).toEqual(before)
})
