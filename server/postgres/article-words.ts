import type { PoolClient } from 'pg'
import type { ArticleContent } from '../../shared/article.ts'
import { proseOf } from '../desk/knowledge/articles.ts'
import { gramsOf } from '../desk/knowledge/mistyping.ts'
import { plainWords } from './ticket-words.ts'

/** PostgreSQL knows the forms of words in these languages; of others it knows the words as they are. */
const forms: Record<string, string> = {
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
}

export const formsOf = (language: string | undefined): string => forms[language ?? ''] ?? 'simple'

/** Of a longer text so many different words are known when somebody mistypes one. */
const mostKnown = 1_000

/** An article is found by its edition from now on: title over words over body, each as written and in the forms of its language. */
export async function indexArticle(client: PoolClient, article: string, content: ArticleContent): Promise<void> {
  const parts = [content.title, content.words.join(' '), proseOf(content.body)].map(plainWords)
  await client.query(
    `update articles set audience = $2, language = $3, search = (
       select setweight(to_tsvector('simple', $5), 'A') || setweight(to_tsvector($4::regconfig, $5), 'A')
         || setweight(to_tsvector('simple', $6), 'B') || setweight(to_tsvector($4::regconfig, $6), 'B')
         || setweight(to_tsvector('simple', $7), 'D') || setweight(to_tsvector($4::regconfig, $7), 'D'))
     where id = $1`,
    [article, content.audience, content.language, formsOf(content.language), ...parts],
  )
  await client.query('delete from article_words where article_id = $1', [article])
  const known = [...new Set(parts.join(' ').split(' '))].filter((word) => word.length >= 4 && word.length <= 30 && !/\d/.test(word))
  await client.query(
    `insert into article_words (article_id, word, grams)
     select $1, word, array(select jsonb_array_elements_text(grams)) from jsonb_to_recordset($2) as known (word text, grams jsonb)`,
    [article, JSON.stringify(known.slice(0, mostKnown).map((word) => ({ word, grams: gramsOf(word) })))],
  )
}

/** It is found no more. */
export async function forgetWords(client: PoolClient, article: string): Promise<void> {
  await client.query('update articles set search = null, audience = null, language = null where id = $1', [article])
  await client.query('delete from article_words where article_id = $1', [article])
}
