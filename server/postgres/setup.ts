import type { Pool } from 'pg'
import type { DeskProfile, Setup } from '../../shared/protocol/setup.ts'
import type { SetupStep } from '../../shared/setup.ts'
import type { FirstMinutes } from '../desk/setup.ts'
import { usualTeams } from './first-administrator.ts'
import { readLook, readSetting, saveSetting } from './settings.ts'

/** How far the desk is set up: what was left out is kept, everything else is seen from the desk itself. */
export const firstMinutesIn = (pool: Pool): FirstMinutes => ({
  profile: () => profile(pool),
  read: () => readSetup(pool),
  async save(by, { version, skipped, dismissed }) {
    const value: Kept = { skipped: [...new Set(skipped)], dismissed }
    await saveSetting(pool, by, 'setup', version, value)
    return readSetup(pool)
  },
})

interface Kept {
  skipped: SetupStep[]
  dismissed: boolean
}

async function readSetup(pool: Pool): Promise<Setup> {
  const [{ value, version }, done] = await Promise.all([
    readSetting<Kept>(pool, 'setup', { skipped: [], dismissed: false }),
    whatIsDone(pool),
  ])
  return { ...value, done, version }
}

/** What a demonstration brought does not count: it goes again. */
async function whatIsDone(pool: Pool): Promise<Setup['done']> {
  const [{ rows }, { name }] = await Promise.all([
    pool.query<Omit<Setup['done'], 'name'>>(
      `select exists (select from teams where not made_up and not exists (select from jsonb_to_recordset($1) as usual(name text, topics text[])
           where usual.name = teams.name
             and usual.topics = array(select topics.name from topics where team_id = teams.id order by position))) as team,
         exists (select from teams where not made_up and hours is not null) as hours,
         (select count(*) > 1 from agents where not made_up) as people,
         exists (select from settings where name = 'origins' and value <> '[]') as page,
         exists (select from conversations where not made_up) as try`,
      [JSON.stringify(Object.values(usualTeams))],
    ),
    profile(pool),
  ])
  const [row] = rows
  if (!row) throw new Error('PostgreSQL answered nothing')
  return { name: name !== null, ...row }
}

/** The desk is called what its widget is headed with, in the first language that it speaks and was named in. */
async function profile(pool: Pool): Promise<DeskProfile> {
  const [{ value: look }, { rows }] = await Promise.all([
    readLook(pool),
    // Whoever makes one begins with its people, and they go last: no need to look through all conversations.
    pool.query('select from agents where made_up union all select from teams where made_up limit 1'),
  ])
  const names = look.languages.map((language) => look.texts[language]?.name)
  return { name: names.find(Boolean) ?? null, isDemonstration: rows.length > 0 }
}
