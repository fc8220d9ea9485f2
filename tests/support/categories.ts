import type { Pool } from 'pg'

/** What tickets may be about at the desks of these tests: Hardware / Printer, Mail, Network / VPN. */
export async function someCategories(pool: Pool): Promise<void> {
  for (const [position, name] of ['Hardware', 'Mail', 'Network'].entries())
    await pool.query('insert into categories (id, name, position) values (gen_random_uuid(), $1, $2)', [name, position])
  for (const [above, name] of [
    ['Hardware', 'Printer'],
    ['Network', 'VPN'],
  ])
    await pool.query('insert into categories (id, parent_id, name) select gen_random_uuid(), id, $2 from categories where name = $1', [
      above,
      name,
    ])
}
