import { anOffice, type Office } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await anOffice({ times: { both: 3, account: 6, address: 12 } })
  await office.theFirst()
})
afterEach(() => office.close())

const guesses = async (times: number, email: string, address: string) => {
  const answers = await Promise.all(Array.from({ length: times }, () => office.signsIn(email, 'a guess at it', { address })))
  return answers.map(({ statusCode }) => statusCode).sort()
}

test('who guesses too often must wait, and is told for how long', async () => {
  expect(await guesses(5, 'olga@example.com', '198.51.100.1')).toEqual([401, 401, 401, 429, 429])
  const answer = await office.signsIn('olga@example.com', undefined, { address: '198.51.100.1' })
  expect([answer.statusCode, answer.json()]).toEqual([429, { refusal: 'too-fast' }])
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
})

test('a name that nobody has is slowed down alike', async () => {
  expect(await guesses(5, 'nobody@example.com', '198.51.100.1')).toEqual([401, 401, 401, 429, 429])
})

test('somebody else’s guesses do not keep Olga out', async () => {
  await guesses(5, 'olga@example.com', '198.51.100.1')
  expect((await office.signsIn('olga@example.com')).statusCode).toBe(200)
})

test('one account is not guessed at from many addresses', async () => {
  for (const address of ['198.51.100.1', '198.51.100.2']) expect(await guesses(3, 'olga@example.com', address)).toEqual([401, 401, 401])
  expect(await guesses(1, 'olga@example.com', '198.51.100.3')).toEqual([429])
})

test('one address does not guess at many accounts', async () => {
  const tried = await Promise.all(Array.from({ length: 14 }, (_, one) => guesses(1, `agent-${one}@example.com`, '198.51.100.1')))
  expect(tried.flat().filter((status) => status === 429)).toHaveLength(2)
})

test('guessing goes on being counted while Redis is away', async () => {
  await office.redis.kill()
  expect(await guesses(5, 'olga@example.com', '198.51.100.1')).toEqual([401, 401, 401, 429, 429])
})
