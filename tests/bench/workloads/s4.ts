import { median, medianRatio } from '../figures.ts'
import { aLoadOn } from '../load.ts'
import type { Options } from '../options.ts'
import { proportionalKilobytes } from '../processes.ts'
import { keepResults, printTable } from '../report.ts'
import { seed } from '../seeds.ts'
import { aRelay, type Target, theDesk } from '../targets.ts'
import { tidily } from '../undoing.ts'

interface Sat {
  kilobytes: number
  connectMicroseconds: number
  idleMicroseconds: number
}

/** Idle memory: visitors connect and stay silent. Each repetition has servers of its own, since memory is not given back. */
export async function idle(options: Options): Promise<void> {
  const count = options.quick ? 2_000 : 10_000
  const sat: { relay: Sat[]; desk: Sat[] } = { relay: [], desk: [] }
  for (let repetition = 0; repetition < options.repetitions; repetition++) {
    sat.relay.push(await tidily(async () => sitIn(await aRelay(), count)))
    sat.desk.push(await tidily(async () => sitIn(await theDesk(options), count)))
  }
  printTable(
    (['relay', 'desk'] as const).map((target) => {
      const of = (figure: keyof Sat, whose = target) => sat[whose].map((one) => one[figure])
      return {
        [`${count.toLocaleString('en-US')} idle visitors`]: target === 'desk' ? 'Firstline' : 'bare Socket.IO',
        'kB a visitor': median(of('kilobytes')),
        'CPU µs a connect': median(of('connectMicroseconds')),
        'idle CPU µs a visitor and second': median(of('idleMicroseconds')),
        'kB ratio': medianRatio(of('kilobytes'), of('kilobytes', 'relay')),
        'connect ratio': medianRatio(of('connectMicroseconds'), of('connectMicroseconds', 'relay')),
      }
    }),
  )
  keepResults('s4', { options, count, sat })
}

async function sitIn(target: Target, count: number): Promise<Sat> {
  const roots = Object.values(target.pids()).flat()
  const requesters =
    target.databaseUrl === null
      ? Array.from({ length: count }, () => ({ side: 'requester' as const, headers: {}, auth: {}, conversations: [] }))
      : (await seed(target.databaseUrl, { requesters: count, agents: 1 })).requesters
  const load = aLoadOn(target)
  await load.enter({ parts: [], atOnce: 1 })
  await pause(2_000)
  const before = proportionalKilobytes(roots)
  const { cpu } = await load.enter({ parts: requesters, atOnce: 20 })
  const { cpu: idleCpu } = await load.rest(idleSeconds)
  const kilobytes = (proportionalKilobytes(roots) - before) / count
  return { kilobytes, connectMicroseconds: (cpu.all / count) * 1e6, idleMicroseconds: (idleCpu.all / count / idleSeconds) * 1e6 }
}

const idleSeconds = 6
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
