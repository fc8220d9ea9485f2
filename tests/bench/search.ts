import type { Load } from './load.ts'
import type { Options } from './options.ts'

export interface Searched {
  rate: number
  cpuMicroseconds: number
  steps: { rate: number; held: boolean; ackP99: number; deliverP99: number; lost: number; lateP99: number; cpuMicroseconds: number }[]
}

/** The highest rate at which nothing is lost and 99 of 100 take less than 50 ms: doubling, then halving; a step that failed is tried twice. */
export async function search(loads: Load[], options: Options): Promise<Searched[]> {
  const searches = loads.map((load) => ({
    load,
    held: 0,
    failed: Number.POSITIVE_INFINITY,
    found: { rate: 0, cpuMicroseconds: Number.NaN, steps: [] } as Searched,
  }))
  for (;;) {
    const open = searches.filter(({ held, failed }) => failed / Math.max(held, 1) > 1.08 && held < most)
    if (open.length === 0) return searches.map(({ found }) => found)
    // All targets a step each, so that what the machine does meanwhile meets all alike.
    for (const one of open) {
      const rate = nextRate(one)
      if ((await holds(one, rate, options)) || (await holds(one, rate, options))) one.held = rate
      else one.failed = rate
    }
  }
}

const first = 2_000
const most = 64_000

function nextRate({ held, failed }: { held: number; failed: number }) {
  if (held === 0) return failed === Number.POSITIVE_INFINITY ? first : failed / 2
  return failed === Number.POSITIVE_INFINITY ? held * 2 : Math.round((held + failed) / 2)
}

async function holds({ load, found }: { load: Load; found: Searched }, rate: number, { stepSeconds }: Options) {
  const { ack, deliver, lost, late, cpu, sent } = await load.talk(rate, stepSeconds)
  const cpuMicroseconds = (cpu.all / sent) * 1e6
  const held = lost === 0 && ack.p99 < 50 && deliver.p99 < 50
  found.steps.push({ rate, held, ackP99: ack.p99, deliverP99: deliver.p99, lost, lateP99: late.p99, cpuMicroseconds })
  if (held && rate > found.rate) Object.assign(found, { rate, cpuMicroseconds })
  console.log(
    `• ${load.target.name}: ${rate}/s ${held ? 'holds' : 'does not hold'} (p99 ${deliver.p99.toFixed(1)} ms, lost ${lost}, sent late p99 ${late.p99.toFixed(1)} ms, ${cpuMicroseconds.toFixed(0)} µs)`,
  )
  await new Promise((resolve) => setTimeout(resolve, held ? 300 : 2_000))
  return held
}
