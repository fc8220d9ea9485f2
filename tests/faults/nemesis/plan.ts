import { aChance, oneOf } from '../../support/chance.ts'

/** What can go wrong, part by part. */
export const faults = {
  server: ['killed', 'told to stop', 'frozen'],
  redis: ['killed', 'frozen', 'flushed'],
  postgres: ['killed', 'stopped', 'frozen'],
  'line to people': ['cut', 'closed', 'black hole', 'late', 'half-open', 'throttled', 'cut after some bytes', 'forgotten'],
  'line to redis': ['cut', 'closed', 'black hole', 'late', 'half-open', 'throttled', 'cut after some bytes', 'forgotten'],
  'line to postgres': ['cut', 'closed', 'black hole', 'late', 'half-open', 'throttled', 'cut after some bytes', 'forgotten'],
} as const

export type Part = keyof typeof faults

type Kinds = { [P in Part]: { part: P; what: (typeof faults)[P][number] } }[Part]

/** Something that will go wrong. */
export type Fault = Kinds & {
  /** Which of two it strikes, where there are two. */
  which: number
  /** For how long. */
  seconds: number
  /** How bad: from 0 to 1. */
  amount: number
  /** How long nothing is wrong afterwards. */
  calmSeconds: number
}

export interface Severity {
  /** From and to. */
  seconds: [number, number]
  calmSeconds: [number, number]
}

const parts = Object.keys(faults) as Part[]

/** What goes wrong, one after the other, for ever: all of it follows from the seed. Every part is struck once before one is struck again. */
export function* aPlan(seed: number, { seconds, calmSeconds }: Severity): Generator<Fault, never> {
  const chance = aChance(seed)
  const decks = new Map<string, string[]>()
  const draw = <T extends string>(name: string, cards: readonly T[]): T => {
    const deck = decks.get(name) ?? []
    decks.set(name, deck)
    if (deck.length === 0) deck.push(...cards)
    const card = oneOf(chance, deck)
    deck.splice(deck.indexOf(card), 1)
    return card as T
  }
  for (;;) {
    const part = draw('part', parts)
    const kind = { part, what: draw<string>(part, faults[part]) } as Kinds
    yield {
      ...kind,
      which: Math.floor(chance.between(0, 2)),
      seconds: chance.between(...seconds),
      amount: chance.between(0, 1),
      calmSeconds: chance.between(...calmSeconds),
    }
  }
}

/** How it is told. */
export const inWords = ({ part, what, which, seconds }: Fault) =>
  `${part}${part === 'redis' || part === 'postgres' ? '' : ` ${which + 1}`} ${what} for ${seconds.toFixed(1)} s`
