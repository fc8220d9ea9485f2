import type { Pool } from 'pg'

/** Forgets when agents were available, of all of them: whoever does not come any more changes nothing by which it would be forgotten. */
export async function forgetAttendances(pool: Pool): Promise<void> {
  await pool.query("delete from attendances where at < now() - interval '90 days'")
}
