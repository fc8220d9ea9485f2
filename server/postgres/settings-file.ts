import type { Pool, PoolClient } from 'pg'
import type { SetUp } from '../desk/settings/document.ts'
import type { InOne, Readable, SettingsPorts } from '../desk/settings/ports.ts'
import { readSetUp } from '../desk/settings/set-up.ts'
import { audited, type Write } from './audit.ts'
import { categoriesIn } from './categories.ts'
import { guardIn } from './guard.ts'
import { remoteIn } from './remote.ts'
import { latelyRemoved } from './removed.ts'
import { repliesIn } from './replies.ts'
import { routingsIn } from './routings.ts'
import { settingsIn } from './settings.ts'
import { skillsIn } from './skills.ts'
import { teamsIn } from './teams.ts'
import { telephonyIn } from './telephony.ts'
import { inTransaction } from './transaction.ts'

/** Sets up the desk by the ways of the console in one transaction: all of it, or nothing. */
export const settingsInOne =
  (pool: Pool): InOne =>
  (by, work) =>
    audited(pool, by, (client, write) => work(portsOn(client, write)))

/** How the desk is set up at one moment, for whoever only looks. */
export const readDesk = (pool: Pool): Promise<SetUp> =>
  inTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only')
    return readSetUp(readableOn(client))
  })

const portsOn = (client: PoolClient, write: Write): SettingsPorts => ({
  ...readableOn(client),
  lately: (names, at) => latelyRemoved(client, 'team', names, at),
  note: (what, changes) => write({ what, subject: null, after: changes === null ? null : { changes } }),
})

const readableOn = (client: PoolClient): Readable => ({
  settings: settingsIn(client),
  guard: guardIn(client),
  remote: remoteIn(client),
  telephony: telephonyIn(client),
  categories: categoriesIn(client),
  teams: teamsIn(client),
  routings: routingsIn(client),
  skills: skillsIn(client),
  replies: repliesIn(client),
  async emails() {
    const { rows } = await client.query<{ id: string; email: string }>('select id, email from agents')
    return new Map(rows.map(({ id, email }) => [id, email]))
  },
})
