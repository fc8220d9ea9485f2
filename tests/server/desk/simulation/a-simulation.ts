import type { SetUp } from '../../../../server/desk/settings/document.ts'
import { figuresOf } from '../../../../server/desk/simulation/figures.ts'
import { generated, type Wanted } from '../../../../server/desk/simulation/generated.ts'
import type { Run } from '../../../../server/desk/simulation/journal.ts'
import { simulate } from '../../../../server/desk/simulation/run.ts'
import type { DeskAsSetUp } from '../../../../server/desk/simulation/set-up.ts'
import type { Arrival, Helper, Traffic } from '../../../../server/desk/simulation/traffic.ts'
import { noRemoteHelp } from '../../../../shared/consent.ts'
import { usualGuard } from '../../../../shared/guard.ts'
import { defaultLook } from '../../../../shared/look.ts'
import { defaultSettings } from '../../../../shared/queue.ts'
import { defaultRouting, type TeamRouting } from '../../../../shared/team-routing.ts'

/** A desk whose teams are set up like this, and by default otherwise. */
export const aSetUp = (teams: Record<string, Partial<TeamRouting>> = { desk: {} }): DeskAsSetUp => ({
  settings: defaultSettings,
  teams: Object.entries(teams).map(([name, routing]) => ({
    id: name,
    name,
    tier: 1,
    hours: null,
    routing: { ...defaultRouting, ...routing },
  })),
})

/** The same with all that belongs to it: these topics, by team, and these agents' skills. */
export const wholly = (
  { settings, teams }: DeskAsSetUp,
  topics: Record<string, SetUp['teams'][number]['topics']> = {},
  agents: SetUp['agents'] = [],
): SetUp => ({
  desk: { value: settings, version: 1 },
  look: { value: defaultLook, version: 1 },
  guard: { value: usualGuard, version: 0 },
  remote: { value: noRemoteHelp, version: 0 },
  telephony: { enabled: false, hasSecret: false, extensions: [], version: 0 },
  categories: [],
  teams: teams.map(({ routing, ...team }) => ({
    ...team,
    hours: null,
    version: 1,
    topics: topics[team.name] ?? [],
    routing: { value: routing, version: 1 },
  })),
  agents,
  replies: [],
})

export const aDayOf = (wanted: Partial<Wanted> = {}, seed = 1): Traffic =>
  generated(
    {
      team: 'desk',
      perHour: 20,
      hours: 4,
      agents: 3,
      capacity: 2,
      talkMinutes: 10,
      patienceMinutes: 10,
      begins: Date.UTC(2026, 0, 5, 8),
      ...wanted,
    },
    seed,
  )

/** One who asks; a talk of a minute with one who is in no hurry, unless it is told otherwise. */
export const somebody = (at: number, more: Partial<Arrival> = {}): Arrival => ({
  at,
  requester: `requester at ${at}`,
  team: 'desk',
  topic: null,
  needs: [],
  language: null,
  impact: 'low',
  urgency: 'medium',
  vip: false,
  knows: null,
  patience: null,
  turns: [60],
  wrapUp: 0,
  ...more,
})

export const anAgent = (id: string, more: Partial<Helper> = {}): Helper => ({
  id,
  name: id,
  teams: ['desk'],
  capacity: 1,
  skills: {},
  languages: [],
  here: [[0, 7200]],
  ...more,
})

/** Two hours in which nothing but this happens, and nobody overhears what rings for him. */
export const twoHours = (helpers: Helper[], arrivals: Arrival[]): Traffic => ({
  begins: Date.UTC(2026, 0, 5, 8),
  seconds: 7200,
  helpers,
  arrivals,
  answering: { seconds: 0.001, missed: 0, backAfterSeconds: 60 },
})

/** Runs it to its end. */
export function run(traffic: Traffic, desk: DeskAsSetUp = aSetUp(), seed = 1): Run {
  const running = simulate(traffic, desk, seed)
  for (let next = running.next(); ; next = running.next()) if (next.done) return next.value
}

export const figuresAfter = (traffic: Traffic, desk: DeskAsSetUp = aSetUp(), seed = 1) => figuresOf(run(traffic, desk, seed), 60, null)
