import { aRedis } from '../engine-room.ts'
import { median, medianRatio } from '../figures.ts'
import type { Assigned, LineQuestion } from '../line-driver.ts'
import type { Options } from '../options.ts'
import { places } from '../places.ts'
import { cpuSeconds } from '../processes.ts'
import { startProgram } from '../program.ts'
import { keepResults, printTable } from '../report.ts'
import { tidily } from '../undoing.ts'

type Measured = Assigned & { redisMicroseconds: number }

const lines = [
  { line: 'bare', name: 'bare script' },
  { line: 'desk', name: 'Firstline' },
] as const

/** Routing: so many wait, agents take and finish, as many arrive; the Redis scripts of the product beside two bare ones. */
export async function routing(options: Options): Promise<void> {
  const sizes = options.full ? [100, 1_000, 10_000, 100_000, 1_000_000] : [100, 1_000, 10_000]
  const measured: { waiting: number; bare: Measured[]; desk: Measured[] }[] = []
  for (const waiting of sizes) measured.push(await tidily(() => measureAt(waiting, options)))
  printTable(
    measured.flatMap(({ waiting, ...both }) =>
      lines.map(({ line, name }) => {
        const middle = (figure: (one: Measured) => number) => median(both[line].map(figure))
        return {
          waiting: waiting.toLocaleString('en-US'),
          line: name,
          'assigned and released a second': middle(({ assigned, seconds }) => assigned / seconds),
          'one assignment p50 ms': middle(({ took }) => took.p50),
          p99: middle(({ took }) => took.p99),
          'Redis CPU µs each': middle(({ redisMicroseconds }) => redisMicroseconds),
          'CPU ratio': medianRatio(
            both[line].map(({ redisMicroseconds }) => redisMicroseconds),
            both.bare.map(({ redisMicroseconds }) => redisMicroseconds),
          ),
        }
      }),
    ),
  )
  const cpu = measured.map(({ desk }) => median(desk.map(({ redisMicroseconds }) => redisMicroseconds)))
  const flatness = Math.max(...cpu) / Math.min(...cpu)
  console.log(`Redis CPU from ${sizes[0]} to ${sizes.at(-1)} waiting varies by ${flatness.toFixed(2)}\n`)
  keepResults('s3', { options, measured, flatness })
}

async function measureAt(waiting: number, { repetitions, seconds }: Options) {
  const drivers = await Promise.all(lines.map(({ line }) => aDriver(line, waiting)))
  const found = { waiting, bare: [] as Measured[], desk: [] as Measured[] }
  for (const { assign } of drivers) await assign(1)
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const { line, assign } of drivers) found[line].push(await assign(Math.min(seconds, 4)))
  }
  return found
}

async function aDriver(line: 'desk' | 'bare', waiting: number) {
  const redis = await aRedis()
  const driver = startProgram({ core: 1, file: places.program('line-driver') })
  const ask = <T>(question: LineQuestion) => driver.ask<T>(question)
  await ask({ do: 'fill', line, url: redis.url, waiting })
  return {
    line,
    async assign(seconds: number): Promise<Measured> {
      const before = cpuSeconds([redis.pid])
      const assigned = await ask<Assigned>({ do: 'assign', seconds })
      return { ...assigned, redisMicroseconds: ((cpuSeconds([redis.pid]) - before) / assigned.assigned) * 1e6 }
    },
  }
}
