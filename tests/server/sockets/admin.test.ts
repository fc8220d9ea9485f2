import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { readSettings, readWebhook } from '../../../server/postgres/settings.ts'
import { sitesOfIssuer } from '../../../server/postgres/sites.ts'
import type { Helping } from '../../../shared/people.ts'
import { defaultSettings } from '../../../shared/queue.ts'
import { anOffice, eve, type Office } from '../../support/office.ts'
import { refusedWith } from '../../support/refused.ts'

let office: Office
let olga: Helping
let ada: Helping
let sam: Helping
beforeEach(async () => {
  office = await anOffice()
  olga = (await office.theFirst()).who
  ada = (await office.invited(olga, 'Ada')).who
  sam = (await office.invited(olga, 'Sam', 'supervisor')).who
})
afterEach(() => office.close())

const lastRecord = async () => (await office.asks(olga, 'audit:list', { before: null })).records[0]

const network = () => ({
  team: randomUUID(),
  version: 0,
  name: 'Network',
  tier: 2,
  hours: null,
  topics: [{ id: randomUUID(), name: 'VPN' }],
})

const office9to5 = {
  zone: 'Europe/Berlin',
  days: { mon: [['09:00', '17:00'] as [string, string]], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  closed: ['2026-12-25'],
}

describe('teams', () => {
  test('the first desk has one team with topics, and Olga adds another', async () => {
    const wanted = network()
    const saved = await office.asks(olga, 'teams:save', { ...wanted, hours: office9to5 })
    const { teams } = await office.asks(ada, 'teams:list', {})
    expect(teams.map(({ name, tier, topics }) => [name, tier, topics.length])).toEqual([
      ['Service desk', 1, 6],
      ['Network', 2, 1],
    ])
    expect(teams[1]).toEqual(saved)
    expect(saved).toMatchObject({ id: wanted.team, hours: office9to5, topics: wanted.topics, version: 1 })
    expect(await lastRecord()).toMatchObject({ what: 'teams:save', before: null, after: { name: 'Network' }, subject: { name: 'Network' } })
  })

  test('topics keep their order and their ids, and nobody takes those of another team', async () => {
    const [vpn, wifi] = [
      { id: randomUUID(), name: 'VPN' },
      { id: randomUUID(), name: 'Wi-Fi' },
    ]
    const wanted = { ...network(), topics: [wifi, vpn] }
    await office.asks(olga, 'teams:save', wanted)
    const saved = await office.asks(olga, 'teams:save', { ...wanted, version: 1, topics: [{ ...vpn, name: 'VPN and remote' }] })
    expect(saved.topics).toEqual([{ id: vpn.id, name: 'VPN and remote' }])

    await refusedWith('already-exists', office.asks(olga, 'teams:save', { ...network(), name: 'Thieves', topics: [vpn] }))
    await refusedWith('malformed', office.asks(olga, 'teams:save', { ...wanted, version: 2, topics: [vpn, vpn] }))
    expect((await office.asks(olga, 'teams:list', {})).teams).toContainEqual(saved)
  })

  test('two administrators do not overwrite each other, nor share a name', async () => {
    const wanted = network()
    await office.asks(olga, 'teams:save', wanted)
    await refusedWith('already-exists', office.asks(olga, 'teams:save', { ...wanted, name: 'Other' }))
    await refusedWith('name-taken', office.asks(olga, 'teams:save', { ...network(), name: 'NETWORK' }))
    const both = await Promise.allSettled(['A', 'B'].map((name) => office.asks(olga, 'teams:save', { ...wanted, version: 1, name })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a team goes unless conversations belong to it or it is the last', async () => {
    const wanted = network()
    await office.asks(olga, 'teams:save', wanted)
    const [first] = (await office.asks(olga, 'teams:list', {})).teams
    const requester = randomUUID()
    await office.pool.query("insert into requesters (id, name) values ($1, 'Rita')", [requester])
    await office.pool.query(
      `insert into conversations (id, number, state, status, requester_id, team_id, last_public, last_internal, opened_at, changed_at)
       values ($1, 1, '{}', 'waiting', $2, $3, 1, 0, now(), now())`,
      [randomUUID(), requester, first?.id],
    )
    await refusedWith('in-use', office.asks(olga, 'teams:remove', { team: first?.id ?? '', version: 1 }))
    await refusedWith('changed-meanwhile', office.asks(olga, 'teams:remove', { team: wanted.team, version: 3 }))
    expect(await office.asks(olga, 'teams:remove', { team: wanted.team, version: 1 })).toBeNull()
    await refusedWith('last-team', office.asks(olga, 'teams:remove', { team: first?.id ?? '', version: 1 }))
  })

  test.each([
    ['a zone that does not exist', { ...office9to5, zone: 'Europe/Atlantis' }],
    ['a day that ends before it begins', { ...office9to5, days: { ...office9to5.days, mon: [['17:00', '09:00'] as [string, string]] } }],
    ['a time that no clock shows', { ...office9to5, days: { ...office9to5.days, mon: [['9:00', '25:00'] as [string, string]] } }],
    ['a date that no calendar has', { ...office9to5, closed: ['2026-02-30'] }],
  ])('opening hours with %s are refused', async (_, hours) => {
    await refusedWith('malformed', office.asks(olga, 'teams:save', { ...network(), hours }))
  })
})

describe('settings', () => {
  test('they begin with what is usual, and are saved by version', async () => {
    expect(await office.asks(ada, 'settings:read', {})).toEqual({ settings: defaultSettings, version: 0 })
    const settings = { ...defaultSettings, offerSeconds: 45 }
    expect(await office.asks(olga, 'settings:save', { version: 0, settings })).toEqual({ settings, version: 1 })
    await refusedWith('changed-meanwhile', office.asks(olga, 'settings:save', { version: 0, settings }))
    expect(await office.asks(olga, 'settings:save', { version: 1, settings })).toEqual({ settings, version: 2 })
    expect(await readSettings(office.pool)).toEqual({ value: settings, version: 2 })
    expect(office.heard.changed).toContain('settings')
  })

  test('numbers that no desk can be run by are refused', async () => {
    await refusedWith('malformed', office.asks(olga, 'settings:save', { version: 0, settings: { ...defaultSettings, offerSeconds: 0 } }))
    await refusedWith('malformed', office.asks(olga, 'settings:save', { version: 0, settings: { ...defaultSettings, graceSeconds: 1.5 } }))
  })

  test('origins are exact, and hold nothing that would end a policy', async () => {
    const origins = ['https://intranet.example.com', 'http://wiki:8080']
    expect(await office.asks(olga, 'origins:save', { version: 0, origins })).toEqual({ origins, version: 1 })
    expect(await office.asks(olga, 'origins:read', {})).toEqual({ origins, version: 1 })
    for (const origin of ['https://a.example/path', '*', 'https://*.example', 'javascript:alert(1)', 'https://a;script-src', 'null'])
      await refusedWith('malformed', office.asks(olga, 'origins:save', { version: 1, origins: [origin] }))
  })

  test('the secret of the webhook is shown once, and kept when only the rest changes', async () => {
    const wanted = { version: 0, url: 'https://hooks.example.com/in', hosts: ['hooks.example.com'], enabled: true, newSecret: false }
    const { webhook, secret } = await office.asks(olga, 'webhook:save', wanted)
    expect([webhook.hasSecret, secret?.length]).toEqual([true, 43])
    expect((await readWebhook(office.pool)).value.secret).toBe(secret)

    expect(await office.asks(olga, 'webhook:save', { ...wanted, version: 1, enabled: false })).toMatchObject({ secret: null })
    expect((await readWebhook(office.pool)).value.secret).toBe(secret)
    const { secret: next } = await office.asks(olga, 'webhook:save', { ...wanted, version: 2, newSecret: true })
    expect(next).not.toBe(secret)

    const told = JSON.stringify([await office.asks(olga, 'webhook:read', {}), await office.asks(olga, 'audit:list', { before: null })])
    expect([told.includes(String(secret)), told.includes(String(next))]).toEqual([false, false])
  })

  test('the webhook calls listed hosts only', async () => {
    const wanted = { version: 0, hosts: ['hooks.example.com'], enabled: true, newSecret: false }
    await refusedWith('host-not-listed', office.asks(olga, 'webhook:save', { ...wanted, url: 'https://elsewhere.example/' }))
    await refusedWith('host-not-listed', office.asks(olga, 'webhook:save', { ...wanted, url: null }))
    await refusedWith('malformed', office.asks(olga, 'webhook:save', { ...wanted, url: 'file:///etc/passwd' }))
  })
})

describe('canned replies', () => {
  const reply = (whose: 'everyone' | 'mine' | { team: string }, name = 'Greeting') => ({
    reply: randomUUID(),
    version: 0,
    name,
    text: 'Hello',
    whose,
  })

  test('everyone sees what is everyone’s, their team’s and their own', async () => {
    await office.asks(olga, 'teams:save', { ...network() })
    const [desk, other] = (await office.asks(olga, 'teams:list', {})).teams
    await office.asks(olga, 'replies:save', reply('everyone', 'A'))
    await office.asks(sam, 'replies:save', reply({ team: desk?.id ?? '' }, 'B'))
    await office.asks(sam, 'replies:save', reply({ team: other?.id ?? '' }, 'C'))
    await office.asks(ada, 'replies:save', reply('mine', 'D'))

    const names = async (who: Helping) => (await office.asks(who, 'replies:list', {})).replies.map(({ name }) => name)
    expect([await names(ada), await names(sam)]).toEqual([
      ['A', 'B', 'D'],
      ['A', 'B', 'C'],
    ])
  })

  test('an agent changes his own, and nobody else’s', async () => {
    const shared = reply('everyone')
    await office.asks(olga, 'replies:save', shared)
    await refusedWith('not-allowed', office.asks(ada, 'replies:save', reply('everyone')))
    await refusedWith('not-found', office.asks(ada, 'replies:save', { ...shared, version: 1, whose: 'mine' }))
    await refusedWith('not-found', office.asks(ada, 'replies:remove', { reply: shared.reply, version: 1 }))

    const own = reply('mine')
    await office.asks(ada, 'replies:save', own)
    expect(await office.asks(ada, 'replies:save', own)).toMatchObject({ text: 'Hello', version: 1 })
    await refusedWith('already-exists', office.asks(ada, 'replies:save', { ...own, text: 'Something else' }))
    expect(await office.asks(ada, 'replies:save', { ...own, version: 1, text: 'Hi' })).toMatchObject({ text: 'Hi', version: 2 })
    await refusedWith('changed-meanwhile', office.asks(ada, 'replies:save', { ...own, version: 1 }))
    await refusedWith('not-found', office.asks(olga, 'replies:remove', { reply: own.reply, version: 2 }))
    expect(await office.asks(ada, 'replies:remove', { reply: own.reply, version: 2 })).toBeNull()
  })
})

describe('variables in replies', () => {
  const saves = (text: string) =>
    office.asks(ada, 'replies:save', { reply: randomUUID(), version: 0, name: 'Greeting', text, whose: 'mine' })

  test('those that are known are kept as they are written', async () => {
    const text = 'Hello {{requester.first}}, {{ agent.name }} here, about {{ticket.number}} at {{desk.name}}. Yours, {{requester.name}}'
    expect(await saves(text)).toMatchObject({ text })
  })

  test.each(['{{weather}}', '{{}}', '{{requester}}', '{{constructor}}'])('%s stands for nothing', async (unknown) => {
    await refusedWith('unknown-variable', saves(`Hello ${unknown}`))
  })
})

describe('sites', () => {
  const intranet = () => ({ site: randomUUID(), name: 'Intranet', issuer: 'https://intranet.example.com', audience: 'firstline' })
  const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString().trim()
  const rsa = () => pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)
  const keysAt = async (at: Date) => (await sitesOfIssuer(office.pool, 'https://intranet.example.com', at)).flatMap(({ keys }) => keys)

  test('a shared secret is shown once, and rotated with time to change over', async () => {
    const { site, secret } = await office.asks(olga, 'sites:add', { ...intranet(), key: { algorithm: 'HS256' } })
    expect([site.publicKey, secret?.length]).toEqual([null, 43])
    const rotated = await office.asks(olga, 'sites:rotate', { site: site.id, version: 1, publicKey: null, previousHours: 24 })
    expect(await keysAt(office.state.now)).toEqual([rotated.secret, secret])
    office.hoursPass(24)
    expect(await keysAt(office.state.now)).toEqual([rotated.secret])

    const told = JSON.stringify([await office.asks(olga, 'sites:list', {}), await office.asks(olga, 'audit:list', { before: null })])
    expect([told.includes(String(secret)), told.includes(String(rotated.secret))]).toEqual([false, false])
  })

  test('a public key must fit its algorithm', async () => {
    const [good, next] = [rsa(), rsa()]
    const elliptic = pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)
    const weak = pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)
    for (const publicKey of [elliptic, weak])
      await refusedWith('bad-key', office.asks(olga, 'sites:add', { ...intranet(), key: { algorithm: 'RS256', publicKey } }))
    const secretKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    await refusedWith('malformed', office.asks(olga, 'sites:add', { ...intranet(), key: { algorithm: 'ES256', publicKey: secretKey } }))

    const { site, secret } = await office.asks(olga, 'sites:add', { ...intranet(), key: { algorithm: 'RS256', publicKey: good } })
    expect([secret, site.publicKey]).toEqual([null, good])
    await refusedWith('bad-key', office.asks(olga, 'sites:rotate', { site: site.id, version: 1, publicKey: null, previousHours: 0 }))
    await office.asks(olga, 'sites:rotate', { site: site.id, version: 1, publicKey: next, previousHours: 0 })
    expect(await keysAt(office.state.now)).toEqual([next])
  })

  test('a site is renamed by version, keeps its claims to itself, and is removed', async () => {
    const wanted = intranet()
    await office.asks(olga, 'sites:add', { ...wanted, key: { algorithm: 'HS256' } })
    await refusedWith('name-taken', office.asks(olga, 'sites:add', { ...intranet(), issuer: 'other', key: { algorithm: 'HS256' } }))
    await refusedWith('issuer-taken', office.asks(olga, 'sites:add', { ...intranet(), name: 'Other', key: { algorithm: 'HS256' } }))
    await refusedWith('changed-meanwhile', office.asks(olga, 'sites:change', { ...wanted, version: 7 }))
    expect(await office.asks(olga, 'sites:change', { ...wanted, version: 1, name: 'Portal' })).toMatchObject({ name: 'Portal', version: 2 })
    expect(await office.asks(olga, 'sites:remove', { site: wanted.site, version: 2 })).toBeNull()
    await refusedWith('not-found', office.asks(olga, 'sites:remove', { site: wanted.site, version: 2 }))
  })
})

test('agents, supervisors and requesters set nothing up, and read no secrets', async () => {
  const site = { site: randomUUID(), name: 'S', issuer: 'i', audience: 'a' }
  for (const who of [ada, sam, eve]) {
    await refusedWith('not-allowed', office.asks(who, 'teams:save', network()))
    await refusedWith('not-allowed', office.asks(who, 'teams:remove', { team: randomUUID(), version: 1 }))
    await refusedWith('not-allowed', office.asks(who, 'teams:restore', { team: randomUUID() }))
    await refusedWith('not-allowed', office.asks(who, 'sites:restore', { site: randomUUID() }))
    await refusedWith('not-allowed', office.asks(who, 'settings:save', { version: 0, settings: defaultSettings }))
    await refusedWith('not-allowed', office.asks(who, 'origins:read', {}))
    await refusedWith('not-allowed', office.asks(who, 'origins:save', { version: 0, origins: [] }))
    await refusedWith('not-allowed', office.asks(who, 'sites:list', {}))
    await refusedWith('not-allowed', office.asks(who, 'sites:add', { ...site, key: { algorithm: 'HS256' } }))
    await refusedWith('not-allowed', office.asks(who, 'sites:change', { ...site, version: 1 }))
    await refusedWith('not-allowed', office.asks(who, 'sites:rotate', { site: site.site, version: 1, publicKey: null, previousHours: 0 }))
    await refusedWith('not-allowed', office.asks(who, 'sites:remove', { site: site.site, version: 1 }))
    await refusedWith('not-allowed', office.asks(who, 'webhook:read', {}))
    const webhook = { version: 0, url: null, hosts: [], enabled: false, newSecret: true }
    await refusedWith('not-allowed', office.asks(who, 'webhook:save', webhook))
    await refusedWith('not-allowed', office.asks(who, 'audit:list', { before: null }))
  }
  for (const question of ['teams:list', 'settings:read', 'replies:list'] as const)
    await refusedWith('not-allowed', office.asks(eve, question, {}))
})
