import { readFile, writeFile } from 'node:fs/promises'
import { refusals } from '../../shared/reasons.ts'
import { Refused } from '../../shared/refusal.ts'
import { sentenceOf } from '../../shared/settings-sentences.ts'
import { settingsFile as words } from '../../shared/words/settings-file-en.ts'
import { configFrom } from '../config.ts'
import { readSettingsFile } from '../desk/settings-reading.ts'
import { compare, type Side } from '../desk/simulation/comparing.ts'
import { generated } from '../desk/simulation/generated.ts'
import { proposedBy } from '../desk/simulation/proposal.ts'
import type { DeskAsSetUp } from '../desk/simulation/set-up.ts'
import type { Traffic } from '../desk/simulation/traffic.ts'
import { readDeskAsSetUp } from '../postgres/desk-as-set-up.ts'
import { migrate } from '../postgres/migrate.ts'
import { createPool } from '../postgres/pool.ts'
import { readRecorded } from '../postgres/recorded.ts'
import { type Asked, askedWith, usage } from './simulate/asked.ts'
import { daysIn } from './simulate/days.ts'
import { tableOf } from './simulate/table.ts'
import { trafficFrom, writtenDown } from './simulate/traffic-file.ts'

/** `npm run simulate`: lets the traffic of a day, of a file, or of chance come to the present and to proposed settings. */
const asked = whatIsAsked()
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

async function tryOut({ settings, seed, aimSeconds, save, json }: Asked) {
  const desk = await readDeskAsSetUp(pool)
  const traffic = await trafficFor(asked, desk)
  if (save !== null) await writeFile(save, `${JSON.stringify(writtenDown(traffic, desk.teams), null, 1)}\n`)
  const present: Side = { desk, helpers: traffic.helpers }
  const proposed = settings === null ? null : proposedBy(await readSettings(settings), present)
  const running = compare({ traffic, present, proposed, seed, aimSeconds })
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
    // Its hours are set aside: what is made up comes while its agents are there.
    team.hours = null
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

async function readSettings(file: string) {
  const read = readSettingsFile(await textIn(file))
  if (read.file) return read.file
  throw new Error(
    [`${file} cannot be tried out:`, ...read.problems.map((problem) => `  ${sentenceOf(problem, words, (code) => refusals[code])}`)].join(
      '\n',
    ),
  )
}

async function textIn(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
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
