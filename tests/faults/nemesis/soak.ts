import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { slopeOf } from '../../support/memory.ts'
import { everyPoint } from '../points/every.ts'
import { type Report, runNemesis, violationsIn } from './run.ts'

const root = join(import.meta.dirname, '../../..')

const options = {
  minutes: { type: 'string', default: '60' },
  seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  requesters: { type: 'string', default: '12' },
  agents: { type: 'string', default: '5' },
  folder: { type: 'string', default: '.cache/soak' },
  points: { type: 'boolean', default: false },
} as const

/** Faults of all lengths, and calm enough between them for everything to grow that could. */
const severity = { seconds: [1, 12], calmSeconds: [1, 8], together: 0.3, sparesSecond: true } satisfies Parameters<
  typeof runNemesis
>[0]['severity']

const roundSeconds = 60

/** The long run: says what happens, leaves its figures as JSON, and, where a promise was broken, how to repeat it. Returns the exit code. */
export async function soak(words: string[]): Promise<number> {
  const { values } = parseArgs({ args: words, options })
  if (values.points) return killsAtEveryPoint()
  const [minutes, seed, requesters, agents] = [values.minutes, values.seed, values.requesters, values.agents].map(Number)
  if (!minutes || !Number.isInteger(seed) || !requesters || !agents) {
    console.error('--minutes, --requesters and --agents are numbers above 0, --seed is a whole number.')
    return 1
  }
  const folder = join(root, values.folder)
  mkdirSync(folder, { recursive: true })
  const historyFile = join(folder, `${seed}-history.jsonl`)
  rmSync(historyFile, { force: true })
  const again = `npm run soak -- --minutes ${minutes} --seed ${seed} --requesters ${requesters} --agents ${agents}`
  const began = Date.now()
  const say = (line: string) => console.log(`${clock(Date.now() - began)}  ${line}`)
  say(`${requesters} requesters, ${agents} agents and a supervisor, two processes, ${minutes} minutes, seed ${seed}`)
  try {
    const lasts = { seconds: minutes * 60 }
    const wanted = { seed: seed ?? 0, lasts, roundSeconds, requesters, agents, severity, historyFile, say }
    const report = await runNemesis(wanted)
    const figures = figuresOf(report, minutes)
    const file = join(folder, `${seed}.json`)
    writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
    console.log(`\n${inWords(figures)}\n\nThe figures stand in ${file}, everything that people did in ${historyFile}.`)
    if (figures.violations.length === 0) return 0
    console.error(`\n${figures.violations.slice(0, 50).join('\n')}`)
  } catch (error) {
    console.error(error)
  }
  console.error(
    `\nThe same choices once more: ${again}\nWho comes first where two meet is up to the machine, so that it may take more than one time.`,
  )
  return 1
}

/** The other long run: not by chance, but once at each word between a question and the news of its record. */
async function killsAtEveryPoint(): Promise<number> {
  const { deaths, violations } = await everyPoint((line) => console.log(line))
  const longest = Math.max(...deaths.map(({ seconds }) => seconds))
  console.log(
    `\nkilled ${deaths.length} times, before ${new Set(deaths.map(({ word }) => word)).size} different words; ` +
      `done within ${round(longest)} s (longest) each time; violations ${violations.length}\n${violations.slice(0, 50).join('\n')}`,
  )
  return violations.length === 0 ? 0 : 1
}

type Figures = ReturnType<typeof figuresOf>

/** What a run comes to. */
function figuresOf({ seed, struck, laws, history, messages, conversations, given, memory }: Report, minutes: number) {
  const faults = struck.flatMap(({ trouble }) => trouble.faults.map(({ part, what }) => `${part} ${what}`))
  const back = struck.map(({ backAfterSeconds }) => backAfterSeconds).sort((one, other) => one - other)
  // The first process is ended again and again; the second lives through it all.
  const watched = memory[1] ?? []
  const slope = slopeOf(watched)
  const violations = violationsIn({ laws })
  if (slope && !slope.isFlat) violations.push(`memory: a process grew by ${slope.megabytesPerHour.toFixed(1)} MB an hour`)
  return {
    seed,
    minutes,
    on: `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores`,
    conversations,
    messages,
    given,
    history,
    faults: Object.fromEntries([...new Set(faults)].sort().map((one) => [one, faults.filter((other) => other === one).length])),
    faultsInAll: faults.length,
    twoAtOnce: struck.filter(({ trouble }) => trouble.faults.length > 1).length,
    servedAgainAfterSeconds: { median: round(back[Math.floor(back.length / 2)]), longest: round(back.at(-1)) },
    memoryMegabytes: {
      first: round(watched[0]?.megabytes),
      last: round(watched.at(-1)?.megabytes),
      perHour: slope && round(slope.megabytesPerHour),
      isFlat: slope?.isFlat ?? null,
    },
    lost: laws.acknowledgedIsStored.length,
    doubled: laws.eachIdOnce.length,
    violations,
  }
}

const round = (number = 0) => Math.round(number * 10) / 10

function inWords(figures: Figures): string {
  const { minutes, conversations, messages, faultsInAll, faults, history, servedAgainAfterSeconds: back, memoryMegabytes: memory } = figures
  const kinds = Object.entries(faults).map(([fault, count]) => `  ${String(count).padStart(4)}  ${fault}`)
  const slope =
    memory.perHour === null ? 'too short to tell whether it grows' : `${memory.perHour} MB an hour, ${memory.isFlat ? 'flat' : 'GROWING'}`
  return [
    `${minutes} minutes, ${conversations} conversations, ${messages} messages kept; ${faultsInAll} faults, ${figures.twoAtOnce} times two at once:`,
    ...kinds,
    `acts: ${history.invoke} tried, ${history.ok} acknowledged, ${history.fail} refused, ${history.unknown} unknown`,
    `all served again after a fault within ${back.median} s (median), ${back.longest} s (longest)`,
    `memory of the process that was never ended: ${memory.first} MB at first, ${memory.last} MB in the end, ${slope}`,
    `lost ${figures.lost}, doubled ${figures.doubled}, violations in all ${figures.violations.length}`,
  ].join('\n')
}

const clock = (milliseconds: number) => {
  const seconds = Math.floor(milliseconds / 1000)
  return `${String(Math.floor(seconds / 60)).padStart(3)}:${String(seconds % 60).padStart(2, '0')}`
}
