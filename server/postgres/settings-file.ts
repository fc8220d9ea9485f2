import type { Pool, PoolClient } from 'pg'
import type { InOne, SettingsPorts } from '../desk/settings-ports.ts'
import { audited, type Write } from './audit.ts'
import { categoriesIn } from './categories.ts'
import { latelyRemoved } from './removed.ts'
import { repliesIn } from './replies.ts'
import { routingsIn } from './routings.ts'
import { settingsIn } from './settings.ts'
import { skillsIn } from './skills.ts'
import { teamsIn } from './teams.ts'

/** Sets up the desk by the ways of the console in one transaction: all of it, or nothing. */
export const settingsInOne =
  (pool: Pool): InOne =>
  (by, work) =>
    audited(pool, by, (client, write) => work(portsOn(client, write)))

const portsOn = (client: PoolClient, write: Write): SettingsPorts => ({
  settings: settingsIn(client),
  categories: categoriesIn(client),
  teams: teamsIn(client),
  routings: routingsIn(client),
  skills: skillsIn(client),
  replies: repliesIn(client),
  async emails() {
    const { rows } = await client.query<{ id: string; email: string }>('select id, email from agents')
    return new Map(rows.map(({ id, email }) => [id, email]))
  },
  lately: (names, at) => latelyRemoved(client, 'team', names, at),
  note: (what, changes) => write({ what, subject: null, after: changes === null ? null : { changes } }),
})
