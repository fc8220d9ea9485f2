import type pg from 'pg'
import { slugOf } from '../../server/desk/knowledge/articles.ts'
import { indexArticle } from '../../server/postgres/article-words.ts'

/** Words by how often they stand in an article: in most of them, in one of fifty, and in ten in all. */
export const written = { common: 'screen', alsoCommon: 'printer', frequent: 'docking', rare: 'zeppelin' }

/** As many different words as a help desk of some years writes in two languages. */
const vocabulary = 40_000
const wordsOfOne = 300

/** Fills the knowledge base with so many published articles of some 300 words; one of five is for agents alone. */
export async function fillLibrary(client: pg.PoolClient, count: number): Promise<void> {
  const chance = seeded(7)
  const words = [...new Set(Array.from({ length: vocabulary }, () => aWord(chance)))]
  // A few words are in every text, and most are in hardly any.
  const some = (many: number) => Array.from({ length: many }, () => words[Math.floor(chance() ** 3 * words.length)]).join(' ')
  await client.query('begin')
  for (let place = 1; place <= count; place++) {
    const special = [
      place % 2 === 0 ? written.common : '',
      place % 3 < 2 ? written.alsoCommon : '',
      place % 50 === 1 ? written.frequent : '',
      place % Math.ceil(count / 10) === 1 ? written.rare : '',
    ].filter(Boolean)
    const audience = place % 5 === 0 ? ('internal' as const) : ('public' as const)
    const title = some(5)
    const content = { title, language: place % 2 ? 'en' : 'de', audience, words: [], body: `${some(wordsOfOne)} ${special.join(' ')}` }
    const { rows } = await client.query<{ id: string }>(
      'insert into articles (id, draft, edition, slug) values (gen_random_uuid(), $1, 1, $2) returning id',
      [content, `${slugOf(title)}-${place}`],
    )
    const id = rows[0]?.id ?? ''
    await client.query('insert into article_editions (article_id, edition, content, published_at) values ($1, 1, $2, now())', [id, content])
    await indexArticle(client, id, content)
  }
  await client.query('commit')
  // What autovacuum does overnight.
  await client.query('vacuum analyze')
}

/** Made of the syllables that words in English and German are made of, so that they share their groups of letters as these do. */
function aWord(chance: () => number): string {
  const one = (from: readonly string[]) => from[Math.floor(chance() * from.length)] ?? ''
  return Array.from({ length: 2 + Math.floor(chance() * 3) }, () => one(begins) + one(vowels) + one(ends)).join('')
}
const begins = 'b,br,ch,d,dr,f,fl,g,gr,h,k,kl,l,m,n,p,pr,r,s,sch,sp,st,t,tr,v,w,z'.split(',')
const vowels = 'a,e,e,e,i,i,o,u,ei,au,ie,ou'.split(',')
const ends = ',,,,n,r,l,s,t,ng,ck,rt'.split(',')

/** The same row of numbers between 0 and 1 each time. */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
