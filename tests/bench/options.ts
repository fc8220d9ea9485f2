import { parseArgs } from 'node:util'

const workloads = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'] as const
export type Workload = (typeof workloads)[number]

/** What to measure, and how long. */
export type Options = ReturnType<typeof optionsFrom>

export function optionsFrom(words: string[]) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      seconds: { type: 'string' },
      repetitions: { type: 'string' },
      rate: { type: 'string' },
      visitors: { type: 'string' },
      workers: { type: 'string' },
      'no-highest': { type: 'boolean', default: false },
    },
  })
  const { quick, full, profile } = values
  const number = (given: string | undefined, usual: number) => (given === undefined ? usual : Number(given))
  return {
    workloads: positionals[0] === 'all' ? [...workloads] : positionals.filter(isWorkload),
    quick,
    full,
    profile,
    seconds: number(values.seconds, quick ? 4 : 8),
    repetitions: number(values.repetitions, quick ? 1 : 3),
    stepSeconds: quick ? 3 : 5,
    rate: number(values.rate, 2_000),
    visitors: number(values.visitors, 2_000),
    /** How many processes the product runs in; they share their core. */
    workers: number(values.workers, 1),
    highest: !values['no-highest'],
  }
}

const isWorkload = (word: string): word is Workload => (workloads as readonly string[]).includes(word)
