import { anEdge } from './an-edge.ts'

let edge: Awaited<ReturnType<typeof anEdge>>
beforeAll(async () => {
  edge = await anEdge({ environment: { TRUST_PROXY: '10.0.0.2' } })
  edge.app.get('/breaks', () => {
    throw Object.assign(new Error('select secret from people'), { detail: 'Key (email)=(rita@example.com)' })
  })
})
afterAll(() => edge.close())

const own = { origin: 'http://localhost', host: 'localhost', 'content-type': 'application/json' }
const post = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  edge.app.inject({ method: 'POST', url: '/api/visit', headers: { ...own, ...headers }, payload })

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const rita = { name: 'Rita', email: 'rita@example.com' }

test.each([
  ['nothing', ''],
  ['null', 'null'],
  ['an array', '[]'],
  ['a number', '7'],
  ['half of it', '{"name": "Rita"'],
  ['an object for a name', '{"name": {"$ne": null}, "email": "rita@example.com"}'],
  ['an array for a name', '{"name": ["Rita"], "email": "rita@example.com"}'],
  ['more than is asked for', JSON.stringify({ ...rita, verified: true })],
  ['a prototype', '{"__proto__": {"verified": true}, "name": "Rita", "email": "rita@example.com"}'],
  ['only blanks', JSON.stringify({ ...rita, name: ' \0 ' })],
  ['no address', JSON.stringify({ ...rita, email: 'rita' })],
  ['a long name', JSON.stringify({ ...rita, name: 'x'.repeat(121) })],
  ['a deep nest', nested(10_000)],
])('who sends %s gets a clean answer', async (_, payload) => {
  const answer = await post(payload)
  expect([answer.statusCode, answer.json()]).toEqual([400, { refusal: 'malformed' }])
})

test('NUL and lone surrogates are mended, and the name is kept', async () => {
  const answer = await post('{"name": "Ri\\u0000ta \\ud83d", "email": "rita@example.com"}')
  expect([answer.statusCode, answer.json().who.name]).toEqual([201, 'Rita \ufffd'])
})

test('more than 64 kB is not read', async () => {
  const answer = await post(JSON.stringify({ ...rita, name: 'x'.repeat(70_000) }))
  expect([answer.statusCode, answer.json()]).toEqual([413, { refusal: 'too-large' }])
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])(
  '%s is not read: foreign pages may send it unasked',
  async (type) => {
    const answer = await post(JSON.stringify(rita), { 'content-type': type })
    expect([answer.statusCode, answer.json()]).toEqual([415, { refusal: 'malformed' }])
  },
)

test('what breaks says so without a stack, SQL or names, and is written down without them too', async () => {
  const answer = await edge.app.inject({ url: '/breaks?token=secret-in-the-address' })
  expect([answer.statusCode, answer.json()]).toEqual([500, { refusal: 'failed' }])

  const log = edge.lines.join('')
  expect(log).toContain('a request failed')
  expect(log).not.toMatch(/rita@example\.com|secret-in-the-address/)
})

test('an address that cannot be decoded is refused, not repeated', async () => {
  const answer = await edge.app.inject({ url: '/console/%E0%A4%A' })
  expect([answer.statusCode, answer.json()]).toEqual([400, { refusal: 'malformed' }])
})

const knocks = async (times: number, how: { remoteAddress: string; 'x-forwarded-for'?: string }) => {
  const { remoteAddress, ...said } = how
  const request = { method: 'POST', url: '/api/visit', headers: { ...own, ...said }, payload: rita, remoteAddress } as const
  const answers = []
  for (let i = 0; i < times; i++) answers.push(await edge.app.inject(request))
  return answers
}

test('Eve, who knocks too often, is told when to come back, whatever address she claims to have', async () => {
  await knocks(30, { remoteAddress: '203.0.113.66' })
  const [last] = await knocks(1, { remoteAddress: '203.0.113.66', 'x-forwarded-for': '198.51.100.99' })

  expect([last?.statusCode, last?.json()]).toEqual([429, { refusal: 'too-fast' }])
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
  expect((await knocks(1, { remoteAddress: '203.0.113.67' }))[0]?.statusCode).toBe(201)
})

test('behind a proxy that is trusted, each client counts alone', async () => {
  await knocks(30, { remoteAddress: '10.0.0.2', 'x-forwarded-for': '203.0.113.70' })
  const [eve] = await knocks(1, { remoteAddress: '10.0.0.2', 'x-forwarded-for': '198.51.100.1, 203.0.113.70' })
  const [rita] = await knocks(1, { remoteAddress: '10.0.0.2', 'x-forwarded-for': '203.0.113.71' })
  expect([eve?.statusCode, rita?.statusCode]).toEqual([429, 201])
})

test('while Redis is away, the door is neither shut nor left open', async () => {
  await edge.redis.kill()
  const answers = await knocks(31, { remoteAddress: '203.0.113.80' })
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array(30).fill(201), 429])
})
