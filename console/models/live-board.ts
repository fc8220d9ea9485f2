import { computed, createModel, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import { untilAnswered } from '../../shared/client/retry.ts'
import type { BoardAgent, BoardRow, TeamBoard } from '../../shared/protocol/board.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import { byTurn } from './board.ts'
import type { ConsoleClock } from './clock.ts'

/** Looked at anew now and then: a board may hang on a wall for weeks, and teams come and go. */
const anewEveryMs = 60_000

/** What lies over the board: why something is as it is, or a word in an agent's ear. */
export interface AskedOfRow {
  what: 'why' | 'whisper'
  row: BoardRow
}

/** The live board: how all teams stand that one oversees, for as long as a screen shows it. */
export const LiveBoardModel = createModel((connection: Connection, clock: ConsoleClock) => {
  const teams = signal<readonly TeamBoard[] | null>(null)
  const refusal = signal<RefusalCode | null>(null)
  /** The one team that is looked at; null is all of them. */
  const chosen = signal<string | null>(null)
  /** The row that keys and the palette act on. */
  const current = signal<string | null>(null)
  const asked = signal<AskedOfRow | null>(null)
  // What is announced while the answer is on its way may be newer than the answer.
  let early: TeamBoard[] | null = null
  let looking = new AbortController()
  let undo: (() => void)[] = []
  let viewers = 0

  async function look() {
    looking.abort()
    looking = new AbortController()
    const { signal: stop } = looking
    const heard: TeamBoard[] = []
    early = heard
    try {
      const fresh = await untilAnswered(connection, () => connection.ask('board:look', {}), stop)
      if (stop.aborted) return
      clock.set(fresh.at)
      teams.value = heard.reduce(withTeam, fresh.teams)
      refusal.value = null
    } catch (error) {
      if (!stop.aborted) refusal.value = error instanceof Refused ? error.code : 'unavailable'
    }
    if (!stop.aborted) early = null
  }

  function hear(news: TeamBoard) {
    early?.push(news)
    const known = teams.peek()
    if (known) teams.value = withTeam(known, news)
  }

  function begin() {
    const timer = setInterval(() => void look(), anewEveryMs)
    undo = [connection.on('board:changed', hear), connection.onBack(() => void look()), () => clearInterval(timer)]
  }

  function end() {
    looking.abort()
    for (const back of undo.splice(0)) back()
    teams.value = null
    current.value = null
    asked.value = null
    // A line that is cut has left by itself.
    connection.ask('board:close', {}).catch(() => {})
  }
  effect(() => () => {
    looking.abort()
    for (const back of undo.splice(0)) back()
  })

  const shown = computed(() => {
    const all = teams.value ?? []
    const one = all.find(({ team }) => team === chosen.value)
    return one ? [one] : all
  })
  /** As they will be offered: within a team as the desk says, and all teams by whose turn it is. */
  const line = computed(() => {
    const rows = shown.value.flatMap((team) => team.line)
    return shown.value.length > 1 ? rows.toSorted(byTurn) : rows
  })
  const chats = computed(() => shown.value.flatMap((team) => team.chats).toSorted(bySilence))
  /** What is owed first, of all teams. */
  const promises = computed(() => shown.value.flatMap((team) => team.promises.first).toSorted(byPromise))
  const agents = computed(() => agentsIn(shown.value))

  return {
    teams,
    refusal,
    chosen,
    current,
    asked,
    shown,
    line,
    chats,
    promises,
    agents,
    figures: computed(() => figuresOf(shown.value, agents.value)),
    look,

    /** Somebody looks; returns how to stop. */
    watch() {
      if (++viewers === 1) begin()
      return () => {
        if (--viewers === 0) end()
      }
    },

    /** A conversation that the board shows. */
    row: (id: string | null) => line.peek().find((one) => one.id === id) ?? chats.peek().find((one) => one.id === id),
  }
})

export type LiveBoard = InstanceType<typeof LiveBoardModel>

/** What is said large. */
export interface Figures {
  waiting: number
  longestSince: string | null
  running: number
  /** Places of all who are available, and how many of them nobody has. */
  places: number
  free: number
  here: number
  wrappingUp: number
  silent: number
  /** News that is promised, and how much of it did not come in time. */
  promised: number
  broken: number
  /** What is due soon, and what is over; null where no team has targets. */
  due: { soon: number; late: number } | null
}

function withTeam(teams: readonly TeamBoard[], news: TeamBoard): readonly TeamBoard[] {
  const at = teams.findIndex(({ team }) => team === news.team)
  const before = teams[at]
  return before && before.at <= news.at ? teams.with(at, news) : teams
}

/** Whoever is in several teams is one person. */
function agentsIn(teams: readonly TeamBoard[]): BoardAgent[] {
  const known = new Map(teams.flatMap((team) => team.agents.map((agent) => [agent.id, agent] as const)))
  const all = [...known.values()]
  return teams.length > 1
    ? all.toSorted((one, other) => ranks[one.state] - ranks[other.state] || one.since.localeCompare(other.since))
    : all
}

const ranks: Record<BoardAgent['state'], number> = { available: 0, 'wrap-up': 1, full: 2, away: 3, offline: 4 }

function figuresOf(teams: readonly TeamBoard[], agents: readonly BoardAgent[]): Figures {
  const serving = agents.filter(({ state }) => state !== 'away' && state !== 'offline')
  const waits = teams.flatMap(({ longestSince }) => longestSince ?? [])
  return {
    waiting: sum(teams, (team) => team.waiting),
    longestSince: waits.toSorted()[0] ?? null,
    running: sum(teams, (team) => team.running),
    places: sum(serving, ({ capacity }) => capacity),
    free: sum(serving, ({ capacity, load }) => Math.max(0, Math.floor(capacity - load))),
    here: agents.filter(({ state }) => state !== 'offline').length,
    wrappingUp: agents.filter(({ state }) => state === 'wrap-up').length,
    silent: sum(teams, (team) => team.silent),
    promised: sum(teams, ({ promises }) => promises.open),
    broken: sum(teams, ({ promises }) => promises.broken),
    due: teams.some(({ targets }) => targets)
      ? { soon: sum(teams, ({ targets }) => targets?.soon ?? 0), late: sum(teams, ({ targets }) => targets?.late ?? 0) }
      : null,
  }
}

/** Whose requester waits longest for a word comes first, then who does not answer, then what rests. */
function bySilence(one: BoardRow, other: BoardRow): number {
  const [left, right] = [rankOf(one), rankOf(other)]
  return left - right || (one.silent?.since ?? one.changedAt).localeCompare(other.silent?.since ?? other.changedAt)
}

const byPromise = (one: BoardRow, other: BoardRow) => (one.promise?.until ?? '').localeCompare(other.promise?.until ?? '')

const rankOf = ({ silent }: BoardRow) => (silent === null ? 2 : silent.of === 'agent' ? 0 : 1)

const sum = <T>(list: readonly T[], of: (one: T) => number) => list.reduce((total, one) => total + of(one), 0)
