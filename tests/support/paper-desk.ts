import { headOf, standOf, waitingFrom } from '../../server/desk/kinds.ts'
import { createDispatcher } from '../../server/desk/line/dispatching.ts'
import type { Candidate, Waiting } from '../../server/desk/line/line-ports.ts'
import { createReconciler } from '../../server/desk/line/reconciling.ts'
import { exclusionOf } from '../../server/desk/line/routing.ts'
import type { ClockAct, Directory, Step } from '../../server/desk/ports.ts'
import { rules } from '../../server/desk/rules.ts'
import type { Memory } from '../../server/postgres/conversations.ts'
import { takeSteps, workWith } from '../../server/postgres/work.ts'
import { type Conversation, carrierOf, weightOf } from '../../shared/conversation.ts'
import type { Entry } from '../../shared/entry.ts'
import { usualGuard } from '../../shared/guard.ts'
import { type Helping, type Requesting, theClock } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { defaultSettings, longestPassedByMinutes, type Standing } from '../../shared/queue.ts'
import type { Need, Skills } from '../../shared/skills.ts'
import { routingFor, type TeamRouting } from '../../shared/team-routing.ts'
import { aPaperLine } from './paper-line.ts'

export interface PaperAgent {
  capacity: number
  skills?: Skills
  languages?: string[]
}

interface Setup {
  agents: PaperAgent[]
  routing: Partial<TeamRouting>
  /** What each topic asks for; a conversation names its topic by its place here. */
  topics: Need[][]
}

const team = 'desk'

/**
 * A desk that lives in memory, under a clock that only moves when told to: the rules, the dispatcher and the reconciler of the
 * house, with rows and a fast line on paper. After every step it is checked that its promises hold.
 */
export function aPaperDesk({ agents: wanted, routing: saved, topics }: Setup) {
  let at = Date.UTC(2026, 0, 5, 9)
  let ids = 0
  const newId = () => `id-${++ids}`
  const now = () => new Date(at)
  const routing = routingFor({ ...saved }, defaultSettings)
  const people = wanted.map((about, place) => ({ id: `agent-${place}`, about, here: true, idleSince: now().toISOString() }))
  const who = (id: string): Helping => ({ kind: 'agent', id, name: id, role: 'agent', teams: [team] })
  let conversations: ReadonlyMap<string, Conversation> = new Map()
  let standings: ReadonlyMap<string, Standing> = new Map(
    people.map(({ id, about }) => [id, { agent: id, capacity: about.capacity, load: 0, wish: 'available', missed: 0 }]),
  )
  const helper = new Map<string, string>()
  const view = (id: string) => people.find((one) => one.id === id)
  const directory: Directory = {
    settings: defaultSettings,
    fields: [],
    teams: [{ id: team, name: team, tier: 1, open: true, topics: [] }],
    team: () => ({ id: team, name: team, tier: 1, open: true, topics: [] }),
    routing: () => routing,
    topic: (id) => ({ id, team, needs: topics[Number(id)] ?? [] }),
    agent: (id) => ({ ...who(id), disabled: false, here: view(id)?.here ?? false }),
    agents: () => [],
    category: () => null,
    guide: () => null,
    guides: [],
    incidents: [],
    hasCategories: false,
    guard: usualGuard,
    attended: () => true,
  }
  const bugs: unknown[] = []
  const memory = { rules, directory: () => directory, now, announce() {}, onBug: (bug: unknown) => void bugs.push(bug) }
  const { fast, forget } = aPaperLine()
  const all = () => [...conversations.values()]
  /** Those who wait, in the order of their turns; looked at far more often than anything changes. */
  const waiting = remembering(
    () => conversations,
    () => {
      const turned = all().flatMap((one) => withTurn(waitingFrom(one)))
      return turned
        .sort((one, other) => one.turn - other.turn || (one.waiting.conversation < other.waiting.conversation ? -1 : 1))
        .map((one) => one.waiting)
    },
  )
  const turnOf = (one: Waiting) => standOf(one, directory).turn
  const withTurn = (one: Waiting | null) => (one ? [{ waiting: one, turn: turnOf(one) }] : [])

  /** Decided and kept by the very rules that a transaction runs. */
  function change(step: Step) {
    const work = {
      ...workWith(memory as unknown as Memory, conversations),
      standings: new Map(standings),
      numbers: [++ids],
      digests: new Map([[step.conversation, 'digest']]),
    }
    const [result] = takeSteps(work, [step])
    if (bugs.length > 0) throw bugs[0]
    if (result?.status !== 'fulfilled') throw result?.reason
    conversations = work.conversations
    standings = work.standings
    for (const entry of result.value.entries) if (isGiven(entry)) checkRoom(entry.agent)
    follow(result.value.before, result.value.conversation)
    return result.value
  }

  /** Work that comes back may exceed a capacity; nothing that is given may. */
  function checkRoom(agent: string) {
    const { load = 0, capacity = 0 } = standings.get(agent) ?? {}
    expectThat(load <= capacity, `${agent} was given more than there is room for`)
  }

  function follow(before: Conversation | null, after: Conversation) {
    const [was, is] = [before && waitingFrom(before), waitingFrom(after)]
    if (was && !is) void fast.settle(team, after.id)
    if (is) void fast.put(team, after.id, standOf(is, directory).turn, standOf(is, directory).kind)
    if (before?.offer && is && before.offer.id !== after.offer?.id) void fast.release(team, after.id, before.offer.id)
    const carriers = [before && carrierOf(before), carrierOf(after)]
    for (const one of people) if (carriers.includes(one.id) && carriers[0] !== carriers[1]) one.idleSince = now().toISOString()
    if (after.status === 'ended' && after.agent) helper.set(after.requester, after.agent)
  }

  const candidates = (): Candidate[] =>
    people.map(({ id, about, here, idleSince }) => {
      const { load = 0, wish = 'away', givenAt = null } = standings.get(id) ?? {}
      const ringing = all().filter(({ offer }) => offer?.agent === id).length
      return { agent: id, load, wish, givenAt, ringing, idleSince, here, ...about }
    })
  const rows = {
    waiting: async (_: string, count: number, skip = 0) => waiting().slice(skip, skip + count),
    waitingAmong: async (some: string[]) => waiting().filter(({ conversation }) => some.includes(conversation)),
    counts: async () => new Map([[team, waiting().length]]),
    candidates: async () => candidates(),
    knownAgents: async (requesters: string[]) =>
      new Map(
        requesters.flatMap((id) => {
          const agent = helper.get(id)
          return agent ? [[id, { agent, why: 'last' as const }] as const] : []
        }),
      ),
  }
  const ports = {
    fast,
    rows,
    directory: () => directory,
    refreshDirectory: async () => {},
    now,
    newId,
    conversations: { change: async (step: Step) => change(step), lately: (id: string) => conversations.get(id) },
  }
  const tally = { offered: 0, refused: 0, withoutRedis: 0, repaired: 0, rebuilt: 0 }
  let isForgotten = true
  const dispatch = createDispatcher(ports, tally, { onForgotten: () => (isForgotten = true), onPaced() {} })
  const reconcile = createReconciler(ports, tally)

  const act = (conversation: string, by: Helping | Requesting, what: Act) =>
    change({ conversation, who: by, act: what, id: what.kind === 'open' ? conversation : null })
  const clock = (conversation: string, what: ClockAct) => change({ conversation, who: theClock, act: what, id: null })

  /** Looks who can be given what until nothing more happens, and checks what was decided. */
  async function settle() {
    for (let rounds = 0; rounds < 20; rounds++) {
      const before = { tally: tally.offered, waiting: waiting().filter(({ offer }) => !offer), agents: candidates(), kept: keptNow() }
      if ((await dispatch(team, false)) === 'held') throw new Error('Somebody else had the lease')
      if (isForgotten) await reconcile()
      isForgotten = false
      checkOrder(before.waiting, before.agents)
      if (tally.offered === before.tally && keptNow() === before.kept) return
    }
    throw new Error('It never came to rest')
  }

  const keptNow = () => all().filter(({ keptFor }) => keptFor).length

  /** Nobody was passed by without a reason, nor by anybody who came too late for that. */
  function checkOrder(open: Waiting[], agents: Candidate[]) {
    const known = new Set(open.map(({ conversation }) => conversation))
    // As they wait now: some of them are kept for somebody by this very decision.
    const left = waiting().filter(({ conversation, offer }) => known.has(conversation) && !offer)
    for (const one of open) {
      const agent = conversations.get(one.conversation)?.offer?.agent ?? conversations.get(one.conversation)?.agent
      const chosen = agents.find((candidate) => candidate.agent === agent)
      if (!chosen) continue
      for (const other of left) {
        if (exclusionOf(chosen, headOf(other, directory), agents, now(), routing) !== null) continue
        expectThat(turnOf(other) >= turnOf(one), 'somebody was passed by')
        const later = (Date.parse(one.waitingSince) - Date.parse(other.waitingSince)) / 60_000
        expectThat(later <= longestPassedByMinutes, 'somebody was passed by who had waited for longer than the bound')
      }
    }
  }

  function check() {
    for (const { id } of people) {
      const carried = all().filter((one) => carrierOf(one) === id)
      const weight = Math.round(carried.reduce((sum, one) => sum + weightOf(one), 0) * 100) / 100
      expectThat(standings.get(id)?.load === weight, `the load of ${id} is not what it carries`)
    }
    const agents = candidates()
    for (const one of waiting().filter(({ offer }) => !offer)) {
      if (routing.method === 'manual') continue
      const able = agents.filter((agent) => exclusionOf(agent, headOf(one, directory), agents, now(), routing) === null)
      expectThat(able.length === 0, `${one.conversation} waits while somebody has room`)
    }
  }

  return {
    conversations: all,
    standing: (id: string) => standings.get(id),
    people,
    act,
    clock,
    forget() {
      forget()
      isForgotten = true
    },
    wish(id: string, wish: Standing['wish']) {
      const standing = standings.get(id)
      if (standing) standings = new Map([...standings, [id, { ...standing, wish, missed: 0 }]])
    },
    passes(seconds: number) {
      at += seconds * 1000
      for (const one of all()) {
        for (let due = rules.dueAt(one, directory); due && due <= now(); ) {
          const { conversation, entries } = clock(one.id, { kind: 'tick' })
          due = entries.length > 0 ? rules.dueAt(conversation, directory) : null
        }
      }
    },
    async rests() {
      await settle()
      check()
    },
    newId,
    who,
  }
}

/** Worked out anew only when what it follows from is another. */
function remembering<From, T>(from: () => From, work: () => T): () => T {
  let known: { from: From; found: T } | null = null
  return () => {
    if (known?.from !== from()) known = { from: from(), found: work() }
    return known.found
  }
}

type Given = Extract<Entry, { kind: 'offered' | 'assigned' }>

const isGiven = (entry: Entry): entry is Given =>
  entry.kind === 'offered' || (entry.kind === 'assigned' && (entry.how === 'automatic' || entry.how === 'take'))

export type PaperDesk = ReturnType<typeof aPaperDesk>

function expectThat(holds: boolean, otherwise: string) {
  if (!holds) throw new Error(`Broken: ${otherwise}`)
}
