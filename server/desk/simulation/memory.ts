import { type Conversation, carrierOf } from '../../../shared/conversation.ts'
import type { Entry } from '../../../shared/entry.ts'
import { usualGuard } from '../../../shared/guard.ts'
import type { Helping } from '../../../shared/people.ts'
import type { Standing } from '../../../shared/queue.ts'
import { routingFor } from '../../../shared/team-routing.ts'
import { consequencesOf } from '../consequences.ts'
import type { Candidate } from '../line/line-ports.ts'
import type { DeskView, Directory, Step, TeamRow } from '../ports.ts'
import { rules } from '../rules.ts'
import { isOpen } from '../time/hours.ts'
import { createLines } from './line.ts'
import type { DeskAsSetUp, TeamAsSetUp } from './set-up.ts'
import type { Helper } from './traffic.ts'

export interface Kept {
  before: Conversation | null
  after: Conversation
  entries: Entry[]
  /** The agents whose loads moved. */
  moved: string[]
}

export type Memory = ReturnType<typeof createMemory>

/** What a desk knows, kept on paper: the rules of the house decide each step, under the clock of whoever asks. */
export function createMemory(desk: DeskAsSetUp, helpers: readonly Helper[], now: () => Date) {
  const conversations = new Map<string, Conversation>()
  const standings = new Map<string, Standing>(
    helpers.map(({ id, capacity }) => [id, { agent: id, capacity, load: 0, wish: 'away', missed: 0 }]),
  )
  const idleSince = new Map<string, string>()
  const directory = directoryOf(desk, helpers, standings, now)
  const lines = createLines((id) => conversations.get(id), directory)

  // One for all steps: there are many, and what changes with them is the moment.
  const view: DeskView = {
    ...directory,
    now: now(),
    number: 0,
    standing: (agent) => standings.get(agent) ?? null,
    waitingIn: lines.count,
    // Each arrival is one of its own, whoever it was.
    openOf: () => ({ chat: null, messages: 0 }),
    digest: 'on paper',
    other: () => null,
    file: () => null,
  }

  /** Decides a step and keeps what it leaves; null where nothing happens. */
  function change(step: Step): Kept | null {
    const before = conversations.get(step.conversation) ?? null
    view.now = now()
    if (step.act.kind === 'open') view.number++
    const traces = rules.decide(before, step, view)
    if (traces.length === 0) return null
    const at = view.now.toISOString()
    const { entries, conversation, moved } = consequencesOf(traces, step, before, at, { rules, directory, standings })
    conversations.set(conversation.id, conversation)
    for (const standing of moved) standings.set(standing.agent, standing)
    const [had, has] = [before && carrierOf(before), carrierOf(conversation)]
    if (had !== has) for (const agent of [had, has]) if (agent) idleSince.set(agent, at)
    lines.follow(conversation)
    return { before, after: conversation, entries, moved: moved.map(({ agent }) => agent) }
  }

  return {
    directory,
    lines,
    change,
    conversation: (id: string) => conversations.get(id),
    /** Nothing more happens to it here. */
    forget: (id: string) => conversations.delete(id),
    standing: (agent: string) => standings.get(agent),
    wish(agent: string, wish: Standing['wish']) {
      const standing = standings.get(agent)
      if (standing) standings.set(agent, { ...standing, wish, missed: 0 })
      if (!idleSince.has(agent)) idleSince.set(agent, now().toISOString())
    },
    /** When the clock must look at it next, in milliseconds. What it looked at before `since`, and what waits for others, is left out. */
    dueAt: (conversation: Conversation, since: Date | null) => rules.dueAt(conversation, directory, since)?.getTime() ?? null,
    candidates: (team: string): Candidate[] =>
      helpers.flatMap(({ id, teams, capacity, skills, languages }) => {
        const standing = standings.get(id)
        if (!standing || !teams.includes(team)) return []
        const { load, wish, givenAt = null } = standing
        return [{ agent: id, capacity, load, wish, givenAt, ringing: 0, idleSince: idleSince.get(id) ?? '', here: true, skills, languages }]
      }),
  }
}

export const helping = ({ id, name, teams }: Helper): Helping => ({ kind: 'agent', id, name, role: 'agent', teams })

function directoryOf(
  { settings, teams }: DeskAsSetUp,
  helpers: readonly Helper[],
  standings: ReadonlyMap<string, Standing>,
  now: () => Date,
): Directory {
  const known = new Map(teams.map((team) => [team.id, { team, routing: { ...routingFor(team.routing, settings), targets: null } }]))
  const opening = createOpening()
  const row = ({ id, name, tier, hours, routing }: TeamAsSetUp): TeamRow => ({
    id,
    name,
    tier,
    open: routing.emergency === null && (hours === null || opening(id, now(), hours)),
    topics: [],
  })
  const agents = new Map(helpers.map((helper) => [helper.id, { ...helping(helper), disabled: false, here: true }]))
  const unknown = routingFor(null, settings)
  const members = new Map(teams.map(({ id }) => [id, helpers.filter((helper) => helper.teams.includes(id)).map((helper) => helper.id)]))
  return {
    settings,
    fields: [],
    teams: [],
    team: (id) => {
      const found = known.get(id)
      return found ? row(found.team) : null
    },
    routing: (id) => known.get(id)?.routing ?? unknown,
    // A topic leads to its team, and asks for nothing: what somebody needs is said of himself.
    topic: (id) => (known.has(id) ? { id, team: id, needs: [] } : null),
    agent: (id) => agents.get(id) ?? null,
    agents: () => [...agents.values()],
    category: () => null,
    guide: () => null,
    guides: [],
    incidents: [],
    hasCategories: false,
    guard: usualGuard,
    attended: (team) => members.get(team)?.some((id) => standings.get(id)?.wish === 'available') ?? false,
  }
}

/** Whether a team is open changes at whole minutes only, and is asked for far more often. */
function createOpening() {
  const known = new Map<string, boolean>()
  return (team: string, at: Date, hours: NonNullable<TeamAsSetUp['hours']>): boolean => {
    const key = `${team} ${Math.floor(at.getTime() / 60_000)}`
    const open = known.get(key) ?? isOpen(hours, at)
    known.set(key, open)
    return open
  }
}
