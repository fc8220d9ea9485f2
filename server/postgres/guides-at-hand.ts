import type { Pool } from 'pg'
import type { GuideContent } from '../../shared/guide.ts'
import type { GuideAtHand } from '../desk/ports.ts'

/** The guides that are published. An edition never changes, so that only those not known yet are read. */
export async function guidesAtHand(pool: Pool, known: readonly GuideAtHand[]): Promise<GuideAtHand[]> {
  const { rows } = await pool.query<{ id: string; edition: number; content: GuideContent | null }>(
    `select guide_id as id, guides.edition, case when guide_id || ':' || guides.edition <> all ($1::text[]) then content end as content
     from guides join guide_editions on guide_id = guides.id and guide_editions.edition = guides.edition`,
    [known.map(({ id, edition }) => `${id}:${edition}`)],
  )
  const before = new Map(known.map((one) => [`${one.id}:${one.edition}`, one]))
  return rows
    .flatMap(({ id, edition, content }) => before.get(`${id}:${edition}`) ?? (content ? [{ id, edition, content }] : []))
    .sort((one, other) => one.content.name.localeCompare(other.content.name))
}
