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
  /** How bad: from 0 to 1. */
  amount: number
}

/** What goes wrong at once. */
export interface Trouble {
  faults: Fault[]
  /** For how long. */
  seconds: number
  /** How long nothing is wrong afterwards. */
  calmSeconds: number
}

export interface Severity {
  /** From and to. */
  seconds: [number, number]
  calmSeconds: [number, number]
  /** How often two parts fail at once. */
  together: number
  /** The second process is never ended, so that its memory can be watched all the time. */
  sparesSecond?: boolean
}

const parts = Object.keys(faults) as Part[]

/** What goes wrong, one trouble after the other, for ever: all of it follows from the seed. Every part is struck once before one is struck again. */
export function* aPlan(seed: number, { seconds, calmSeconds, together, sparesSecond = false }: Severity): Generator<Trouble, never> {
  const chance = aChance(seed)
  const decks = new Map<string, string[]>()
  const draw = <T extends string>(name: string, cards: readonly T[], but?: T): T => {
    const deck = decks.get(name) ?? []
    decks.set(name, deck)
    if (deck.every((card) => card === but)) deck.push(...cards)
    const card = oneOf(
      chance,
      deck.filter((one) => one !== but),
    )
    deck.splice(deck.indexOf(card), 1)
    return card as T
  }
  const aFault = (but?: Part): Fault => {
    const part = draw('part', parts, but)
    const kind = { part, what: draw<string>(part, faults[part]) } as Kinds
    const which = Math.floor(chance.between(0, 2))
    const isSpared = sparesSecond && part === 'server' && kind.what !== 'frozen'
    return { ...kind, which: isSpared ? 0 : which, amount: chance.between(0, 1) }
  }
  for (;;) {
    const first = aFault()
    const second = chance.isIn(together) ? [aFault(first.part)] : []
    yield { faults: [first, ...second], seconds: chance.between(...seconds), calmSeconds: chance.between(...calmSeconds) }
  }
}

/** How it is told. */
export const inWords = ({ faults, seconds }: Trouble) => `${faults.map(named).join(' and ')} for ${seconds.toFixed(1)} s`

const named = ({ part, what, which }: Fault) => `${part}${part === 'redis' || part === 'postgres' ? '' : ` ${which + 1}`} ${what}`
