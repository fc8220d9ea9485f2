import type { Pool } from 'pg'
import { leastBytes } from '../desk/files.ts'
import type { ArticleFile, ArticleFileRows } from '../desk/knowledge/article-files.ts'

type Row = Omit<ArticleFile, 'size' | 'width' | 'height'> & { size: string; width: number | null; height: number | null }

/** What is known of the files of articles. */
export const articleFilesIn = (pool: Pool): ArticleFileRows => ({
  async mayWrite({ agent, all }, article) {
    const { rowCount } = await pool.query('select from articles where id = $1 and ($2 or owner_id = $3)', [article, all, agent])
    return rowCount === 1
  },

  async find(reach, id, now) {
    const { rows } = await pool.query<Row>(
      `select files.id, stored, files.article_id as article, name, type, size, width, height
       from article_files as files join articles on articles.id = files.article_id
         left join article_editions on article_editions.article_id = articles.id and article_editions.edition = articles.edition
       where files.id = $1 and ($2 or owner_id = $3
         or (position('file:' || files.id in content ->> 'body') > 0
           and ($3 is not null or (audience = 'public' and (expires_at is null or expires_at > $4)))))`,
      [id, reach?.all ?? false, reach?.agent ?? null, now],
    )
    const [row] = rows
    if (!row) return null
    const { width, height, size, ...file } = row
    return { ...file, size: Number(size), ...(width && height && { width, height }) }
  },

  async add({ id, stored, article, name, type, size, width, height }, person, at) {
    const { rowCount } = await pool.query(
      `insert into article_files (id, stored, article_id, person_id, name, type, size, width, height, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
      [id, stored, article, person, name, type, size, width ?? null, height ?? null, at],
    )
    return rowCount === 1
  },

  async tally(article, person, since) {
    const { rows } = await pool.query<{ files: number; bytes: string }>(
      `select (select count(*)::int from article_files where article_id = $1) as files,
         (select coalesce(sum(greatest(size, $4)), 0) from article_files where person_id = $2 and created_at > $3) as bytes`,
      [article, person, since, leastBytes],
    )
    const [found] = rows
    return { files: found?.files ?? 0, bytes: Number(found?.bytes ?? 0) }
  },
})

/** Which of these names in the folder belong to an article, or to one that can still be brought back. */
export async function articleFilesAmong(pool: Pool, stored: string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ stored: string }>(
    `select stored::text from article_files where stored = any ($1::uuid[])
     union all select gone ->> 'stored' from removed, jsonb_array_elements(rows -> 'article_files') as gone
       where noun = 'article' and gone ->> 'stored' = any ($1::uuid[]::text[])`,
    [stored],
  )
  return new Set(rows.map((row) => row.stored))
}
