import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { searchArticles } from '../../../server/postgres/article-search.ts'
import { migrate } from '../../../server/postgres/migrate.ts'
import { anEngineRoom } from '../engine-room.ts'
import { fillLibrary, written } from '../library.ts'
import type { Options } from '../options.ts'
import { places } from '../places.ts'
import { keepResults, printTable } from '../report.ts'
import { tidily } from '../undoing.ts'

/** What is typed. */
const asked = {
  'a word in one of fifty': written.frequent,
  'a word in every second one': written.common,
  'a beginning': written.rare.slice(0, 4),
  'a typing error': 'zeplpin',
  'a typing error in a longer word': 'dokcingstation',
  'nothing is written so': 'quaternions',
  'a request of many words': `My ${written.common} is black since this morning and the ${written.alsoCommon} prints nothing, what can I do with the ${written.frequent}?`,
}

interface Measured {
  articles: number
  what: string
  found: number
  took: number[]
}

/** Search in the knowledge base: what people type, in so many articles, with everything that the desk does for an answer. */
export async function articleSearches(options: Options): Promise<void> {
  const measured: Measured[] = []
  for (const articles of options.quick ? [1_000] : [5_000]) measured.push(...(await tidily(() => measureAt(articles, options))))
  printTable(
    measured.map(({ articles, what, found, took }) => {
      const sorted = [...took].sort((one, other) => one - other)
      const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
      return { articles: articles.toLocaleString('en-US'), 'looked for': what, found, 'p50 ms': at(0.5), p99: at(0.99) }
    }),
  )
  keepResults('s9', { options, measured })
}

async function measureAt(articles: number, options: Options): Promise<Measured[]> {
  const room = await anEngineRoom('library')
  const pool = new pg.Pool({ connectionString: room.databaseUrl, max: 4 })
  pool.on('error', () => undefined)
  await migrate(pool, pathToFileURL(`${join(places.root, 'server/postgres/migrations')}/`))
  console.log(`• ${articles.toLocaleString('en-US')} articles are being written`)
  const client = await pool.connect()
  await fillLibrary(client, articles)
  client.release()
  const measured = Object.keys(asked).map((what): Measured => ({ articles, what, found: 0, took: [] }))
  for (let turn = 0; turn < (options.quick ? 20 : 50); turn++)
    for (const [place, words] of Object.values(asked).entries()) {
      const from = performance.now()
      const hits = await searchArticles(pool, 'public', { words, language: 'en', limit: 8 }, new Date())
      const one = measured[place]
      one?.took.push(performance.now() - from)
      if (one) one.found = hits.length
    }
  await pool.end()
  return measured
}
