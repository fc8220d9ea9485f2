import { firstAdministratorLink, firstAdministratorLinkOnce, lockedOutLink } from '../../../server/postgres/first-administrator.ts'
import { livingSessions } from '../../../server/postgres/sessions.ts'
import { anOffice, cookieOf, type Office, password, tokenOf } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.close())

const first = () => firstAdministratorLink(office.pool, 'https://help.example.com', office.state.now)
const look = (link: string) => office.post('/api/invitation/look', { token: tokenOf(link) })
const me = (cookie: string) => office.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })

test('the first administrator comes in by a link, says who he is, and is signed in', async () => {
  const link = (await first()) ?? ''
  expect(link).toMatch(/^https:\/\/help\.example\.com\/console\/#\/welcome\/[\w-]{43}$/)
  expect((await look(link)).json()).toEqual({ name: 'Administrator', email: null })

  const { answer, cookie } = await office.comesIn(link, { name: 'Olga', email: 'olga@example.com' })
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    { id: expect.any(String), name: 'Olga', email: 'olga@example.com', role: 'administrator', teams: [expect.any(String)] },
  ])
  expect((await me(cookie)).json()).toEqual(answer.json())
  expect(await first()).toBeNull()
})

test('the first administrator must say his e-mail address', async () => {
  const link = (await first()) ?? ''
  expect((await office.comesIn(link, { name: 'Olga' })).answer.json()).toEqual({ refusal: 'malformed' })
  expect((await look(link)).statusCode).toBe(200)
})

test('a link that was made again ends the one before', async () => {
  const [lost, found] = [(await first()) ?? '', (await first()) ?? '']
  expect((await look(lost)).json()).toEqual({ refusal: 'link-over' })
  expect((await look(found)).statusCode).toBe(200)
})

test('a process that starts again, or beside others, leaves a link that is good as it is', async () => {
  const again = () => firstAdministratorLinkOnce(office.pool, 'https://help.example.com', office.state.now)
  const made = office.state.now
  const all = await Promise.all([again(), again(), again()])
  const links = all.flatMap((one) => (one && 'link' in one ? [one.link] : []))
  expect(links).toHaveLength(1)
  expect(all.filter((one) => one && 'madeAt' in one)).toEqual([{ madeAt: made }, { madeAt: made }])
  expect((await look(links[0] ?? '')).statusCode).toBe(200)

  office.hoursPass(72)
  expect(await again()).toEqual({ link: expect.stringContaining('/console/#/welcome/') })
  await office.comesIn((await first()) ?? '', { name: 'Olga', email: 'olga@example.com' })
  expect(await again()).toBeNull()
})

test('of two people who use a link at once, one gets in', async () => {
  const link = (await first()) ?? ''
  const [olga, eve] = await Promise.all([
    office.comesIn(link, { name: 'Olga', email: 'olga@example.com' }),
    office.comesIn(link, { name: 'Eve', email: 'eve@example.com' }),
  ])
  expect([olga.answer.statusCode, eve.answer.statusCode].sort()).toEqual([200, 410])
  expect((await look(link)).json()).toEqual({ refusal: 'link-over' })
})

test('a link is too old after 72 hours', async () => {
  const link = (await first()) ?? ''
  office.hoursPass(72)
  const { answer } = await office.comesIn(link, { name: 'Olga', email: 'olga@example.com' })
  expect([answer.statusCode, answer.json()]).toEqual([410, { refusal: 'link-over' }])
})

test('a short password is refused, and the link stays good', async () => {
  const link = (await first()) ?? ''
  const olga = { name: 'Olga', email: 'olga@example.com' }
  expect((await office.comesIn(link, { ...olga, password: 'eleven char' })).answer.json()).toEqual({ refusal: 'weak-password' })
  expect((await office.comesIn(link, olga)).answer.statusCode).toBe(200)
})

test('nobody makes himself an administrator by saying so', async () => {
  const { who: olga } = await office.theFirst()
  const { link } = await office.asks(olga, 'people:invite', { name: 'Eve', email: 'eve@example.com', role: 'agent', capacity: 3 })
  const boast = { token: tokenOf(link.url), name: 'Eve', password, role: 'administrator' }
  expect((await office.post('/api/invitation/accept', boast)).json()).toEqual({ refusal: 'malformed' })
  const answer = await office.post('/api/invitation/accept', { token: tokenOf(link.url), name: 'Eve', password, email: 'olga@example.com' })
  expect(answer.json()).toMatchObject({ role: 'agent', email: 'eve@example.com' })
})

test('the cookie is for no script, no other site and no plain line, and the database holds only its hash', async () => {
  const { cookie } = await office.theFirst()
  const { headers } = await office.signsIn('olga@example.com')
  expect(headers['set-cookie']).toMatch(/^firstline_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/)
  const { rows } = await office.pool.query('select token_hash::text as kept from sessions')
  expect(rows.map(({ kept }) => kept)).not.toContain(cookie.split('=')[1])
})

test('behind TLS the cookie is Secure', async () => {
  const safe = await anOffice({ publicUrl: 'https://help.example.com' })
  try {
    await safe.theFirst()
    expect((await safe.signsIn('olga@example.com')).headers['set-cookie']).toMatch(/; Secure$/)
  } finally {
    await safe.close()
  }
})

test('a name that nobody has, a wrong password, a disabled and an unfinished account are answered alike, and as slowly', async () => {
  const { who: olga } = await office.theFirst()
  await office.invited(olga, 'Ada')
  const dora = await office.invited(olga, 'Dora')
  await office.asks(olga, 'people:disable', { agent: dora.who.id, version: 2 })
  await office.asks(olga, 'people:invite', { name: 'Ivan', email: 'ivan@example.com', role: 'agent', capacity: 1 })

  const tries = { ada: 'ada@example.com', nobody: 'nobody@example.com', dora: 'dora@example.com', ivan: 'ivan@example.com' }
  const times: Record<string, number[]> = {}
  for (let round = 0; round < 5; round++)
    for (const [who, email] of Object.entries(tries)) {
      const begun = performance.now()
      const answer = await office.signsIn(email, who === 'ada' ? 'not her password' : password)
      times[who] = [...(times[who] ?? []), performance.now() - begun]
      expect([answer.statusCode, answer.json(), Object.keys(answer.headers).includes('set-cookie')]).toEqual([
        401,
        { refusal: 'wrong-password' },
        false,
      ])
    }

  const fastest = (who: string) => Math.min(...(times[who] ?? []))
  for (const who of Object.keys(tries)) expect(fastest(who)).toBeGreaterThan(fastest('ada') / 3)
})

test('signing in makes a new session, and ends the one that the browser came with', async () => {
  const { cookie } = await office.theFirst()
  const key = (await office.door(cookie))?.key
  const again = cookieOf(await office.signsIn('OLGA@example.com', password, { cookie }))

  expect(again).not.toBe(cookie)
  expect([await office.door(cookie), (await office.door(again))?.who.name]).toEqual([null, 'Olga'])
  expect(office.heard.cut).toContainEqual({ key, why: 'signed-out' })
})

test('a session ends after 12 hours without use, and after 7 days whatever happens', async () => {
  const { cookie } = await office.theFirst()
  const other = cookieOf(await office.signsIn('olga@example.com'))
  for (let day = 0; day < 13; day++) {
    office.hoursPass(11.9)
    expect((await me(cookie)).statusCode).toBe(200)
  }
  expect((await me(other)).json()).toEqual({ refusal: 'signed-out' })
  office.hoursPass(11.9)
  expect((await me(cookie)).statusCode).toBe(200)
  office.hoursPass(1.5)
  expect((await me(cookie)).statusCode).toBe(401)
  expect(await office.door(cookie)).toBeNull()
})

test('open connections keep the sessions alive that are used, and learn which are over', async () => {
  const { cookie } = await office.theFirst()
  const used = (await office.door(cookie))?.key ?? ''
  const idle = (await office.door(cookieOf(await office.signsIn('olga@example.com'))))?.key ?? ''
  const living = async () => [...(await livingSessions(office.pool, { used: [used], idle: [idle] }, office.state.now)).keys()].sort()
  office.hoursPass(11)
  expect(await living()).toEqual([used, idle].sort())
  office.hoursPass(11)
  expect(await living()).toEqual([used])
})

test('signing out ends the session here, and is never refused', async () => {
  const { cookie } = await office.theFirst()
  const other = cookieOf(await office.signsIn('olga@example.com'))
  const key = (await office.door(cookie))?.key

  const answer = await office.post('/api/sign-out', {}, { cookie })
  expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([204, expect.stringContaining('firstline_session=; Max-Age=0;')])
  expect([(await me(cookie)).statusCode, (await me(other)).statusCode]).toEqual([401, 200])
  expect(office.heard.cut).toContainEqual({ key, why: 'signed-out' })
  expect((await office.post('/api/sign-out', {}, { cookie })).statusCode).toBe(204)
})

test('a page of somebody else cannot sign anyone in or out', async () => {
  const { cookie } = await office.theFirst()
  const sent = { method: 'POST', url: '/api/sign-out', headers: { host: 'localhost', origin: 'https://evil.example', cookie } } as const
  expect((await office.app.inject({ ...sent, payload: {} })).json()).toEqual({ refusal: 'foreign-origin' })
  expect((await me(cookie)).statusCode).toBe(200)

  const form = { host: 'localhost', origin: 'http://localhost', 'content-type': 'text/plain' }
  const answer = await office.app.inject({ method: 'POST', url: '/api/sign-in', headers: form, payload: '{"email":"a","password":"b"}' })
  expect([answer.statusCode, answer.json()]).toEqual([415, { refusal: 'malformed' }])
})

test.each([
  ['an object for a password', { email: 'olga@example.com', password: { $ne: null } }],
  ['a list for a name', { email: ['olga@example.com'], password }],
  ['more than is asked for', { email: 'olga@example.com', password, role: 'administrator' }],
  ['nothing', {}],
])('who signs in with %s is refused', async (_, payload) => {
  await office.theFirst()
  expect((await office.post('/api/sign-in', payload)).json()).toEqual({ refusal: 'malformed' })
})

test('a forgotten password is replaced by a new link, which ends all sessions when it is used', async () => {
  const { who: olga } = await office.theFirst()
  const ada = await office.invited(olga, 'Ada')
  const link = await office.asks(olga, 'people:new-link', { agent: ada.who.id })
  expect((await office.signsIn(ada.email)).statusCode).toBe(200)
  expect((await look(link.url)).json()).toEqual({ name: 'Ada', email: 'ada@example.com' })

  const { cookie } = await office.comesIn(link.url, { name: 'Ada', password: 'another good password' })
  expect(await office.door(ada.cookie)).toBeNull()
  expect((await office.door(cookie))?.who).toEqual(ada.who)
  expect(office.heard.cut).toContainEqual({ person: ada.who.id, why: 'signed-out' })
  expect((await office.signsIn(ada.email)).statusCode).toBe(401)
  expect((await office.signsIn(ada.email, 'another good password')).statusCode).toBe(200)
})

test('an administrator who is locked out gets a link on the server, and nobody else does', async () => {
  const { who: olga } = await office.theFirst()
  await office.invited(olga, 'Ada')
  const link = await lockedOutLink(office.pool, 'Olga@example.com', 'http://localhost', office.state.now)
  expect((await office.comesIn(link ?? '', { name: 'Olga', password: 'another good password' })).answer.statusCode).toBe(200)
  expect(await lockedOutLink(office.pool, 'ada@example.com', 'http://localhost', office.state.now)).toBeNull()

  const { records } = await office.asks(olga, 'audit:list', { before: null })
  expect(records.find(({ what }) => what === 'server:new-link')).toMatchObject({ who: null, subject: { id: olga.id } })
})

test('the same password typed on another keyboard is the same', async () => {
  const { who: olga } = await office.theFirst()
  const { link } = await office.asks(olga, 'people:invite', { name: 'Zoë', email: 'zoe@example.com', role: 'agent', capacity: 3 })
  await office.comesIn(link.url, { name: 'Zoë', password: 'zo\u00eb likes tea' })
  expect((await office.signsIn('zoe@example.com', 'zoe\u0308 likes tea')).statusCode).toBe(200)
})
