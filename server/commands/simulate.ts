import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { refusals } from '../../shared/reasons.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Problem } from '../../shared/settings-file.ts'
import { sentenceOf } from '../../shared/settings-sentences.ts'
import { settingsFile as words } from '../../shared/words/settings-file-en.ts'
import { configFrom } from '../config.ts'
import { documentOf, type SetUp, type WholeSettings } from '../desk/settings/document.ts'
import { readSettingsFile } from '../desk/settings/reading.ts'
import { compare } from '../desk/simulation/comparing.ts'
import { generated } from '../desk/simulation/generated.ts'
import { alwaysOpen, mergedInTurn, presentSide, wantedSide } from '../desk/simulation/proposal.ts'
import { asSetUp, type DeskAsSetUp } from '../desk/simulation/set-up.ts'
import type { Traffic } from '../desk/simulation/traffic.ts'
import { migrate } from '../postgres/migrate.ts'
import { createPool } from '../postgres/pool.ts'
import { readRecorded } from '../postgres/recorded.ts'
import { readDesk } from '../postgres/settings-file.ts'
import { type Asked, askedWith, usage } from './simulate/asked.ts'
import { daysIn } from './simulate/days.ts'
import { tableOf } from './simulate/table.ts'
import { trafficFrom, writtenDown } from './simulate/traffic-file.ts'

/** `npm run simulate`: lets the traffic of a day, of a file, or of chance come to the present and to proposed settings. */
const asked = whatIsAsked()
// npm runs us in the project's folder, wherever it was called.
const at = (file: string) => resolve(process.env.INIT_CWD ?? '.', file)
const pool = createPool(configFrom(process.env).DATABASE_URL, () => {})

try {
  await migrate(pool)
  await tryOut(asked)
} catch (error) {
  console.error(error instanceof Refused ? refusals[error.code] : error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await pool.end()
}

function whatIsAsked(): Asked {
  try {
    return askedWith(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exit(2)
  }
}

async function tryOut({ settings, seed, aimSeconds, save, json, generate }: Asked) {
  const setUp = await readDesk(pool)
  const desk = asSetUp(setUp)
  const traffic = await trafficFor(asked, desk)
  if (save !== null) await writeFile(at(save), `${JSON.stringify(writtenDown(traffic, desk.teams), null, 1)}\n`)
  const wanted = settings === null ? null : await wantedBy(settings, setUp)
  const [present, proposed] = [presentSide(setUp, traffic), wanted && wantedSide(setUp, wanted, traffic)]
  const sides = generate ? { present: alwaysOpen(present), proposed: proposed && alwaysOpen(proposed) } : { present, proposed }
  const running = compare({ traffic, ...sides, seed, aimSeconds })
  for (let next = running.next(); ; next = running.next()) {
    if (!next.done) continue
    console.log(json ? JSON.stringify(next.value, null, 2) : tableOf(next.value).join('\n'))
    return
  }
}

async function trafficFor({ from, generate, ...how }: Asked, desk: DeskAsSetUp): Promise<Traffic> {
  if (generate) {
    const team = how.team === null ? desk.teams[0] : desk.teams.find(({ name }) => name.toLowerCase() === how.team?.toLowerCase())
    if (!team) throw new Error(how.team === null ? 'This desk has no team yet.' : `There is no team called ${how.team}.`)
    return generated({ ...how, ...generate, team: team.id, begins: Date.UTC(2026, 0, 5, 8) }, how.seed)
  }
  const days = daysIn(from ?? '')
  if (days) {
    const traffic = await readRecorded(pool, { ...days, desk, now: new Date(), most: 50_000 }, how.seed)
    if (traffic) return traffic
    throw new Error(
      days.from === days.to ? `Nobody asked for help on ${days.from}.` : `Nobody asked for help from ${days.from} to ${days.to}.`,
    )
  }
  return trafficFrom(await jsonIn(from ?? ''), desk.teams)
}

async function wantedBy(file: string, setUp: SetUp): Promise<WholeSettings> {
  const read = readSettingsFile(await textIn(file))
  const { wanted, problems } = read.file ? mergedInTurn(documentOf(setUp), [read.file]) : { wanted: null, ...read }
  if (wanted && problems.length === 0) return wanted
  throw new Error([`${file} cannot be tried out:`, ...problems.map(told)].join('\n'))
}

const told = (problem: Problem) => `  ${sentenceOf(problem, words, (code) => refusals[code])}`

async function textIn(file: string): Promise<string> {
  return readFile(at(file), 'utf8').catch(() => {
    throw new Error(`There is no file ${file} that can be read.`)
  })
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await textIn(file)
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${file} is not JSON.`)
  }
}
