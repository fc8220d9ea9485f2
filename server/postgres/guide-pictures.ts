import type { Pool, PoolClient } from 'pg'
import { leastBytes } from '../desk/files.ts'
import type { GuidePictureRows, KeptPicture } from '../desk/knowledge/guide-pictures.ts'

/** What is known of the pictures of guides. */
export const guidePicturesIn = (pool: Pool): GuidePictureRows => ({
  async find(who, id) {
    const { rows } = await pool.query<Omit<KeptPicture, 'size'> & { size: string }>({
      name: 'find-guide-picture',
      text: found,
      values: [id, who.kind === 'agent', who.id],
    })
    const [row] = rows
    return row ? { ...row, size: Number(row.size) } : null
  },

  async add({ id, stored, guide, name, type, size, width, height }, person, at) {
    const { rowCount } = await pool.query(
      `insert into guide_pictures (id, stored, guide_id, person_id, name, type, size, width, height, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
      [id, stored, guide, person, name, type, size, width, height, at],
    )
    return rowCount === 1
  },

  async tally(guide, person, since) {
    const { rows } = await pool.query<{ pictures: number; bytes: string }>(
      `select (select count(*)::int from guide_pictures where guide_id = $1) as pictures,
         (select coalesce(sum(greatest(size, $4)), 0) from guide_pictures where person_id = $2 and created_at > $3) as bytes`,
      [guide, person, since, leastBytes],
    )
    const [sent] = rows
    return { pictures: sent?.pictures ?? 0, bytes: Number(sent?.bytes ?? 0) }
  },
})

/** Pictures that were sent for a guide which was never kept belong to the one that shows them now. */
export async function adoptPictures(client: PoolClient, guide: string, pictures: string[]): Promise<void> {
  if (pictures.length === 0) return
  await client.query(
    `update guide_pictures set guide_id = $1 where id = any ($2::uuid[]) and guide_id <> $1
       and not exists (select from guides where guides.id = guide_id) and not exists (select from removed where removed.id = guide_id)`,
    [guide, pictures],
  )
}

const shows = (content: string) =>
  `${content} @> jsonb_build_object('steps', jsonb_build_array(jsonb_build_object('picture', jsonb_build_object('id', picture.id))))`

/** A requester sees what a guide shows that he was led through, as it was then, and what one shows that he may begin now. */
const found = `select picture.id, stored, picture.guide_id as guide, name, type, size, width, height from guide_pictures as picture
  where picture.id = $1 and ($2
    or exists (
      select from guides join guide_editions as now on now.guide_id = guides.id and now.edition = guides.edition
      where guides.id = picture.guide_id and now.content @> '{"alone": true}' and ${shows('now.content')})
    or exists (
      select from conversations join entries on entries.conversation_id = conversations.id
      where conversations.requester_id = $3 and kind = 'guide-started' and data ->> 'guide' = picture.guide_id::text
        and ${shows("data -> 'content'")}))`

/**
 * Forgets pictures that came before then and that no draft and no edition shows, unless their guide can still be brought back or
 * somebody is being led through it; returns their names in the folder.
 */
export async function forgetGuidePictures(pool: Pool, before: Date): Promise<string[]> {
  const { rows } = await pool.query<{ stored: string }>(
    `with old as (select id, guide_id from guide_pictures where created_at < $1),
     written as (
       select draft as content from guides where id in (select guide_id from old)
       union all select content from guide_editions where guide_id in (select guide_id from old)
     ),
     shown as (select jsonb_path_query(content, '$.steps[*].picture.id') #>> '{}' as id from written)
     delete from guide_pictures as picture using old
     where picture.id = old.id and not exists (select from shown where shown.id = picture.id::text)
       and not exists (select from removed where removed.id = picture.guide_id)
       and not exists (
         select from entries join conversations on conversations.id = conversation_id
         where kind = 'guide-started' and data ->> 'guide' = picture.guide_id::text and status <> 'ended')
     returning stored`,
    [before],
  )
  return rows.map(({ stored }) => stored)
}

/** Which of these names in the folder belong to a picture of a guide. */
export async function guidePicturesAmong(pool: Pool, stored: string[]): Promise<string[]> {
  const { rows } = await pool.query<{ stored: string }>('select stored from guide_pictures where stored = any ($1::uuid[])', [stored])
  return rows.map((row) => row.stored)
}
