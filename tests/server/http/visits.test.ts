import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import type { VouchingSite } from '../../../server/desk/visits.ts'
import { forgetOldVisits, requestersAtDoor } from '../../../server/postgres/visits.ts'
import { anEdge } from './an-edge.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const newRsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString()
const secret = 'a shared secret of more than 32 bytes'

type Site = Omit<VouchingSite, 'keys'> & { key: string; previous: [key: string, until: Date] | [] }

const site = (name: string, algorithm: Site['algorithm'], key: string, ...previous: Site['previous']): Site => ({
  id: randomUUID(),
  issuer: `https://${name}.example.com`,
  audience: 'firstline',
  algorithm,
  key,
  previous,
})

const intranet = site('intranet', 'RS256', pem(newRsa.publicKey), pem(rsa.publicKey), new Date(2_000_000_000_000))
const wiki = site('wiki', 'HS256', secret)
const shop = site('shop', 'ES256', pem(elliptic.publicKey))

let edge: Awaited<ReturnType<typeof anEdge>>
beforeAll(async () => {
  edge = await anEdge()
  for (const { id, issuer, audience, algorithm, key, previous } of [intranet, wiki, shop]) {
    await edge.pool.query(
      `insert into sites (id, name, issuer, audience, algorithm, key, previous_key, previous_until) values ($1, $2, $2, $3, $4, $5, $6, $7)`,
      [id, issuer, audience, algorithm, key, previous[0] ?? null, previous[1] ?? null],
    )
  }
})
afterAll(() => edge.close())

const own = { origin: 'http://localhost', host: 'localhost' }

const visit = (payload: object, remoteAddress = '127.0.0.1') =>
  edge.app.inject({ method: 'POST', url: '/api/visit', headers: own, payload, remoteAddress })

const leave = (token: string) => edge.app.inject({ method: 'DELETE', url: '/api/visit', headers: { authorization: `Bearer ${token}` } })

interface Claims {
  by?: Site
  key?: KeyObject | Uint8Array
  alg?: string
  sub?: unknown
  kid?: string
  audience?: string
  issuer?: string
  expires?: string | number
  [more: string]: unknown
}

/** What a host page hands over for Rita, and what Eve changes in it. */
function signed({
  by = intranet,
  key = newRsa.privateKey,
  alg = by.algorithm,
  kid,
  audience,
  issuer,
  expires,
  sub = 'rita',
  ...more
}: Claims = {}) {
  const claims = new SignJWT({ sub, name: 'Rita', email: 'rita@example.com', ...more } as Record<string, unknown>)
    .setProtectedHeader({ alg, ...(kid ? { kid } : {}) })
    .setIssuer(issuer ?? by.issuer)
    .setAudience(audience ?? by.audience)
  return (expires === undefined ? claims.setExpirationTime('1h') : claims.setExpirationTime(expires)).sign(key)
}

/** What Eve says of herself, with the signature of what was said of Rita. */
function mixed(eves: string, ritas: string) {
  const [head, payload] = eves.split('.')
  return [head, payload, ritas.split('.')[2]].join('.')
}

const asKey = (text: string) => new TextEncoder().encode(text)

test('Rita, who types her name, is let in and stays unverified', async () => {
  const answer = await visit({ name: '  Rita ', email: 'rita@example.com' })
  expect(answer.statusCode).toBe(201)
  expect(answer.headers['cache-control']).toBe('no-store')

  const { token, who } = answer.json()
  expect(who).toEqual({ id: expect.any(String), name: 'Rita', email: 'rita@example.com', verified: false })
  expect(await requestersAtDoor(edge.pool)(token)).toEqual({ who: { kind: 'requester', ...who }, key: expect.any(String) })
})

test('an e-mail address is asked of newcomers unless the desk does without', async () => {
  const nameless = { name: 'Rita', email: null }
  expect((await visit(nameless)).json()).toEqual({ refusal: 'malformed' })
  edge.state.look = { ...edge.state.look, email: 'optional' }
  expect((await visit(nameless)).json().who).toMatchObject({ name: 'Rita', email: null })
  edge.state.look = { ...edge.state.look, email: 'required' }
})

test('an address that only the house knows is one, as it is for the page that asks', async () => {
  expect((await visit({ name: 'Rita', email: 'rita@corp' })).json().who).toMatchObject({ email: 'rita@corp' })
  expect((await visit({ identity: await signed({ sub: 'house', email: 'rita@corp' }) })).json().who).toMatchObject({ email: 'rita@corp' })
  expect((await visit({ name: 'Rita', email: 'rita at corp' })).json()).toEqual({ refusal: 'malformed' })
})

test('whoever types the same name is somebody else', async () => {
  const [rita, eve] = await Promise.all([1, 2].map(async () => (await visit({ name: 'Rita', email: 'rita@example.com' })).json()))
  expect(eve.who.id).not.toBe(rita.who.id)
})

test.each([
  ['RS256', () => signed()],
  ['RS256, named by its id', () => signed({ kid: intranet.id })],
  ['HS256', () => signed({ by: wiki, key: asKey(secret) })],
  ['ES256', () => signed({ by: shop, key: elliptic.privateKey })],
  ['RS256, with the key before the last', () => signed({ key: rsa.privateKey })],
])('Rita, for whom a site vouches with %s, is verified', async (_, token) => {
  const answer = await visit({ identity: await token() })
  expect([answer.statusCode, answer.json().who]).toEqual([201, expect.objectContaining({ name: 'Rita', verified: true })])
})

test('the same subject of the same site is the same person, and of another site is not', async () => {
  const of = async (token: string) => (await visit({ identity: token })).json().who.id
  const first = await of(await signed({ sub: 'r1' }))

  expect(await of(await signed({ sub: 'r1', name: 'Rita Married' }))).toBe(first)
  expect(await of(await signed({ sub: 'r2' }))).not.toBe(first)
  expect(await of(await signed({ sub: 'r1', by: wiki, key: asKey(secret) }))).not.toBe(first)
})

test('Eve, who types the address of someone who is known, gets none of her history and no badge', async () => {
  const rita = (await visit({ identity: await signed({ email: 'boss@example.com' }) })).json()
  const eve = (await visit({ name: 'Rita', email: 'boss@example.com' })).json()
  expect(eve.who).toMatchObject({ verified: false })
  expect(eve.who.id).not.toBe(rita.who.id)
})

test.each([
  [
    'is not signed',
    () => new UnsecuredJWT({ sub: 'rita' }).setIssuer(intranet.issuer).setAudience('firstline').setExpirationTime('1h').encode(),
  ],
  ['is signed with the public key as if it were a secret', () => signed({ alg: 'HS256', key: asKey(pem(newRsa.publicKey)) })],
  ['is signed by somebody else', () => signed({ key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey })],
  ['is signed by another site of ours', () => signed({ by: wiki, issuer: intranet.issuer, key: asKey(secret) })],
  ['has expired', () => signed({ expires: Math.floor(Date.now() / 1000) - 120 })],
  [
    'never expires',
    () =>
      new SignJWT({ sub: 'rita' })
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(intranet.issuer)
        .setAudience('firstline')
        .sign(newRsa.privateKey),
  ],
  ['is good for a year', () => signed({ expires: '365d' })],
  ['is for another audience', () => signed({ audience: 'payroll' })],
  ['comes from another issuer', () => signed({ kid: intranet.id, issuer: 'https://evil.example.org' })],
  ['comes from an unknown site', () => signed({ issuer: 'https://evil.example.org' })],
  ['is not valid yet', () => signed({ nbf: Math.floor(Date.now() / 1000) + 600 })],
  ['names nobody', () => signed({ sub: '' })],
  ['has an object for a subject', () => signed({ sub: { $ne: null } })],
  ['has an object for a name', () => signed({ name: { toString: 'Rita' } })],
  ['is no token at all', () => 'rita'],
  ['was tampered with', async () => mixed(await signed({ sub: 'eve' }), await signed())],
])('an identity that %s is not believed', async (_, token) => {
  const answer = await visit({ identity: await token() }, `198.51.100.${Math.floor(Math.random() * 250)}`)
  expect([answer.statusCode, answer.json()]).toEqual([401, { refusal: 'identity-refused' }])
})

test('a key that was replaced is good until its date', async () => {
  const token = await signed({ key: rsa.privateKey, expires: 2_000_003_000 })
  edge.state.now = new Date(1_999_999_000 * 1000)
  expect((await visit({ identity: token })).statusCode).toBe(201)
  edge.state.now = new Date(2_000_001_000 * 1000)
  expect((await visit({ identity: token })).statusCode).toBe(401)
  edge.state.now = new Date()
})

test('a page of another origin begins no visit', async () => {
  const headers = { ...own, origin: 'https://evil.example.org' }
  const payload = { name: 'Eve', email: 'eve@example.org' }
  const answer = await edge.app.inject({ method: 'POST', url: '/api/visit', headers, payload })
  expect([answer.statusCode, answer.json()]).toEqual([403, { refusal: 'foreign-origin' }])
})

test('a visit that was ended opens nothing, and its connections are cut', async () => {
  const { token } = (await visit({ name: 'Rita', email: 'rita@example.com' })).json()
  const { key } = (await requestersAtDoor(edge.pool)(token)) ?? {}
  expect((await leave(token)).statusCode).toBe(204)

  expect(edge.state.cut).toContain(key)
  expect(await requestersAtDoor(edge.pool)(token)).toBeNull()
  expect((await leave(token)).statusCode).toBe(204)
})

test.each(['', 'Bearer x', 'Basic cml0YTpyaXRh'])('nothing is ended for who shows "%s"', async (authorization) => {
  const { statusCode } = await edge.app.inject({ method: 'DELETE', url: '/api/visit', headers: { authorization } })
  expect(statusCode).toBe(401)
})

test.each([
  ['idle for a month', `seen_at = now() - interval '31 days'`],
  ['half a year old', `created_at = now() - interval '181 days'`],
])('a visit that is %s opens nothing, and is forgotten', async (_, aged) => {
  const { token, who } = (await visit({ name: 'Rita', email: 'rita@example.com' })).json()
  await edge.pool.query(`update visits set ${aged} where requester_id = $1`, [who.id])

  expect(await requestersAtDoor(edge.pool)(token)).toBeNull()
  expect(await forgetOldVisits(edge.pool)).toBe(1)
})

test('a visit that is used stays', async () => {
  const { token, who } = (await visit({ name: 'Rita', email: 'rita@example.com' })).json()
  await edge.pool.query(`update visits set seen_at = now() - interval '29 days' where requester_id = $1`, [who.id])
  await requestersAtDoor(edge.pool)(token)
  const { rows } = await edge.pool.query(`select seen_at > now() - interval '1 minute' as kept from visits where requester_id = $1`, [
    who.id,
  ])
  expect(rows).toEqual([{ kept: true }])
})

test('the database holds no token', async () => {
  const { token } = (await visit({ name: 'Rita', email: 'rita@example.com' })).json()
  const { rows } = await edge.pool.query('select visits::text as row from visits')
  expect(rows.map(({ row }) => row).join()).not.toContain(token)
})

test.each([null, {}, [], 7, { $ne: null }, 'x'.repeat(1000), undefined])('%p at the door opens nothing', async (token) => {
  expect(await requestersAtDoor(edge.pool)(token)).toBeNull()
})
