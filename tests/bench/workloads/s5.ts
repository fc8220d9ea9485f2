import { aCrowdAt } from '../crowd.ts'
import { median, medianRatio } from '../figures.ts'
import type { Storm } from '../generator/storm.ts'
import type { Cpu } from '../load.ts'
import type { Options } from '../options.ts'
import { keepResults, printTable } from '../report.ts'
import { aRelay, theDesk } from '../targets.ts'

type Returned = Storm & { cpu: Cpu }

/** The storm: all visitors are cut off in one moment, a line is said to each meanwhile, and all come back at once. */
export async function storms(options: Options): Promise<void> {
  const visitors = options.quick ? 500 : options.visitors
  const targets = [await aRelay('catching-up', 'Socket.IO with its own catch-up'), await theDesk(options)]
  const loads = []
  for (const target of targets) loads.push(await aCrowdAt(target, visitors))
  // Once beforehand: code that has been compiled and statements that have been planned.
  for (const load of loads) await load.storm()

  const returned: Returned[][] = loads.map(() => [])
  for (let repetition = 0; repetition < options.repetitions; repetition++) {
    for (const [place, load] of loads.entries()) returned[place]?.push(await load.storm())
  }
  printTable(
    targets.map(({ name }, place) => {
      const of = (figure: (one: Returned) => number, where = place) => (returned[where] ?? []).map(figure)
      return {
        [`${visitors.toLocaleString('en-US')} cut off and back`]: name,
        'all back ms': median(of(({ back }) => back)),
        'all complete ms': median(of(({ complete }) => complete)),
        'one of them p50 ms': median(of(({ each }) => each.p50)),
        p99: median(of(({ each }) => each.p99)),
        missed: of(({ missed }) => missed).reduce((sum, one) => sum + one, 0),
        'CPU µs a return': median(of(({ cpu, gone }) => (cpu.all / gone) * 1e6)),
        'complete ratio': medianRatio(
          of(({ complete }) => complete),
          of(({ complete }) => complete, 0),
        ),
      }
    }),
  )
  keepResults('s5', { options, visitors, targets: targets.map(({ name }) => name), returned })
}
