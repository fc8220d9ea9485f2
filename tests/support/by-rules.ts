import { randomUUID } from 'node:crypto'
import { decide } from '../../server/desk/decide.ts'
import type { AgentView, ClockAct, DeskView, GuideAtHand, IncidentAtHand, TeamRow } from '../../server/desk/ports.ts'
import { rules } from '../../server/desk/rules.ts'
import { withClocks } from '../../server/desk/tickets/targets.ts'
import { type Conversation, evolve } from '../../shared/conversation.ts'
import { type Entry, laneOf, type Trace } from '../../shared/entry.ts'
import { usualGuard } from '../../shared/guard.ts'
import { type Helping, type Requesting, theClock, type Who } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { defaultSettings, evolveStanding, type Standing } from '../../shared/queue.ts'
import { type Routing, routingFor, type TeamRouting } from '../../shared/team-routing.ts'

export const serviceDesk = '10000000-0000-4000-8000-000000000001'
export const network = '10000000-0000-4000-8000-000000000002'

export const rita: Requesting = { kind: 'requester', id: randomUUID(), name: 'Rita', email: null, verified: false }
export const ada: Helping = { kind: 'agent', id: randomUUID(), name: 'Ada', role: 'agent', teams: [serviceDesk] }

interface TestTeam {
  routing?: Partial<TeamRouting>
  hours?: Routing['hours']
  open?: boolean
  attended?: boolean
  waiting?: number
}

/** One conversation under the rules alone: no database, and a clock that stands still until it is told otherwise. So many messages of its requester lie unanswered. */
export function byRules(
  teams: Record<string, TestTeam> = { [serviceDesk]: {} },
  { messages = 0, guides = [], incidents = [] }: { messages?: number; guides?: GuideAtHand[]; incidents?: IncidentAtHand[] } = {},
) {
  let at = Date.parse('2026-01-05T09:00:00Z')
  let state: Conversation | null = null
  let standing: Standing = { agent: ada.id, capacity: 5, load: 0, wish: 'available', missed: 0 }
  const entries: Entry[] = []
  const id = randomUUID()
  const agent: AgentView = { ...ada, disabled: false, here: true }

  const view = (): DeskView => ({
    settings: defaultSettings,
    fields: [],
    teams: Object.keys(teams).map((team) => row(team)),
    team: (team) => (teams[team] ? row(team) : null),
    routing: (team) => ({ ...routingFor(teams[team]?.routing ?? null, defaultSettings), hours: teams[team]?.hours ?? null }),
    topic: () => null,
    agent: (one) => (one === ada.id ? agent : null),
    agents: () => [agent],
    category: () => null,
    guide: (one) => guides.find((guide) => guide.id === one) ?? null,
    guides,
    incidents,
    hasCategories: false,
    guard: usualGuard,
    attended: (team) => teams[team]?.attended ?? true,
    now: new Date(at),
    number: 1,
    standing: (one) => (one === ada.id ? standing : null),
    waitingIn: (team) => teams[team]?.waiting ?? 0,
    openOf: () => ({ chat: null, messages }),
    digest: '0'.repeat(64),
    other: () => null,
    file: () => null,
  })
  const row = (team: string): TeamRow => ({ id: team, name: team, tier: 1, open: teams[team]?.open ?? true, topics: [] })

  /** Does it, and says which kinds of entries it left. */
  function does(who: Who, act: Act | ClockAct): Entry[] {
    const step = { conversation: id, who, act, id: act.kind === 'open' ? id : randomUUID() }
    const left = decide(state, step, view()).map((trace) => written(trace, who.id, step.id))
    for (const entry of left) {
      const before: Conversation | null = state
      state = withClocks(before, evolve(before, entry), entry, view())
      rules.checkMove(before, state)
      standing = evolveStanding(standing, entry, defaultSettings)
      entries.push(entry)
    }
    return left
  }

  function written(trace: Trace, by: string, act: string): Entry {
    const lane = laneOf(trace)
    const seq = entries.filter((one) => one.lane === lane).length + 1
    return { ...trace, lane, seq, at: new Date(at).toISOString(), by, act, after: 0 } as unknown as Entry
  }

  return {
    teams,
    does,
    entries,
    state: (): Conversation => state ?? fail(),
    standing: () => standing,
    /** Lets time go by. */
    passes(seconds: number) {
      at += seconds * 1000
    },
    /** The clock looks, as it does when something is due. */
    tick: () => does(theClock, { kind: 'tick' }).map(({ kind }) => kind),
    /** In how many seconds the clock must look, if ever. */
    dueIn() {
      const due = rules.dueAt(state ?? fail(), view())
      return due && (due.getTime() - at) / 1000
    },
    asks: (text = 'My screen is black') => does(rita, { kind: 'open', topic: null, text, entrance: 'line' }),
    says: (who: Requesting | Helping, text: string) => does(who, { kind: 'say', text }),
  }
}

function fail(): never {
  throw new Error('Nobody asked yet')
}
