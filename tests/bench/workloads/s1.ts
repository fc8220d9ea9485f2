import { aCrowdAt } from '../crowd.ts'
import { median, medianRatio } from '../figures.ts'
import type { Load } from '../load.ts'
import type { Options } from '../options.ts'
import { keepResults, printTable, type Row } from '../report.ts'
import { type Searched, search } from '../search.ts'
import { aReference, aRelay, type Target, theDesk } from '../targets.ts'

type Talked = Awaited<ReturnType<Load['talk']>>

/** Delivery: visitors and agents talk; the servers relay, or keep and then relay. */
export async function delivery(options: Options): Promise<void> {
  const { rate, seconds, repetitions, visitors } = options
  const targets = [await aRelay(), await aReference('group-commit', 'Socket.IO and a group commit'), await theDesk(options)]
  const loads: Load[] = []
  for (const target of targets) loads.push(await aCrowdAt(target, visitors))
  for (const load of loads) await load.talk(Math.min(rate, 1000), 3)

  const talked: Talked[][] = loads.map(() => [])
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const [place, load] of loads.entries()) {
      talked[place]?.push(await load.talk(rate, seconds))
      await pause()
    }
  }
  printAtRate(rate, targets, talked)
  const highest = options.highest ? await search(loads, options) : []
  if (highest.length > 0) printHighest(targets, highest)
  keepResults('s1', { options, targets: targets.map(({ name }) => name), talked, highest })
}

function printAtRate(rate: number, targets: Target[], talked: Talked[][]) {
  const of = (place: number, figure: (one: Talked) => number) => (talked[place] ?? []).map(figure)
  const cpu = (one: Talked) => (one.cpu.all / one.sent) * 1e6
  const rows = targets.map(({ name }, place): Row => {
    const middle = (figure: (one: Talked) => number) => median(of(place, figure))
    return {
      [`at ${rate}/s`]: name,
      'CPU µs a message': middle(cpu),
      'of it PostgreSQL': middle((one) => (one.cpu.postgres / one.sent) * 1e6),
      'ack p50 ms': middle(({ ack }) => ack.p50),
      p95: middle(({ ack }) => ack.p95),
      p99: middle(({ ack }) => ack.p99),
      max: middle(({ ack }) => ack.max),
      'delivered p50 ms': middle(({ deliver }) => deliver.p50),
      'p95 ': middle(({ deliver }) => deliver.p95),
      'p99 ': middle(({ deliver }) => deliver.p99),
      'max ': middle(({ deliver }) => deliver.max),
      lost: of(place, ({ lost }) => lost).reduce((sum, one) => sum + one, 0),
      'sent late p99': middle(({ late }) => late.p99),
      'CPU ratio': medianRatio(of(place, cpu), of(1, cpu)),
      'delivered p50 ratio': medianRatio(
        of(place, ({ deliver }) => deliver.p50),
        of(1, ({ deliver }) => deliver.p50),
      ),
    }
  })
  printTable(rows)
}

function printHighest(targets: Target[], highest: Searched[]) {
  const reference = highest[1]?.rate ?? Number.NaN
  printTable(
    targets.map(({ name }, place) => {
      const { rate = Number.NaN, cpuMicroseconds = Number.NaN } = highest[place] ?? {}
      return {
        'highest rate with p99 < 50 ms': name,
        'messages a second': rate,
        'CPU µs a message': cpuMicroseconds,
        ratio: rate / reference,
      }
    }),
  )
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 500))
