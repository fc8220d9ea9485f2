import { ClockModel } from '../../../console/models/clock.ts'
import { DeskModel } from '../../../console/models/desk.ts'
import { NoticesModel } from '../../../console/models/notices.ts'
import type { DeskLook } from '../../../shared/protocol/line.ts'
import { refusals } from '../../../shared/reasons.ts'
import { refuse } from '../../../shared/refusal.ts'
import { until } from '../../shared/client/a-line.ts'
import { aDeskLine, ada, ago, aLook, anOffer, aSummary, ben, hers, later, noon, printers } from '../a-desk.ts'

const open: Disposable[] = []
afterEach(() => {
  for (const model of open.splice(0)) model[Symbol.dispose]()
})

async function atTheDesk(look: Partial<DeskLook> = {}) {
  const line = aDeskLine(look)
  let now = noon
  const clock = new ClockModel(() => now)
  const notices = new NoticesModel()
  const desk = new DeskModel(line.connection, clock, notices)
  open.push(desk, clock, notices)
  await until(() => desk.board.value !== null)
  const passes = (seconds: number) => {
    now += seconds * 1000
    clock.tick()
  }
  return { line, desk, notices, passes, told: () => notices.list.value.map(({ text }) => text) }
}

const names = (list: readonly { id: string }[]) => list.map(({ id }) => id)

test('whoever has waited longest for an answer of Ada stands first, and whom she answered stands last', async () => {
  const answered = hers({ unansweredSince: null })
  const justWrote = hers({ unansweredSince: ago(5) })
  const longAgo = hers({ unansweredSince: ago(200) })

  const { desk } = await atTheDesk({ mine: [answered, justWrote, longAgo] })

  expect(names(desk.mine.value)).toEqual(names([longAgo, justWrote, answered]))
})

test('the line stands in the order of turns: a pressing matter, and one who must not wait, pass by others for a while', async () => {
  const early = aSummary({ waitingSince: ago(300) })
  const late = aSummary({ waitingSince: ago(10) })
  const pressing = aSummary({ waitingSince: ago(1), priority: 1 })
  const favoured = aSummary({ waitingSince: ago(1), vip: true })

  const { desk } = await atTheDesk({ line: [late, early, favoured, pressing] })

  expect(names(desk.waiting.value)).toEqual(names([pressing, favoured, early, late]))
})

test('what a colleague takes leaves the line, and what Ada gets comes to her chats', async () => {
  const taken = aSummary()
  const got = aSummary()
  const { desk, line } = await atTheDesk({ line: [taken, got] })

  line.announce('conversation:changed', later(taken, { status: 'active', agent: ben, waitingSince: null }))
  line.announce('conversation:changed', later(got, { status: 'active', agent: ada, waitingSince: null }))

  expect(desk.waiting.value).toEqual([])
  expect(names(desk.mine.value)).toEqual([got.id])
})

test('older news does not undo newer news', async () => {
  const mine = hers()
  const { desk, line } = await atTheDesk({ mine: [mine] })

  line.announce('conversation:changed', { ...mine, status: 'waiting', agent: null, changedAt: ago(500) })

  expect(names(desk.mine.value)).toEqual([mine.id])
})

test('what is announced while the console still looks is not lost', async () => {
  const late = aSummary()
  const line = aDeskLine()
  let answer = (_: DeskLook) => {}
  line.answering['desk:look'] = () =>
    new Promise<DeskLook>((resolve) => {
      answer = resolve
    })
  const clock = new ClockModel(() => noon)
  const desk = new DeskModel(line.connection, clock, new NoticesModel())
  open.push(desk, clock)

  line.announce('conversation:changed', late)
  answer(aLook())

  await until(() => desk.waiting.value.length === 1)
})

test('what is transferred to a team that Ada is not in leaves her console', async () => {
  const mine = hers()
  const { desk, line } = await atTheDesk({ mine: [mine] })

  line.announce('conversation:changed', later(mine, { status: 'waiting', agent: null, team: printers, waitingSince: ago(60) }))

  expect(desk.mine.value).toEqual([])
  expect(desk.waiting.value).toEqual([])
})

test('an offer rings until it is accepted, over, or out of time', async () => {
  const { desk, line, passes } = await atTheDesk()
  const first = anOffer(aSummary())
  const second = anOffer(aSummary())
  const third = anOffer(aSummary(), 20)
  for (const offer of [first, second, third]) line.announce('offer:made', offer)
  expect(desk.offers.value).toHaveLength(3)

  line.announce('offer:over', { offer: first.offer, conversation: first.conversation.id, why: 'taken' })
  expect(desk.offers.value.map(({ offer }) => offer)).toEqual([second.offer, third.offer])

  line.announce('conversation:changed', later(second.conversation, { offer: null, status: 'active', agent: ben }))
  expect(desk.offers.value.map(({ offer }) => offer)).toEqual([third.offer])

  passes(21)
  expect(desk.offers.value).toEqual([])
})

test('a late accept is refused with a sentence, and the ringing stops', async () => {
  const offer = anOffer(aSummary())
  const { desk, line, told } = await atTheDesk({ offers: [offer] })
  line.answering['conversation:act'] = () => refuse('offer-over')

  expect(await desk.accept(offer)).toBeNull()

  expect(desk.offers.value).toEqual([])
  expect(told()).toEqual([refusals['offer-over']])
})

test('taking the next one accepts what rings before anything else', async () => {
  const offer = anOffer(aSummary())
  const { desk, line } = await atTheDesk({ line: [aSummary({ waitingSince: ago(900) })], offers: [offer] })

  expect(await desk.takeNext()).toBe(offer.conversation.id)

  expect(line.askedFor('conversation:act').map(({ act }) => act)).toEqual([{ kind: 'accept', offer: offer.offer }])
})

test('taking the next one passes by who is absent and who is being offered to a colleague', async () => {
  const absent = aSummary({ absent: true, waitingSince: ago(900) })
  const offered = aSummary({ offer: { id: absent.id, agent: ben, until: ago(-20) }, waitingSince: ago(800) })
  const next = aSummary({ waitingSince: ago(700) })
  const { desk, line } = await atTheDesk({ line: [absent, offered, next] })

  expect(await desk.takeNext()).toBe(next.id)

  expect(line.askedFor('conversation:act')).toMatchObject([{ conversation: next.id, act: { kind: 'take' } }])
})

test('with nobody in the line, the next one taken is the message left first that no colleague is asked about', async () => {
  const left = { status: 'unrouted', absent: true } as const
  const asked = aSummary({ ...left, offer: { id: ada, agent: ben, until: ago(-20) }, waitingSince: ago(900) })
  const late = aSummary({ ...left, waitingSince: ago(100) })
  const early = aSummary({ ...left, waitingSince: ago(500) })
  const { desk, line } = await atTheDesk({ line: [asked, late, early] })

  expect(await desk.takeNext()).toBe(early.id)

  expect(line.askedFor('conversation:act')).toMatchObject([{ conversation: early.id, act: { kind: 'take' } }])
})

test('with nobody in the line, taking the next one says so', async () => {
  const { desk, told } = await atTheDesk()

  expect(await desk.takeNext()).toBeNull()

  expect(told()).toEqual(['Nobody is waiting.'])
})

test('after two missed offers Ada sees that she was set away, and is told why', async () => {
  const { desk, line } = await atTheDesk()

  line.announce('standing:changed', { agent: ada, capacity: 5, load: 0, wish: 'away', missed: 0, why: 'missed' })

  expect(desk.board.value?.me.standing.wish).toBe('away')
  expect(desk.missed.value).toBe(true)
})

test('a chat that ended waits for its outcome, and leaves when it is resolved', async () => {
  const mine = hers()
  const { desk, line } = await atTheDesk({ mine: [mine] })

  const ended = later(mine, { status: 'ended', unansweredSince: null })
  line.announce('conversation:changed', ended)
  expect(desk.mine.value).toEqual([])
  expect(names(desk.toWrapUp.value)).toEqual([mine.id])

  line.announce('conversation:changed', later(ended, { ticketStatus: 'resolved' }))
  expect(desk.toWrapUp.value).toEqual([])
})

test('after a cut the console looks again, and says up to when all is complete', async () => {
  const { desk, line } = await atTheDesk()
  const missed = aSummary()
  line.cut()
  line.answering['desk:look'] = () => aLook({ line: [missed], at: ago(-90) })

  line.restore()

  await until(() => desk.waiting.value.length === 1)
  expect(desk.completeAt.value).toBe(ago(-90))
})

test('seconds pass, and a chat of hers goes on, without anything else on the desk being drawn anew', async () => {
  const [mine, other] = [hers(), hers()]
  const { desk, line, passes } = await atTheDesk({ mine: [mine, other], line: [aSummary()], offers: [anOffer(aSummary())] })
  const before = [desk.waiting.value, desk.unrouted.value, desk.offers.value, desk.teams.value, desk.colleagues.value, desk.me.value]

  passes(3)
  line.announce('conversation:changed', later(mine, { status: 'held' }))

  const after = [desk.waiting.value, desk.unrouted.value, desk.offers.value, desk.teams.value, desk.colleagues.value, desk.me.value]
  expect(after.map((part, at) => part === before[at])).toEqual(before.map(() => true))
  expect(desk.mine.value.find(({ id }) => id === other.id)).toBe(desk.board.value?.mine.find(({ id }) => id === other.id))
})

test('while the waiting line cannot be kept Ada is told that nothing is offered, and no longer', async () => {
  const { line, desk } = await atTheDesk()
  for (const resting of [true, true, false]) {
    line.announce('line:resting', { resting })
    expect(desk.resting.value).toBe(resting)
  }
  line.announce('line:resting', { resting: true })
  line.cut()
  expect(desk.resting.value).toBe(false)
})
