import type { Figures, Stretch } from '../../../shared/simulation.ts'
import type { Run, Shift, Spell } from './journal.ts'

/** The figures of all that was run, or of one team. */
export function figuresOf({ spells, shifts, missed }: Run, aimSeconds: number, team: string | null): Figures {
  const mine = team === null ? spells : spells.filter((one) => one.team === team)
  const helpers = team === null ? shifts : shifts.filter(({ teams }) => teams.includes(team))
  const inLine = mine.filter(stoodInLine)
  const served = mine.filter(({ outcome }) => outcome === 'served')
  // Whoever waits to the end has waited too; whoever gave up did not wait any longer.
  const waits = inLine.map(({ wait }) => wait).sort((one, other) => one - other)
  return {
    asked: mine.length,
    served: served.length,
    median: quantile(waits, 0.5),
    p90: quantile(waits, 0.9),
    longest: waits.at(-1) ?? null,
    withinAim: part(served.filter(({ wait }) => wait <= aimSeconds).length, inLine.length),
    gaveUp: part(countOf(mine, 'gave-up'), inLine.length),
    messages: countOf(mine, 'message'),
    closed: countOf(mine, 'closed'),
    waiting: countOf(mine, 'waiting'),
    moved: mine.filter(({ moved }) => moved).length,
    passedBy: mine.filter(({ passedBy }) => passedBy).length,
    missed: team === null ? [...missed.values()].reduce((sum, count) => sum + count, 0) : (missed.get(team) ?? 0),
    occupancy: part(sum(helpers.map(({ carried }) => carried)), sum(helpers.map(({ room }) => room))),
    fairness: evenness(helpers),
  }
}

/**
 * Jain's index of how much of his room each agent carried: 1 where all carry alike, 1/n where one of n carries everything.
 * Jain, Chiu, Hawe: A Quantitative Measure of Fairness and Discrimination, DEC-TR-301, 1984.
 */
function evenness(helpers: readonly Shift[]): number | null {
  const loads = helpers.flatMap(({ carried, room }) => (room > 0 ? [carried / room] : []))
  const squares = sum(loads.map((load) => load ** 2))
  return squares === 0 ? null : sum(loads) ** 2 / (loads.length * squares)
}

/** Whoever was turned away at the door, or sent on from it, did not wait at all. */
const stoodInLine = ({ outcome, wait }: Spell) => outcome !== 'closed' && !(outcome === 'message' && wait === 0)

const countOf = (spells: readonly Spell[], outcome: Spell['outcome']) => spells.filter((one) => one.outcome === outcome).length

/** How long those waited who came in each of so many equal stretches of time. */
export function stretchesOf({ spells }: Run, { begins, seconds }: { begins: number; seconds: number }, count: number): Stretch[] {
  const waits = Array.from({ length: count }, (): number[] => [])
  for (const spell of spells) if (stoodInLine(spell)) waits[Math.floor((spell.at / seconds) * count)]?.push(spell.wait)
  return waits.map((some, place) => {
    const sorted = some.sort((one, other) => one - other)
    const at = begins + ((place * seconds) / count) * 1000
    return { at, asked: sorted.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) }
  })
}

/** The nearest rank: a wait that somebody really had. */
const quantile = (sorted: readonly number[], share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null

const part = (some: number, all: number) => (all === 0 ? null : some / all)
const sum = (numbers: readonly number[]) => numbers.reduce((whole, one) => whole + one, 0)
