import { anOffice, cookieOf, type Office, password } from '../../support/office.ts'
import { refusedWith } from '../../support/refused.ts'

let office: Office
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.close())

const another = 'another good password'
const changes = (cookie: string | undefined, present: string, wanted = another) =>
  office.post('/api/password', { present, password: wanted }, cookie ? { cookie } : {})

test('Ada changes her password and signs in with the new one; her other device is signed out, this one is not', async () => {
  const { who: olga } = await office.theFirst()
  const ada = await office.invited(olga, 'Ada')
  const other = cookieOf(await office.signsIn(ada.email))
  const key = (await office.door(other))?.key
  const link = await office.asks(olga, 'people:new-link', { agent: ada.who.id })

  expect((await changes(ada.cookie, password)).statusCode).toBe(204)

  expect([(await office.door(ada.cookie))?.who, await office.door(other)]).toEqual([ada.who, null])
  expect(office.heard.cut.at(-1)).toEqual({ key, why: 'signed-out' })
  expect((await office.signsIn(ada.email)).statusCode).toBe(401)
  expect((await office.signsIn(ada.email, another)).statusCode).toBe(200)
  expect((await office.comesIn(link.url, { name: 'Eve' })).answer.json()).toEqual({ refusal: 'link-over' })

  const { records } = await office.asks(olga, 'audit:list', { before: null })
  const told = records.find(({ what }) => what === 'people:change-password')
  expect(told).toMatchObject({ who: { id: ada.who.id }, subject: { name: 'Ada' }, before: null, after: null })
})

test('a wrong present password, a short new one and a door without a session change nothing', async () => {
  const { who: olga } = await office.theFirst()
  const ada = await office.invited(olga, 'Ada')
  const answers = [
    await changes(ada.cookie, 'not her password'),
    await changes(ada.cookie, password, 'eleven char'),
    await changes(undefined, password),
    await changes('firstline_session=nobodys', password),
  ]
  expect(answers.map((answer) => [answer.statusCode, answer.json().refusal])).toEqual([
    [403, 'not-your-password'],
    [400, 'weak-password'],
    [401, 'signed-out'],
    [401, 'signed-out'],
  ])
  expect((await office.signsIn(ada.email)).statusCode).toBe(200)
})

test("Eve changes her own password only, whomever she names, and never learns Ada's by guessing on an open screen", async () => {
  const few = await anOffice({ times: { both: 3, account: 60, address: 300 } })
  try {
    const { who: olga } = await few.theFirst()
    const [ada, visitor] = [await few.invited(olga, 'Ada'), await few.invited(olga, 'Eve')]
    const named = { present: password, password: another, agent: ada.who.id }
    expect((await few.post('/api/password', named, visitor)).json()).toEqual({ refusal: 'malformed' })

    for (let guess = 0; guess < 3; guess++)
      expect((await few.post('/api/password', { present: `guess ${guess}`, password: another }, ada)).statusCode).toBe(403)
    const answer = await few.post('/api/password', { present: password, password: another }, ada)
    expect([answer.statusCode, answer.json(), Number(answer.headers['retry-after'])]).toEqual([
      429,
      { refusal: 'too-fast' },
      expect.any(Number),
    ])
    expect((await few.signsIn(ada.email, password, { address: '192.0.2.9' })).statusCode).toBe(200)
  } finally {
    await few.close()
  }
})

test('another page cannot change a password', async () => {
  const { cookie } = await office.theFirst()
  const headers = { host: 'localhost', origin: 'https://evil.example', cookie }
  const answer = await office.app.inject({
    method: 'POST',
    url: '/api/password',
    headers,
    payload: { present: password, password: another },
  })
  expect(answer.json()).toEqual({ refusal: 'foreign-origin' })
})

test('Ada takes another name, which colleagues see; nobody names somebody else', async () => {
  const { who: olga } = await office.theFirst()
  const { who: ada } = await office.invited(olga, 'Ada')

  expect(await office.asks(ada, 'people:rename', { name: ' Ada Lovelace ' })).toEqual({ name: 'Ada Lovelace' })

  const { people } = await office.asks(olga, 'people:list', {})
  expect(people.map(({ name }) => name)).toEqual(['Ada Lovelace', 'Olga'])
  expect(office.heard.changed.at(-1)).toBe('people')
  const [record] = (await office.asks(olga, 'audit:list', { before: null })).records
  expect(record).toMatchObject({ what: 'people:rename', who: { id: ada.id }, before: { name: 'Ada' }, after: { name: 'Ada Lovelace' } })
  await refusedWith('malformed', office.asks(ada, 'people:rename', { name: '  ' }))
  const sneaked = { name: 'Nobody', agent: olga.id }
  await refusedWith('malformed', office.asks(ada, 'people:rename', sneaked))
})
