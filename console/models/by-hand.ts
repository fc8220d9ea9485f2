import type { Refuge } from '../../shared/crowding.ts'
import type { TeamSettings } from '../../shared/protocol/admin.ts'
import type { DeskSettings } from '../../shared/queue.ts'
import type { TeamRouting } from '../../shared/team-routing.ts'
import { readNumbers, type WrittenNumbers, writtenNumbers, wrongNumbers } from './desk-numbers.ts'
import { readDistribution, type WrittenDistribution, writtenDistribution, wrongDistribution } from './distribution.ts'
import type { Errors } from './form.ts'
import type { Unsaved } from './unsaved.ts'
import { readRules, type WrittenRules, writtenRules, wrongRules } from './waiting-rules.ts'

/** Of what settings are written: of a team, or of the whole desk. */
export type Place = TeamSettings | null

/** What was written into forms of the settings and is not saved, as a settings file; null is nothing. */
export interface ByHand {
  text: string | null
  /** On which pages it stands. */
  pages: ('distribution' | 'waiting' | 'desk' | 'file')[]
  /** Where something in it is not as it should be. */
  wrong: Place[]
}

interface Needs {
  unsaved: Unsaved
  teams: readonly TeamSettings[]
  numbers: DeskSettings
  routingOf(team: string): Promise<TeamRouting>
}

/** Gathers it from all forms that routing goes by. */
export async function byHand({ unsaved, teams, numbers, routingOf }: Needs): Promise<ByHand> {
  const desk = ofDesk(numbers, unsaved.of<WrittenNumbers>('numbers').read())
  const ofTeams = await Promise.all(teams.map(async (team) => ({ team, ...(await ofTeam(team)) })))
  const said = ofTeams.filter(({ routing }) => isSaid(routing))
  const file = {
    version: 1,
    ...(isSaid(desk.numbers) && { desk: desk.numbers }),
    ...(said.length > 0 && { teams: said.map(({ team, routing }) => ({ name: team.name, routing })) }),
  }
  return {
    text: isSaid(desk.numbers) || said.length > 0 ? JSON.stringify(file) : null,
    pages: [
      ...(ofTeams.some(({ isDistributed }) => isDistributed) ? (['distribution'] as const) : []),
      ...(ofTeams.some(({ isRuled }) => isRuled) ? (['waiting'] as const) : []),
      ...(isSaid(desk.numbers) ? (['desk'] as const) : []),
    ],
    wrong: [...ofTeams.flatMap(({ team, isWrong }) => (isWrong ? [team] : [])), ...(desk.isWrong ? [null] : [])],
  }

  async function ofTeam(team: TeamSettings) {
    const [distributed, ruled] = [
      unsaved.of<WrittenDistribution>(`distribution:${team.id}`).read(),
      unsaved.of<WrittenRules>(`waiting:${team.id}`).read(),
    ]
    const at = { isDistributed: isSaid(distributed), isRuled: isSaid(ruled) }
    if (!at.isDistributed && !at.isRuled) return { ...at, routing: {}, isWrong: false }
    const routing = await routingOf(team.id)
    const [distribution, rules] = [writtenDistribution(routing), writtenRules(routing)]
    const [wanted, wantedRules] = [
      { ...distribution, ...distributed },
      { ...rules, ...ruled },
    ]
    const others = teams.filter(({ id }) => id !== team.id)
    if (isAnyWrong(wrongDistribution(wanted)) || isAnyWrong(wrongRules(wantedRules, others))) return { ...at, routing: {}, isWrong: true }
    const changed = {
      ...differing(readDistribution(distribution), readDistribution(wanted)),
      ...differing(readRules(rules), readRules(wantedRules)),
    }
    return { ...at, routing: named(changed, teams), isWrong: false }
  }
}

function ofDesk(numbers: DeskSettings, written: Partial<WrittenNumbers>) {
  const saved = writtenNumbers(numbers)
  const wanted = { ...saved, ...written }
  const isWrong = isAnyWrong(wrongNumbers(wanted))
  return { numbers: isWrong ? {} : differing(readNumbers(saved), readNumbers(wanted)), isWrong }
}

/** With other teams as a settings file has them. */
function named({ overflow, limits, ...rest }: Partial<TeamRouting>, teams: readonly TeamSettings[]): Partial<TeamRouting> {
  const nameOf = (team: string) => teams.find(({ id }) => id === team)?.name ?? team
  const leading = <T extends { refuge: Refuge }>(limit: T | null) =>
    limit?.refuge.to === 'team' ? { ...limit, refuge: { ...limit.refuge, team: nameOf(limit.refuge.team) } } : limit
  return {
    ...rest,
    ...(overflow !== undefined && { overflow: overflow && { ...overflow, team: nameOf(overflow.team) } }),
    ...(limits && { limits: { length: leading(limits.length), wait: leading(limits.wait) } }),
  }
}

const isSaid = (some: object) => Object.keys(some).length > 0

const isAnyWrong = <T>(errors: Errors<T>) => Object.values(errors).some(Boolean)

/** What the second says otherwise than the first. */
function differing<T extends object>(before: T, after: T): Partial<T> {
  const keys = (Object.keys(after) as (keyof T)[]).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return Object.fromEntries(keys.map((key) => [key, after[key]])) as Partial<T>
}
