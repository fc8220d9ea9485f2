import { fillArchive, sought } from '../archive.ts'
import { median } from '../figures.ts'
import type { Sought } from '../generator/searching.ts'
import { aLoadOn, type Load } from '../load.ts'
import type { Options } from '../options.ts'
import { keepResults, printTable } from '../report.ts'
import { seed } from '../seeds.ts'
import { theDesk } from '../targets.ts'
import { tidily } from '../undoing.ts'

/** What is looked for; the newest twenty are wanted each time. */
const classes = {
  'two common words': `${sought.common} ${sought.alsoCommon}`,
  'one common word': sought.common,
  'a word in one of fifty': sought.frequent,
  'a rare word': sought.rare,
  'a common and a rare word': `${sought.common} ${sought.rare}`,
}

interface Measured {
  tickets: number
  what: string
  desk: Sought[]
  bare: Sought[]
}

/** Search: agents look for words in so many tickets, at the product and beside the plainest statement on the same database. */
export async function searches(options: Options): Promise<void> {
  const sizes = options.full ? [100_000, 1_000_000] : [options.quick ? 20_000 : 100_000]
  const measured: Measured[] = []
  for (const tickets of sizes) measured.push(...(await tidily(() => measureAt(tickets, options))))
  printTable(
    measured.map(({ tickets, what, desk, bare }) => {
      const middle = (those: Sought[], figure: 'p50' | 'p99') => median(those.map(({ took }) => took[figure]))
      return {
        tickets: tickets.toLocaleString('en-US'),
        'looked for': what,
        found: desk[0]?.rows ?? 0,
        'Firstline p50 ms': middle(desk, 'p50'),
        p99: middle(desk, 'p99'),
        'bare statement p50 ms': middle(bare, 'p50'),
        'p99 ': middle(bare, 'p99'),
      }
    }),
  )
  keepResults('s7', { options, measured })
}

async function measureAt(tickets: number, options: Options): Promise<Measured[]> {
  const target = await theDesk(options)
  const { databaseUrl } = target
  if (!databaseUrl) throw new Error('The desk keeps nothing')
  console.log(`• ${tickets.toLocaleString('en-US')} tickets are being written`)
  await fillArchive(databaseUrl, tickets)
  const load = aLoadOn(target)
  await load.enter({ parts: (await seed(databaseUrl, { requesters: 0, agents: 10 })).agents, atOnce: 5 })
  const measured = Object.entries(classes).map(([what]): Measured => ({ tickets, what, desk: [], bare: [] }))
  await turn(load, databaseUrl, 20, [])
  for (let repetition = 0; repetition < options.repetitions; repetition++) await turn(load, databaseUrl, options.quick ? 50 : 200, measured)
  return measured
}

/** Each class once at both, so that what the machine does meanwhile meets both alike. */
async function turn(load: Load, databaseUrl: string, count: number, measured: Measured[]) {
  for (const [place, words] of Object.values(classes).entries()) {
    const [desk, bare] = [await load.seek(words, count), await load.seekBare(databaseUrl, words, words.includes(sought.rare), count)]
    measured[place]?.desk.push(desk)
    measured[place]?.bare.push(bare)
  }
}
