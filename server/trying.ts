import { randomUUID } from 'node:crypto'
import { setTimeout as passed } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { SettingsFile } from '../shared/protocol/settings-file.ts'
import { refuse } from '../shared/refusal.ts'
import { documentOf, namingTeams, type SetUp, type WholeSettings } from './desk/settings/document.ts'
import type { Comparing } from './desk/simulation/comparing.ts'
import { generated } from './desk/simulation/generated.ts'
import { alwaysOpen, mergedInTurn, presentSide, wantedSide } from './desk/simulation/proposal.ts'
import { createProposing } from './desk/simulation/proposing.ts'
import { asSetUp } from './desk/simulation/set-up.ts'
import type { Traffic } from './desk/simulation/traffic.ts'
import { createTrials, mostArrivals, type Wanted } from './desk/simulation/trials.ts'
import { enterAlone } from './postgres/one-at-a-time.ts'
import { readRecorded } from './postgres/recorded.ts'
import { readDesk } from './postgres/settings-file.ts'
import type { Redis } from './redis/connection.ts'
import { createProposals } from './redis/proposals.ts'

interface Trying {
  /** The connections of those who read much. */
  pool: Pool
  redis: Redis
  now(): Date
  onBug(error: unknown, where: string): void
}

/** Settings tried out in a process that serves people meanwhile. */
export function createTrying({ pool, redis, now, onBug }: Trying) {
  const proposing = createProposing({ read: () => readDesk(pool), ...createProposals(redis) })
  const trials = createTrials({
    read: async (by, wanted) => {
      const files = wanted.proposal ? await proposing.recall(by, wanted.proposal) : []
      return read(pool, files, wanted, now())
    },
    enter: () => enterAlone(pool, 'simulation'),
    newId: randomUUID,
    clock: () => performance.now(),
    rest: () => passed(4),
    onBug,
  })
  return { proposing, trials }
}

async function read(pool: Pool, files: readonly SettingsFile[], wanted: Wanted, now: Date): Promise<Comparing> {
  const setUp = await readDesk(pool)
  if (!setUp.teams.some(({ id }) => id === wanted.team)) refuse('no-such-team')
  const traffic = await trafficFor(pool, setUp, wanted, now)
  const settings = wantedBy(setUp, [...files, ...ofOneTeam(setUp, wanted)])
  const [present, proposed] = [presentSide(setUp, traffic), settings && wantedSide(setUp, settings, traffic)]
  const sides =
    wanted.traffic.from === 'chance' ? { present: alwaysOpen(present), proposed: proposed && alwaysOpen(proposed) } : { present, proposed }
  return { traffic, ...sides, seed: wanted.seed, aimSeconds: wanted.aimSeconds }
}

async function trafficFor(pool: Pool, setUp: SetUp, { team, traffic, seed }: Wanted, now: Date): Promise<Traffic> {
  if (traffic.from === 'chance') return generated({ ...traffic, team, begins: Date.UTC(2026, 0, 5, 8) }, seed)
  const { day } = traffic
  return (await readRecorded(pool, { from: day, to: day, desk: asSetUp(setUp), now, most: mostArrivals }, seed)) ?? refuse('nobody-came')
}

/** Null where nothing is proposed. */
function wantedBy(setUp: SetUp, files: readonly SettingsFile[]): WholeSettings | null {
  if (files.length === 0) return null
  const { wanted, problems } = mergedInTurn(documentOf(setUp), files)
  // It fitted when it was checked.
  return problems.length > 0 ? refuse('changed-meanwhile') : wanted
}

/** The routing of one team, as it is asked for without a proposal, in the form of a file. */
function ofOneTeam({ teams }: SetUp, { team: id, routing }: Wanted): SettingsFile[] {
  const nameOf = (team: string) => teams.find((one) => one.id === team)?.name ?? null
  const name = nameOf(id)
  return routing && name !== null ? [{ version: 1, teams: [{ name, routing: namingTeams(routing, nameOf) }] }] : []
}
