import type { Pool } from 'pg'
import { type DeskSettings, defaultSettings } from '../../shared/queue.ts'
import { type TeamRouting, wholeRouting } from '../../shared/team-routing.ts'
import type { DeskAsSetUp, TeamAsSetUp } from '../desk/simulation/set-up.ts'

/** How the whole desk is set up now: its numbers, and each team's hours and routing. */
export async function readDeskAsSetUp(pool: Pool): Promise<DeskAsSetUp> {
  const [settings, teams] = await Promise.all([
    pool.query<{ value: Partial<DeskSettings> }>("select value from settings where name = 'desk'"),
    pool.query<Omit<TeamAsSetUp, 'routing'> & { saved: Partial<TeamRouting> | null }>(
      'select id, name, tier, hours, routing as saved from teams order by tier, created_at, name',
    ),
  ])
  return {
    settings: { ...defaultSettings, ...settings.rows[0]?.value },
    teams: teams.rows.map(({ saved, ...team }) => ({ ...team, routing: wholeRouting(saved) })),
  }
}
