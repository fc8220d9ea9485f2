import { ticketLabel } from '../../shared/ticket.ts'
import { configFrom } from '../config.ts'
import { isIntact, loggedRecords } from '../postgres/logged.ts'
import { migrate } from '../postgres/migrate.ts'
import { createPool } from '../postgres/pool.ts'

/** `npm run verify`: computes the hash of every logged transcript anew, and names the tickets where it is another. */
const pool = createPool(configFrom(process.env).DATABASE_URL, () => {})
const wrong = new Set<number>()
let right = 0

try {
  await migrate(pool)
  for await (const logged of loggedRecords(pool)) {
    if (await isIntact(pool, logged)) right++
    else wrong.add(logged.ticket)
  }
  console.log(`${right} logged ${right === 1 ? 'transcript is as it was' : 'transcripts are as they were'} when logged.`)
  for (const ticket of wrong) console.log(`${ticketLabel(ticket)} is not: its timeline was changed after it was logged.`)
  if (wrong.size > 0) process.exitCode = 1
} finally {
  await pool.end()
}
