import { type Options, optionsFrom, type Workload } from './options.ts'
import { coresAreKept } from './program.ts'
import { tidily, tidyUpWhenAsked } from './undoing.ts'
import { delivery } from './workloads/s1.ts'
import { starts } from './workloads/s2.ts'
import { routing } from './workloads/s3.ts'
import { idle } from './workloads/s4.ts'
import { storms } from './workloads/s5.ts'
import { closings } from './workloads/s6.ts'
import { searches } from './workloads/s7.ts'
import { screens } from './workloads/s8.ts'
import { articleSearches } from './workloads/s9.ts'

const workloads: Record<Workload, (options: Options) => Promise<void>> = {
  s1: delivery,
  s2: starts,
  s3: routing,
  s4: idle,
  s5: storms,
  s6: closings,
  s7: searches,
  s8: screens,
  s9: articleSearches,
}

/** Measures what the words name; returns the exit code. */
export async function measure(words: string[]): Promise<number> {
  const options = optionsFrom(words)
  if (options.workloads.length === 0) {
    console.error(
      'Say what to measure: npm run bench -- s1|s2|s3|s4|s5|s6|s7|s8|s9|all [--quick] [--seconds n] [--repetitions n] [--visitors n] [--workers n] [--full] [--profile]',
    )
    return 1
  }
  tidyUpWhenAsked()
  if (!coresAreKept)
    console.log('• taskset is not there or there is one core: servers and load share their cores, and the figures say less')
  for (const workload of options.workloads) {
    console.log(`• ${workload}`)
    await tidily(() => workloads[workload](options))
  }
  return 0
}
