import type { Pool } from 'pg'

/** Says which folder this desk keeps files in, where nobody has; returns the mark of the one that counts. */
export async function folderOf(pool: Pool, mark: string): Promise<string> {
  await pool.query("insert into settings (name, value) values ('folder', $1) on conflict (name) do nothing", [{ mark }])
  const { rows } = await pool.query<{ mark: string }>("select value->>'mark' as mark from settings where name = 'folder'")
  return rows[0]?.mark ?? mark
}

/** The desk has moved: another folder counts from now on. */
export async function moveFolder(pool: Pool, mark: string): Promise<void> {
  await pool.query("update settings set value = $1 where name = 'folder'", [{ mark }])
}

/** Whether some process has lately said that it lives. */
export async function someoneServes(pool: Pool): Promise<boolean> {
  const { rowCount } = await pool.query("select from processes where seen_at > now() - interval '15 seconds'")
  return rowCount !== 0
}
