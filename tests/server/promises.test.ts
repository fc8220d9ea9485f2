import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { aLine, type TestLine } from '../support/line.ts'

let desk: TestLine
beforeAll(async () => {
  desk = await aLine({ processes: 2 })
})
afterEach(() => expect(desk.bugs).toEqual([]))
afterAll(() => desk.close())

const kindsIn = async (conversation: string) => {
  const { rows } = await desk.pool.query<{ kind: string; late: string | null }>(
    `select kind, data->>'late' as late from entries where conversation_id = $1 and kind like 'promise%' order by at, lane, seq`,
    [conversation],
  )
  return rows.map(({ kind, late }) => (late ? `${kind}, late` : kind))
}
const at = (minutes: number) => new Date(desk.now().getTime() + minutes * 60_000).toISOString()
const turned = (conversation: string, kind: string) =>
  eventually(async () => {
    await Promise.all(desk.clocks.map((clock) => clock.turn()))
    return (await kindsIn(conversation)).some((one) => one.startsWith(kind))
  })

test('with two processes the owner is reminded once and those above him are told once, both also after the chat', async () => {
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const chat = await desk.asks(rita)
  await desk.does(ada, chat, { kind: 'take' })
  await desk.does(ada, chat, { kind: 'promise', until: at(60), text: '' })
  await desk.does(ada, chat, { kind: 'end' })
  await desk.passes(50 * 60 + 1)
  await turned(chat, 'promise-near')
  expect(desk.heard(ada, 'conversation:changed').at(-1)).toMatchObject({ id: chat, owner: ada.id, promise: { reached: 'near' } })
  await desk.passes(10 * 60)
  await turned(chat, 'promise-broken')
  await desk.passes(60)
  expect(await kindsIn(chat)).toEqual(['promised', 'promise-near', 'promise-broken'])
  const told = () =>
    desk.told.filter(({ room, announcement, news }) => room === 'overseers' && announcement === 'conversation:changed' && isBroken(news))
  await eventually(() => told().length > 0)

  await desk.does(ada, chat, { kind: 'say', text: 'The switch is replaced' })
  expect((await desk.state(chat)).ticket.promise).toBeNull()
  expect((await desk.pool.query('select promised_until from tickets where conversation_id = $1', [chat])).rows).toEqual([
    { promised_until: null },
  ])
})

test('a desk that stood still through it says only that the promise is broken, and that this is late', async () => {
  const [ben, sam] = [await desk.agent('Ben'), await desk.requester('Sam')]
  const chat = await desk.asks(sam)
  await desk.does(ben, chat, { kind: 'take' })
  await desk.does(ben, chat, { kind: 'promise', until: at(30), text: 'Where the parcel is' })
  await desk.does(ben, chat, { kind: 'end' })
  await desk.passes(5 * 3600)
  await turned(chat, 'promise-broken')
  expect(await kindsIn(chat)).toEqual(['promised', 'promise-broken, late'])
})

const isBroken = (news: unknown) => (news as { promise?: { reached?: string } | null }).promise?.reached === 'broken'
