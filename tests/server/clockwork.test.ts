import { createClockwork } from '../../server/clockwork.ts'
import { eventually } from '../support/eventually.ts'
import { aLine, type TestLine } from '../support/line.ts'

let desk: TestLine
beforeEach(async () => {
  desk = await aLine({ processes: 2 })
})
afterEach(async () => {
  await desk.close()
  expect(desk.bugs).toEqual([])
})

test('an agent whose laptop is closed loses his chats after the grace time: they wait again at their original age', async () => {
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const conversation = await desk.asks(rita)
  await desk.does(ada, conversation, { kind: 'take' })
  await desk.kernel.attendance.left(ada.device, ada)

  await desk.passes(29)
  expect(await desk.state(conversation)).toMatchObject({ status: 'active', agent: ada.id })
  await desk.passes(2)
  expect(await desk.state(conversation)).toMatchObject({ status: 'waiting', agent: null, waitingSince: '2026-01-05T09:00:00.000Z' })
  expect((await desk.standing(ada)).load).toBe(0)
  expect(await kindsIn(conversation)).toEqual(['opened', 'said', 'assigned', 'queued', 'lost'])
})

test('an agent who is back within the grace time keeps everything', async () => {
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const conversation = await desk.asks(rita)
  await desk.does(ada, conversation, { kind: 'take' })
  await desk.kernel.attendance.left(ada.device, ada)
  await desk.passes(29)
  await desk.kernels[1]?.attendance.arrived('another device', ada)
  await desk.passes(30)

  expect(await desk.state(conversation)).toMatchObject({ status: 'active', agent: ada.id })
})

test('what rings for an agent who is gone rings for another', async () => {
  const ada = await desk.agent('Ada')
  const conversation = await desk.asks(await desk.requester('Rita'))
  await eventually(async () => (await desk.ringing(ada)).length === 1)
  const ben = await desk.agent('Ben')
  await desk.kernel.attendance.left(ada.device, ada)
  await desk.passes(31)

  await eventually(async () => (await desk.ringing(ben))[0]?.conversation === conversation)
})

test('an agent who is disabled loses everything at once', async () => {
  const [ada, rita, sam] = [await desk.agent('Ada'), await desk.requester('Rita'), await desk.requester('Sam')]
  const owned = await desk.asks(rita)
  await desk.does(ada, owned, { kind: 'take' })
  const offered = await desk.asks(sam)
  await eventually(async () => (await desk.ringing(ada)).length === 1)
  await desk.pool.query('update agents set disabled_at = now() where id = $1', [ada.id])
  await desk.kernel.attendance.releaseAgent(ada.id, 'disabled')

  expect(await desk.state(owned)).toMatchObject({ status: 'waiting', agent: null })
  expect(await desk.state(offered)).toMatchObject({ status: 'waiting', offer: null })
  expect((await desk.standing(ada)).load).toBe(0)
})

test('whoever closes the page while waiting is marked as absent, and as back when he is; in the end his words become a message', async () => {
  await desk.agent('Ada', { capacity: 0 })
  const rita = await desk.requester('Rita')
  const conversation = await desk.asks(rita)
  await desk.kernel.attendance.left(rita.device, rita)
  await desk.passes(11)
  expect((await desk.state(conversation)).absentSince).not.toBeNull()
  await desk.kernel.attendance.arrived('again', rita)
  expect((await desk.state(conversation)).absentSince).toBeNull()
  await desk.kernel.attendance.left('again', rita)
  await desk.passes(11)
  await desk.passes(15 * 60)

  expect((await desk.state(conversation)).status).toBe('unrouted')
  expect(await kindsIn(conversation)).toEqual(['opened', 'said', 'message-left', 'went-absent', 'came-back', 'went-absent'])
})

test('however many clocks there are, an offer expires once and a record is logged once', async () => {
  const ada = await desk.agent('Ada')
  const [rita, sam] = [await desk.requester('Rita'), await desk.requester('Sam')]
  const ringing = await desk.asks(rita)
  await eventually(async () => (await desk.ringing(ada)).length === 1)
  const ended = await desk.asks(sam)
  await desk.does(ada, ended, { kind: 'take' })
  await desk.does(ada, ended, { kind: 'resolve', code: 'solved', resolution: 'A new cable' })
  await desk.passes(31)
  await turnUntil(async () => [...(await kindsIn(ringing)), ...(await kindsIn(ended))].filter(isDone).length >= 2)

  expect((await kindsIn(ringing)).filter((kind) => kind === 'expired')).toHaveLength(1)
  expect((await kindsIn(ended)).filter((kind) => kind === 'logged')).toHaveLength(1)
})

test('the next thing that is due follows at once, whatever was due before', async () => {
  const ada = await desk.agent('Ada')
  const conversation = await desk.asks(await desk.requester('Rita'))
  await eventually(async () => (await desk.ringing(ada)).length === 1)
  await desk.passes(31)
  await desk.kernel.attendance.left(ada.device, ada)
  const { rows } = await desk.pool.query('select claimed_until from conversations where id = $1', [conversation])

  expect(rows[0].claimed_until).toBeNull()
})

test('what was refused just now is tried again in a moment', async () => {
  const conversation = await resolved()
  await desk.pool.query(`create function waits_too_long() returns trigger language plpgsql
    as $$ begin raise exception using errcode = 'lock_not_available'; end $$`)
  await desk.pool.query('create trigger busy before update on tickets for each row execute function waits_too_long()')
  await desk.passes(8 * day)
  await desk.pool.query('drop trigger busy on tickets')
  expect(await isClosed(conversation)).toBe(false)

  await desk.passes(2)
  expect(await isClosed(conversation)).toBe(true)
})

test('a request is closed as late as the settings say now, and not as they said when it was resolved', async () => {
  const conversation = await resolved()
  await sets({ closeDays: 30 })
  for (const kernel of desk.kernels) await kernel.refreshDirectory()
  await desk.passes(8 * day)
  await turnUntil(async () => (await dueOf(conversation)).due_at > desk.now())
  expect((await desk.state(conversation)).ticket.status).toBe('resolved')
  expect(await dueOf(conversation)).toEqual({ due_at: new Date('2026-02-04T09:00:00Z'), claimed_until: null })

  await desk.passes(23 * day)
  await turnUntil(() => isClosed(conversation))
})

test('settings that are saved count for what waits to be done already', async () => {
  const conversation = await resolved()
  await sets({ closeDays: 2 })
  await desk.kernel.setUpAnew('settings')
  expect(await dueOf(conversation)).toMatchObject({ due_at: new Date('2026-01-07T09:00:00Z') })

  await desk.passes(3 * day)
  await turnUntil(() => isClosed(conversation))
})

test('what is done once a day is done soon after a start, too: a process may never see a whole day', async () => {
  let turned = 0
  const slow = { name: 'slow', everyMs: day * 1000, turn: async () => void turned++ }
  const clock = createClockwork({
    ...desk.kernel,
    extraWheels: [slow],
    firstTurnMs: 20,
    onBug: (error, where) => desk.bugs.push({ where, error }),
  })
  await clock.start()
  await eventually(async () => turned === 1)
  await clock.stop()
})

const day = 24 * 3600

/** A request that was resolved at nine, and logged. */
async function resolved() {
  const ada = await desk.agent('Ada')
  const conversation = await desk.asks(await desk.requester('Rita'))
  await desk.does(ada, conversation, { kind: 'take' })
  await desk.does(ada, conversation, { kind: 'resolve', code: 'solved', resolution: 'A new cable' })
  await desk.passes(31)
  await turnUntil(async () => (await kindsIn(conversation)).includes('logged'))
  return conversation
}

/** What somebody else has in hand just now is left to the clock's next turn. */
const turnUntil = (isSo: () => Promise<boolean>) =>
  eventually(async () => {
    await desk.passes(1)
    return isSo()
  })
const isDone = (kind: string) => kind === 'expired' || kind === 'logged'
const isClosed = async (conversation: string) => (await desk.state(conversation)).ticket.status === 'closed'

/** Saved by some process. */
const sets = (settings: object) => desk.pool.query("update settings set value = value || $1 where name = 'desk'", [settings])

async function dueOf(conversation: string) {
  const { rows } = await desk.pool.query('select due_at, claimed_until from conversations where id = $1', [conversation])
  return rows[0]
}

async function kindsIn(conversation: string): Promise<string[]> {
  const { rows } = await desk.pool.query<{ kind: string }>('select kind from entries where conversation_id = $1 order by lane desc, seq', [
    conversation,
  ])
  return rows.map(({ kind }) => kind)
}
