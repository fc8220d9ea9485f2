import { type Conversation, carrierOf, type Offer, weightOf } from '../../../shared/conversation.ts'
import { type Helping, theClock, type Wish } from '../../../shared/people.ts'
import { hasRoom, type Place, type Standing } from '../../../shared/queue.ts'
import { coalesce } from '../coalescing.ts'
import { standOf, waitingFrom } from '../kinds.ts'
import type { Change } from '../ports.ts'
import { agentsRoom, personRoom } from '../rooms.ts'
import { colleagueOf } from '../staff.ts'
import { createDispatcher, type Tally } from './dispatching.ts'
import { createLater } from './later.ts'
import { isTalk, tellChange } from './line-news.ts'
import type { LinePorts } from './line-ports.ts'
import { createListNews } from './list-news.ts'
import { createOutlook } from './outlook.ts'
import { createReconciler } from './reconciling.ts'

export type Line = ReturnType<typeof createLine>

/** The waiting line: follows what was committed, offers who waits to who is there, and tells everybody where he stands. */
export function createLine(ports: LinePorts) {
  const { fast, rows, announce, directory } = ports
  const tally: Tally = { offered: 0, refused: 0, withoutRedis: 0, repaired: 0, rebuilt: 0 }
  const bug = (where: string) => (error: unknown) => ports.onBug(error, where)
  const dispatch = createDispatcher(ports, tally, {
    onForgotten: () => repairs.ask('all'),
    onPaced: (team, milliseconds) => later.ask(team, milliseconds),
  })
  const reconcile = createReconciler(ports, tally)
  const outlook = createOutlook(ports)
  const retried = new Set<string>()
  /** Teams into whose line somebody came since they were last looked at. */
  const arrivals = new Set<string>()

  const dispatches = coalesce(0, dispatchOnce, bug('dispatch'))
  const later = createLater(dispatches.ask)
  const repairs = coalesce<'all'>(0, repairNow, bug('reconcile'))
  const lists = createListNews(announce, directory, bug('lists'))
  const colleagues = coalesce<'all'>(500, tellColleagues, bug('colleagues'))
  const stirred = new Set<string>()
  const stopHearing = fast.hear(
    () =>
      void ports
        .refreshDirectory()
        .then(outlook.moved)
        .catch(() => {}),
  )

  /** Somebody else's lease, or a refusal over what was known too late, is tried once more; after that the slow tick does. */
  async function dispatchOnce(team: string) {
    const outcome = await dispatch(team, arrivals.delete(team))
    if (outcome === 'done' || (outcome === 'refused' && retried.has(team))) retried.delete(team)
    else {
      if (outcome === 'refused') retried.add(team)
      later.ask(team, outcome === 'held' ? 40 : 400)
    }
  }

  async function repairNow() {
    if (!fast.isUp()) return
    for (const team of await reconcile()) dispatches.ask(team)
  }

  async function tellColleagues() {
    const agents = [...stirred]
    stirred.clear()
    await ports.refreshDirectory()
    for (const standing of await rows.standings(agents)) {
      const colleague = colleagueOf(directory().agent(standing.agent), standing)
      if (colleague) announce.tell(agentsRoom, 'colleague:changed', colleague)
    }
  }

  function stir(agent: string) {
    stirred.add(agent)
    colleagues.ask('all')
    outlook.moved()
  }

  /** Redis may be away; then the line is compared when it is back. */
  const quietly = (work: Promise<unknown>) => void work.catch(() => {})

  function follow({ before, conversation, entries, standings }: Change) {
    if (entries.length === 0) return
    moveInLine(before, conversation)
    const freed = before && isLighter(before, conversation) ? carrierOf(before) : null
    for (const standing of standings) {
      const { agent } = standing
      stir(agent)
      // What only came to him, or rang for him, made no room.
      if (agent === freed && hasRoom(standing)) for (const team of directory().agent(agent)?.teams ?? []) dispatches.ask(team)
    }
    if (mayBeOffered(conversation) && !mayBeOffered(before, conversation)) {
      arrivals.add(conversation.team)
      dispatches.ask(conversation.team)
    }
  }

  function moveInLine(before: Conversation | null, after: Conversation) {
    const [was, is] = [standIn(before), standIn(after)]
    const isElsewhere = before?.team !== after.team
    if (before && was && (!is || isElsewhere)) quietly(fast.settle(before.team, before.id))
    if (is && !before && after.offer) cameRinging(after, after.offer, is)
    else if (is && (isElsewhere || !isSame(is, was))) quietly(fast.put(after.team, after.id, is.turn, is.kind))
    if (before?.offer && is && before.offer.id !== after.offer?.id) quietly(fast.release(after.team, after.id, before.offer.id))
    if (isElsewhere || is?.turn !== was?.turn) outlook.lineMoved(before, after)
  }

  /** Somebody was asked about him in the moment in which he came. */
  function cameRinging({ id, team }: Conversation, { id: offer, agent, until }: Offer, { turn, kind }: Stand) {
    tally.offered++
    quietly(fast.restore({ conversation: id, agent, team, offer, till: Date.parse(until), turn, kind }))
  }

  return {
    /** Follows what was committed: called after each commit, in order. */
    changed(changes: Change[]) {
      for (const change of changes) {
        if (isTalk(change)) continue
        lists.add(change)
        tellChange(announce, change, directory())
        follow(change)
      }
    },

    /** Offers who waits in this team, as soon as it can. */
    dispatch: (team: string) => dispatches.ask(team),

    /** Makes the line in Redis equal to PostgreSQL, as soon as it can. Asked when Redis comes back. */
    rebuild: () => repairs.ask('all'),

    /** The slow tick: repairs what slipped, and looks once more at every team where somebody waits. */
    async tick() {
      if (fast.isUp()) await reconcile()
      for (const [team] of await rows.counts()) dispatches.ask(team)
      outlook.moved()
    },

    /** Whether Redis has forgotten the line; then it is rebuilt at once. */
    async watch() {
      if (fast.isUp() && !(await fast.isWhole())) repairs.ask('all')
    },

    /** Other processes read anew what was set up. */
    nudge: () => quietly(fast.nudge()),

    /** An agent came, went, or stands differently: colleagues are told, and his teams look who waits. */
    stirred(agent: string) {
      stir(agent)
      quietly(fast.nudge())
      for (const team of directory().agent(agent)?.teams ?? []) dispatches.ask(team)
    },

    /** Records what an agent wishes. What rings for one who goes away rings for somebody else. */
    async wish(who: Helping, wish: Wish): Promise<Standing> {
      const standing = await rows.wish(who.id, wish)
      announce.tell(personRoom(who.id), 'standing:changed', standing)
      await ports.refreshDirectory()
      if (wish === 'away') await this.quiet(who)
      this.stirred(who.id)
      return standing
    },

    /** What rings for this agent is offered to others. */
    async quiet({ id }: Helping) {
      for (const { conversation, offer } of await rows.heldBy(id)) {
        if (!offer) continue
        await ports.conversations.change({ conversation, who: theClock, act: { kind: 'withdraw', offer }, id: null }).catch(() => {})
      }
    },

    /** Where a waiting conversation stands, as its requester is told. */
    place: (conversation: Conversation): Promise<Place | null> => outlook.place(conversation),
    reception: () => outlook.reception(),
    /** How many wait before it. */
    before: (conversation: Conversation) => outlook.before(conversation),

    /** What the line did since it began, and how many wait now, for those who watch the desk. */
    tally: (): Readonly<Tally> => ({ ...tally }),

    async stop() {
      later.stop()
      await Promise.all([stopHearing(), dispatches.stop(), repairs.stop(), colleagues.stop(), lists.stop(), outlook.stop()])
    },
  }

  /** Whether it waits to be offered, and, compared with a later state, whether it did so at the same turn of the same team. */
  function mayBeOffered(conversation: Conversation | null, later = conversation): boolean {
    if (conversation?.status !== 'waiting' || conversation.offer) return false
    return conversation.team === later?.team && isSame(standIn(conversation), standIn(later))
  }

  /** Where one who waits stands in his line, or null. */
  function standIn(conversation: Conversation | null) {
    const waiting = conversation && waitingFrom(conversation)
    return waiting && standOf(waiting, directory())
  }
}

/** Whoever carried it carries less now. */
const isLighter = (before: Conversation, after: Conversation) =>
  carrierOf(before) !== carrierOf(after) || weightOf(after) < weightOf(before)

type Stand = ReturnType<typeof standOf>

const isSame = (one: Stand | null, other: Stand | null) => one?.turn === other?.turn && one?.kind === other?.kind
