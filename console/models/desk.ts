import { computed, createModel, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import { newId } from '../../shared/client/ids.ts'
import { untilAnswered } from '../../shared/client/retry.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Wish } from '../../shared/people.ts'
import type { Ringing, Summary } from '../../shared/protocol/line.ts'
import type { Act } from '../../shared/protocol.ts'
import { loadTargets } from '../parts/targets.ts'
import { words } from '../words.ts'
import {
  type Board,
  byLongestUnanswered,
  byTurn,
  isRunning,
  nextInLine,
  nextMessage,
  wantsWrapUp,
  withColleague,
  withConversation,
  withOffer,
  withoutOffer,
  withStanding,
  withTalk,
  withTeam,
} from './board.ts'
import type { ConsoleClock } from './clock.ts'
import type { Notices } from './notices.ts'
import { promiseNews, promiseNewsKey } from './promises.ts'
import { warningIn } from './warnings.ts'
import { workNews } from './work-news.ts'

/** The desk around an agent: who waits, what rings, which chats are his, and who else is here. */
export const DeskModel = createModel((connection: Connection, clock: ConsoleClock, notices: Notices) => {
  const board = signal<Board | null>(null)
  /** Set away after missed offers, and not yet told. */
  const missed = signal(false)
  /** Whether nothing is offered now, since the line cannot be kept. */
  const resting = signal(false)
  /** Until when everything is complete, after a return; null while nothing was interrupted. */
  const completeAt = signal<string | null>(null)
  // Whatever is announced while we ask for the snapshot comes after it: subscribed first, then looked, then carried on.
  let early: ((board: Board) => Board)[] | null = null
  let wasCut = false
  /** Whose offers I was asked about, until I hear how each ended. */
  const asked = new Map<string, string>()
  /** What was told already: whatever else changes in that ticket, it is told once. */
  const told = new Set<string>()
  let looking = new AbortController()
  effect(() => () => looking.abort())

  const carryOn = (change: (board: Board) => Board) => {
    early?.push(change)
    const before = board.peek()
    if (before) board.value = change(before)
  }

  async function look() {
    looking.abort()
    looking = new AbortController()
    const { signal: stop } = looking
    const heard: ((board: Board) => Board)[] = []
    early = heard
    try {
      const fresh = await untilAnswered(connection, () => connection.ask('desk:look', {}), stop)
      if (stop.aborted) return
      begin(fresh, heard)
      if (wasCut) completeAt.value = fresh.at
      wasCut = false
    } catch (error) {
      if (!stop.aborted) notices.refused(error)
    }
    if (!stop.aborted) early = null
  }

  function tellOnce(key: string, text: string | null) {
    if (!text || told.has(key)) return
    told.add(key)
    notices.tell(text, 'bad')
  }

  async function tellTargets(before: Board, news: Summary) {
    const { targetNews } = await loadTargets()
    for (const { key, text } of targetNews(before, news, clock.now.peek())) tellOnce(key, text)
  }

  function begin(fresh: Board, heard: ((board: Board) => Board)[]) {
    clock.set(fresh.at)
    for (const { offer, conversation } of fresh.offers) asked.set(offer, conversation.requester.name)
    board.value = heard.reduce((before, change) => change(before), fresh)
  }

  effect(() => {
    if (connection.state.value.kind !== 'offline') return
    wasCut = board.peek() !== null
    // It is said again soon, wherever we come back.
    resting.value = false
  })
  effect(() => connection.onBack(() => void look()))
  effect(() =>
    connection.on('conversation:changed', (news) => {
      const before = board.peek()
      const warning = before && warningIn(before, news)
      if (warning) notices.tell(warning, 'bad')
      tellOnce(promiseNewsKey(news), before && promiseNews(before, news, clock.now.peek()))
      tellOnce(`${news.id} ${news.returnedAt} ${news.asked?.id}`, before && workNews(before, news))
      if (before && news.targets) void tellTargets(before, news)
      carryOn((known) => withConversation(known, news))
    }),
  )
  effect(() =>
    connection.on('offer:made', (news) => {
      // Its seconds count from now, not from the last tick.
      clock.tick()
      asked.set(news.offer, news.conversation.requester.name)
      carryOn((before) => withOffer(before, news))
    }),
  )
  effect(() =>
    connection.on('offer:over', ({ offer, why }) => {
      const whose = asked.get(offer)
      if (whose && why === 'expired') notices.tell(words.chats.offerMissed(whose))
      asked.delete(offer)
      carryOn((before) => withoutOffer(before, offer))
    }),
  )
  effect(() =>
    connection.on('line:resting', (news) => {
      resting.value = news.resting
    }),
  )
  effect(() => connection.on('colleague:changed', (news) => carryOn((before) => withColleague(before, news))))
  effect(() =>
    connection.on('team:changed', (news) => {
      const isTimedAnew = board.peek()?.teams.some(({ id, targets }) => id === news.id && targets !== news.targets)
      carryOn((before) => withTeam(before, news))
      // Each of its tickets is due otherwise now.
      if (isTimedAnew) void look()
    }),
  )
  effect(() =>
    connection.on('standing:changed', ({ why, ...standing }) => {
      if (why === 'missed') missed.value = true
      carryOn((before) => withStanding(before, standing))
    }),
  )

  // Each part of the board for itself: what only reads one of them is not drawn again when another changes.
  const parts = {
    me: computed(() => board.value?.me),
    teams: computed(() => board.value?.teams ?? nothing),
    /** Whether any team has targets. */
    isTimed: computed(() => board.value?.teams.some(({ targets }) => targets) ?? false),
    colleagues: computed(() => board.value?.colleagues ?? nothing),
    allMine: computed(() => board.value?.mine ?? nothing),
  }
  const topics = computed(() => new Map(parts.teams.value.flatMap((team) => team.topics).map(({ id, name }) => [id, name])))
  const mine = computed(() => parts.allMine.value.filter(isRunning).toSorted(byLongestUnanswered))
  const toWrapUp = computed(() => parts.allMine.value.filter(wantsWrapUp))
  const everyoneInLine = computed(() => board.value?.line ?? nothing)
  const line = computed(() => everyoneInLine.value.toSorted(byTurn))
  const waiting = computed(() => line.value.filter((one) => one.status === 'waiting'))
  const unrouted = computed(() => line.value.filter((one) => one.status === 'unrouted' && (one.unansweredSince || !one.incident)))
  const asking = computed(() => board.value?.offers ?? nothing)
  // An offer whose end nobody announced still stops ringing when its time is over.
  const offers = computed(() => {
    const isOver = ({ until }: Ringing) => Date.parse(until) <= clock.now.value
    return asking.value.some(isOver) ? asking.value.filter((one) => !isOver(one)) : asking.value
  })

  /** A chat of mine went on. */
  const follow = (chat: Conversation) => carryOn((before) => withTalk(before, chat))

  async function act(conversation: string, what: Act) {
    try {
      await connection.ask('conversation:act', { conversation, id: newId(), act: what })
      return true
    } catch (error) {
      notices.refused(error)
      return false
    }
  }

  async function accept({ conversation, offer }: Ringing) {
    const accepted = await act(conversation.id, { kind: 'accept', offer })
    carryOn((before) => withoutOffer(before, offer))
    return accepted ? conversation.id : null
  }

  async function decline({ conversation, offer }: Ringing, reason: string) {
    if (await act(conversation.id, { kind: 'decline', offer, reason })) carryOn((before) => withoutOffer(before, offer))
  }

  /** What rings for me first, then the head of the line, then the messages left. Returns the conversation that I got. */
  async function takeNext() {
    const [ringing] = offers.peek()
    if (ringing) return accept(ringing)
    const me = board.peek()?.me.id
    const next = nextInLine(waiting.peek(), me) ?? nextMessage(unrouted.peek(), me)
    if (next) return (await act(next.id, { kind: 'take' })) ? next.id : null
    notices.tell(words.chats.nobodyWaits)
    return null
  }

  async function wish(wanted: Wish) {
    missed.value = false
    try {
      const standing = await connection.ask('agent:wish', { wish: wanted })
      carryOn((before) => withStanding(before, standing))
    } catch (error) {
      notices.refused(error)
    }
  }

  return {
    board,
    ...parts,
    topics,
    mine,
    toWrapUp,
    waiting,
    unrouted,
    offers,
    missed,
    resting,
    completeAt,
    look,
    follow,
    act,
    accept,
    decline,
    takeNext,
    wish,
  }
})

const nothing: never[] = []

export type Desk = InstanceType<typeof DeskModel>
