import { parseArgs } from 'node:util'
import type { Pool } from 'pg'
import { ticketLabel } from '../../shared/ticket.ts'
import { type Config, configFrom } from '../config.ts'
import { madeUp } from '../postgres/demonstration.ts'
import { migrate } from '../postgres/migrate.ts'
import { createPool } from '../postgres/pool.ts'
import { arrivals } from './populate/calendar.ts'
import { type Cast, gatherCast } from './populate/cast.ts'
import { chanceFrom } from './populate/chance.ts'
import { helpers } from './populate/company.ts'
import { perform } from './populate/perform.ts'
import { openStage } from './populate/stage.ts'

/** `npm run populate`: a demonstration desk, with the tickets of three months. `-- --again` where there are tickets already. */
const { values } = parseArgs({ options: { again: { type: 'boolean', default: false }, tickets: { type: 'string', default: '300' } } })
const config = asDemonstration(configFrom(process.env))
const pool = createPool(config.DATABASE_URL, () => {})
const say = (line: string) => console.log(`• ${line}`)

try {
  await migrate(pool)
  const refusal = await whyNot(pool)
  if (refusal === null) await populate()
  else console.error(refusal)
  process.exitCode = refusal === null ? 0 : 1
} finally {
  await pool.end()
}
// What the rehearsal's people still hold open is of no use any more.
process.exit()

function asDemonstration(given: Config): Config {
  return { ...given, DATABASE_URL: madeUp(given.DATABASE_URL) }
}

async function whyNot(desk: Pool): Promise<string | null> {
  const { rows: living } = await desk.query("select 1 from processes where seen_at > now() - interval '15 seconds'")
  if (living.length > 0)
    return 'A desk is running on this database. Stop it, run this again, and start it afterwards: its clock cannot go back, and ours begins three months ago.'
  const { rows } = await desk.query<{ number: string }>('select number from tickets order by number desc limit 1')
  if (rows[0] && !values.again)
    return `This desk has tickets already, up to ${ticketLabel(Number(rows[0].number))}. To add believable ones to them: npm run populate -- --again`
  return null
}

async function populate() {
  const began = Date.now()
  const days = 90
  const end = new Date()
  const chance = chanceFrom(values.again ? end.getTime() : 7)
  const plan = arrivals(Math.max(1, Number.parseInt(values.tickets, 10) || 300), { days, end }, chance)
  const stage = await openStage(config, new Date(end.getTime() - days * 24 * 3_600_000))
  try {
    const cast = await gatherCast(pool, stage)
    say(`${cast.agents.length} agents in 4 teams and ${cast.visitors.length} requesters are here`)
    const done = await perform({ stage, cast, chance, plan, end, say })
    for (const agent of cast.agents) await agent.wishes('away')
    await Promise.all(cast.agents.map((agent) => agent.signsOut()))
    for (const visitor of cast.visitors) visitor.leaves()
    say(
      `${done.solved} chats, ${done.left} who did not wait, ${done.messages} messages out of hours, in ${Math.round((Date.now() - began) / 1000)} s`,
    )
    tellHowToSignIn(cast)
  } finally {
    await stage.close()
  }
}

function tellHowToSignIn({ agents, password }: Cast) {
  console.log(`\nEverybody here signs in at /console with this password, which is shown this once:\n\n  ${password}\n`)
  for (const { name, email } of agents) {
    const plan = helpers.find((helper) => helper.name === name)
    console.log(`  ${email.padEnd(36)} ${(plan?.role ?? '').padEnd(14)} ${plan?.teams.join(', ')}`)
  }
  console.log(`
This is a demonstration, and the console says so. When you have seen enough, come as yourself: npm start prints the link for
the first administrator as long as there is none but those above. Under Settings, Demonstration, one press takes everything
here away again.`)
}
