import type { Pool, PoolClient } from 'pg'
import type { GuideContent } from '../../shared/guide.ts'
import { flawsOf } from '../../shared/guide-flaws.ts'
import type { Guide, GuideRow } from '../../shared/protocol/guide.ts'
import type { Heard } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Guides } from '../desk/administration.ts'
import { audited } from './audit.ts'
import { readGuideFigures, readGuidesInShort } from './guide-figures.ts'
import { adoptPictures } from './guide-pictures.ts'
import { putBack, takeAway } from './removed.ts'
import { refusingWhere } from './transaction.ts'

/** Help in steps: as it is being written, and every edition that was published. */
export const guidesIn = (pool: Pool, readPool: Pool): Guides => ({
  async list() {
    const rows = await readGuides(pool)
    return rows.map(listed)
  },

  read: (guide) => guideIn(pool, guide),

  async edition(guide, edition) {
    const { rows } = await pool.query<{ content: GuideContent }>(
      'select content from guide_editions where guide_id = $1 and edition = $2',
      [guide, edition],
    )
    return rows[0]?.content ?? refuse('not-found')
  },

  figures: (guide, now) => readGuideFigures(readPool, guide, now),

  overview: (now) => readGuidesInShort(readPool, now),

  save: (by, wanted) =>
    audited(pool, by, async (client, write) => {
      const [before] = await readGuides(client, wanted.guide)
      if (wanted.version > 0 && !before) refuse('not-found')
      // Whoever was not told that it was added asks again, under the same id.
      if (wanted.version === 0 && before?.version === 1 && isSame(before.draft, wanted.content)) return guideIn(client, wanted.guide)
      const { rowCount } = await refusingWhere(
        { guides_pkey: 'already-exists', guides_owner_id_fkey: 'no-such-agent' },
        wanted.version === 0 ? add(client, wanted, by.at) : change(client, wanted, by.at),
      )
      if (!rowCount) refuse('changed-meanwhile')
      await adoptPictures(client, wanted.guide, picturesIn(wanted.content))
      const after = await guideIn(client, wanted.guide)
      await write({
        what: 'guides:save',
        subject: { id: after.id, name: after.draft.name },
        before: before ? told(before) : null,
        after: told(after),
      })
      return after
    }),

  publish: (by, { guide, version }) =>
    audited(pool, by, async (client, write) => {
      const before = await guideIn(client, guide)
      if (before.version !== version) refuse('changed-meanwhile')
      if (before.published && isSame(before.draft, before.published)) return before
      if (flawsOf(before.draft).length > 0) refuse('guide-has-flaws')
      const edition = (before.editions[0]?.edition ?? 0) + 1
      await client.query(
        'insert into guide_editions (guide_id, edition, content, published_at, published_by) values ($1, $2, $3, $4, $5)',
        [guide, edition, before.draft, by.at, by.agent?.id ?? null],
      )
      await stands(client, { guide, version, edition, at: by.at })
      await write({
        what: 'guides:publish',
        subject: { id: guide, name: before.draft.name },
        before: { edition: before.edition },
        after: { edition },
      })
      return guideIn(client, guide)
    }),

  withdraw: (by, { guide, version }) =>
    audited(pool, by, async (client, write) => {
      const before = await guideIn(client, guide)
      await stands(client, { guide, version, edition: null, at: by.at })
      await write({
        what: 'guides:withdraw',
        subject: { id: guide, name: before.name },
        before: { edition: before.edition },
        after: { edition: null },
      })
      return guideIn(client, guide)
    }),

  remove: (by, { guide, version }) =>
    audited(pool, by, async (client, write) => {
      const before = await guideIn(client, guide)
      if (before.version !== version) refuse('changed-meanwhile')
      await takeAway(client, 'guide', [guide], by.at)
      await write({ what: 'guides:remove', subject: { id: guide, name: before.name }, before: told(before) })
    }),

  restore: (by, { guide }) =>
    audited(pool, by, async (client, write) => {
      await refusingWhere({ guides_pkey: 'already-exists' }, putBack(client, 'guide', guide, by.at))
      const after = await guideIn(client, guide)
      await write({ what: 'guides:restore', subject: { id: guide, name: after.name }, after: told(after) })
      return after
    }),
})

type Wanted = Heard<'guides:save'>

const picturesIn = ({ steps }: GuideContent) => steps.flatMap(({ picture }) => (picture ? [picture.id] : []))

const add = (client: PoolClient, { guide, content, owner, reviewOn }: Wanted, at: Date) =>
  client.query('insert into guides (id, draft, owner_id, review_on, changed_at) values ($1, $2, $3, $4, $5)', [
    guide,
    content,
    owner,
    reviewOn,
    at,
  ])

const change = (client: PoolClient, { guide, version, content, owner, reviewOn }: Wanted, at: Date) =>
  client.query(
    'update guides set draft = $3, owner_id = $4, review_on = $5, changed_at = $6, version = version + 1 where id = $1 and version = $2',
    [guide, version, content, owner, reviewOn, at],
  )

/** People are guided by this edition from now on, or by none. */
async function stands(
  client: PoolClient,
  { guide, version, edition, at }: { guide: string; version: number; edition: number | null; at: Date },
) {
  const { rowCount } = await client.query(
    'update guides set edition = $3, changed_at = $4, version = version + 1 where id = $1 and version = $2',
    [guide, version, edition, at],
  )
  if (!rowCount) refuse('changed-meanwhile')
}

interface Row extends Pick<Guide, 'id' | 'owner' | 'reviewOn' | 'edition' | 'version' | 'draft' | 'published'> {
  changed_at: Date
}

async function readGuides(client: Pool | PoolClient, guide: string | null = null): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select guides.id, draft, owner_id as owner, to_char(review_on, 'YYYY-MM-DD') as "reviewOn", guides.edition, version, changed_at,
       guide_editions.content as published
     from guides left join guide_editions on guide_id = guides.id and guide_editions.edition = guides.edition
     where $1::uuid is null or guides.id = $1 order by lower(coalesce(guide_editions.content, draft)->>'name'), guides.id`,
    [guide],
  )
  return rows
}

async function guideIn(client: Pool | PoolClient, guide: string): Promise<Guide> {
  const [row = refuse('not-found')] = await readGuides(client, guide)
  const { rows } = await client.query<{ edition: number; at: Date; by: string | null }>(
    `select edition, published_at as at, agents.name as by from guide_editions left join agents on agents.id = published_by
     where guide_id = $1 order by edition desc`,
    [guide],
  )
  const { draft, published } = row
  return { ...listed(row), draft, published, editions: rows.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) }
}

function listed({ draft, published, changed_at, ...row }: Row): GuideRow {
  const { name, language, words, alone, steps } = published ?? draft
  const isChanged = !published || !isSame(draft, published)
  return { ...row, name, language, words, alone, steps: steps.length, isChanged, changedAt: changed_at.toISOString() }
}

/** jsonb keeps no order of keys. */
const isSame = (one: GuideContent, other: GuideContent) => sorted(one) === sorted(other)
const sorted = (value: unknown) =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

/** What the log says of it; every edition is kept whole beside it. */
const told = ({ draft: { name, language, words, alone, steps }, owner, reviewOn }: Pick<Guide, 'draft' | 'owner' | 'reviewOn'>) => ({
  name,
  language,
  words,
  alone,
  owner,
  reviewOn,
  steps: steps.map(({ title }) => title),
})
