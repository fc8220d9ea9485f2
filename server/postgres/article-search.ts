import type { Pool } from 'pg'
import type { ArticleHit } from '../../shared/protocol/article.ts'
import type { Piece } from '../../shared/protocol/ticket-list.ts'
import type { Heard } from '../../shared/protocol.ts'
import { proseOf, type Readable } from '../desk/knowledge/articles.ts'
import { gramsOf, meantBy, mostLeftOut } from '../desk/knowledge/mistyping.ts'
import { formsOf } from './article-words.ts'
import { plainWords, snippetOf, type Word } from './ticket-words.ts'

const mostWords = 12

/** What is published for whom: `$1` is the moment, `$2` whose it must be. Whatever has expired is not found. */
const readableBy = `edition is not null and (expires_at is null or expires_at > $1) and ($2 = 'all' or audience = 'public')`

/** Finds articles by what somebody typed. Words that say nothing are left out beside others, and mistyped ones are taken for what they were meant to be. */
export async function searchArticles(
  pool: Pool,
  readable: Readable,
  { words, language, limit }: Heard<'articles:search'>,
  now: Date,
): Promise<ArticleHit[]> {
  const asked = await meaning(pool, readable, now, askedIn(words), language)
  if (asked.length === 0) return []
  const { rows } = await pool.query<Omit<ArticleHit, 'excerpt'> & { body: string }>(
    `with ${asking}, hits as (
       select articles.id, place, ts_rank('{0.1, 0.3, 0.6, 1}', search, query) as rank
       from asked join articles on search @@ query where ${readableBy}),
     rarity as (
       select place, ln(1 + (select count(*) from articles where ${readableBy})::float / count(*)) as weight from hits group by place),
     found as (
       select hits.id, sum(rank * weight) as score from hits join rarity using (place)
       group by hits.id having count(*) >= least((select (count(*) + 1) / 2 from asked), 3))
     select articles.id, slug, content ->> 'title' as title, language, audience, category_id as category, content ->> 'body' as body
     from found join articles using (id) join article_editions on article_id = articles.id and article_editions.edition = articles.edition
     order by score * case when language = $6 then 1.2 else 1 end desc, articles.id limit $7`,
    [now, readable, ...queries(asked), formsOf(language), language ?? null, limit],
  )
  const marked = asked.flatMap(({ near }) => near)
  return rows.map(({ body, ...hit }) => ({ ...hit, excerpt: excerptOf(proseOf(body), marked) }))
}

/** One word that was typed, and what it may be in an article: itself, or words that are written nearly so. */
interface AskedWord {
  word: string
  near: Word[]
}

/** The words that were typed, each once. Beginnings of three letters count where one is still typing, and of four elsewhere: parts of long words are words, too. */
function askedIn(typed: string): AskedWord[] {
  const words = plainWords(typed).split(' ').filter(Boolean)
  const asked = words.map((word, at) => ({ word, near: [{ text: word, beginning: word.length >= (at === words.length - 1 ? 3 : 4) }] }))
  return [...new Map(asked.map((one) => [one.word, one])).values()].slice(0, mostWords)
}

/** Every word as a query: as it is, or in the forms of English, German and the reader's language. */
const asking = `asked as (
  select place, to_tsquery('simple', written) || to_tsquery('english', plain) || to_tsquery('german', plain) || to_tsquery($5::regconfig, plain)
    as query, numnode(to_tsquery('english', plain)) = 0 or numnode(to_tsquery('german', plain)) = 0 as "isSmall"
  from unnest($3::text[], $4::text[]) with ordinality as asked (written, plain, place))`

const queries = (asked: readonly AskedWord[]) => [
  asked.map(({ near }) => near.map(({ text, beginning }) => `'${text}'${beginning ? ':*' : ''}`).join(' | ')),
  asked.map(({ near }) => near.map(({ text }) => `'${text}'`).join(' | ')),
]

async function meaning(pool: Pool, readable: Readable, now: Date, asked: AskedWord[], language: string | undefined): Promise<AskedWord[]> {
  const { rows } = await pool.query<{ isSmall: boolean; isKnown: boolean }>(
    `with ${asking} select "isSmall", exists (select from articles where search @@ query and ${readableBy}) as "isKnown"
     from asked order by place`,
    [now, readable, ...queries(asked), formsOf(language)],
  )
  const telling = asked.filter((_, at) => !rows[at]?.isSmall)
  const unknown = asked.filter((_, at) => !rows[at]?.isKnown)
  const left = telling.length > 0 ? telling : asked
  return Promise.all(left.map((one) => (unknown.includes(one) ? meant(pool, readable, now, one) : one)))
}

/** What stands in articles and is written nearly so; the word itself where nothing is. */
async function meant(pool: Pool, readable: Readable, now: Date, { word, near }: AskedWord): Promise<AskedWord> {
  const { rows } = await pool.query<{ word: string }>(
    `with alike as (
       select word from article_grams where gram = any ($3) and length(word) >= $4 group by word order by count(*) desc, word limit $5)
     select word from alike where exists (
       select from article_words join articles on articles.id = article_id where article_words.word = alike.word and ${readableBy})`,
    // How words begin and end they share with too many others.
    [now, readable, gramsOf(word).slice(1, -1), word.length - mostLeftOut, mostCompared],
  )
  const likely = meantBy(
    word,
    rows.map((row) => row.word),
  )
  return { word, near: likely.length > 0 ? likely.map((text) => ({ text, beginning: false })) : near }
}

/** Words that share the most groups of letters with what was typed; of thousands the others are too far from it. */
const mostCompared = 100

const shortestExcerpt = 160

function excerptOf(prose: string, words: readonly Word[]): Piece[] {
  const around = snippetOf(prose, words)
  if (around.length > 0) return around
  const cut = prose.lastIndexOf(' ', shortestExcerpt)
  const start = prose.length <= shortestExcerpt ? prose : `${prose.slice(0, cut > 0 ? cut : shortestExcerpt)} …`
  return start ? [{ text: start, hit: false }] : []
}
