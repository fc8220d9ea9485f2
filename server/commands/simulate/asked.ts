import { parseArgs } from 'node:util'

/** What somebody asked of `npm run simulate`. */
export interface Asked {
  from: string | null
  generate: { perHour: number; hours: number; agents: number } | null
  team: string | null
  capacity: number
  talkMinutes: number
  patienceMinutes: number | null
  settings: string | null
  seed: number
  aimSeconds: number
  save: string | null
  json: boolean
}

export const usage = `npm run simulate -- --from 2026-11-20 --settings proposed.json
npm run simulate -- --from 2026-11-16..2026-11-20
npm run simulate -- --from traffic.json --settings proposed.json --json
npm run simulate -- --generate 30,8,5 --settings proposed.json

  --from       a day, a range of days, or a file that --save wrote
  --generate   arrivals an hour, hours, agents; besides: --team, --capacity 3, --talk-minutes 10, --patience-minutes 10 (or never)
  --settings   a settings file; what it does not name stays as it is. Without it, the present settings alone are tried
  --aim 60     within how many seconds somebody is to be helped
  --seed 1     the same seed gives the same trace
  --save       writes the traffic to a file
  --json       for programs`

const options = {
  from: { type: 'string' },
  generate: { type: 'string' },
  team: { type: 'string' },
  capacity: { type: 'string', default: '3' },
  'talk-minutes': { type: 'string', default: '10' },
  'patience-minutes': { type: 'string', default: '10' },
  settings: { type: 'string' },
  seed: { type: 'string', default: '1' },
  aim: { type: 'string', default: '60' },
  save: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** Understands the words after the command; throws a sentence about those it does not. */
export function askedWith(words: string[]): Asked {
  const { values } = parseArgs({ args: words, options })
  const { from = null, generate, team = null, settings = null, save = null, json } = values
  if ((from === null) === (generate === undefined)) throw new Error('Say either --from or --generate.')
  const patience = values['patience-minutes']
  return {
    from,
    generate: generate === undefined ? null : generated(generate),
    team,
    capacity: number('--capacity', values.capacity, 1, 50),
    talkMinutes: number('--talk-minutes', values['talk-minutes'], 0.1, 600),
    patienceMinutes: patience === 'never' ? null : number('--patience-minutes', patience, 0.1, 10_000),
    settings,
    seed: number('--seed', values.seed, 0, 2 ** 32 - 1),
    aimSeconds: number('--aim', values.aim, 1, 86_400),
    save,
    json,
  }
}

function generated(written: string) {
  const [perHour = '', hours = '', agents = '', ...rest] = written.split(',')
  if (rest.length > 0) throw new Error('--generate takes three numbers: arrivals an hour, hours, agents, such as 30,8,5.')
  return {
    perHour: number('--generate: arrivals an hour', perHour, 0.1, 10_000),
    hours: number('--generate: hours', hours, 0.1, 24 * 7),
    agents: Math.round(number('--generate: agents', agents, 1, 1000)),
  }
}

function number(name: string, written: string, from: number, to: number): number {
  const given = written.trim() === '' ? Number.NaN : Number(written)
  if (given >= from && given <= to) return given
  throw new Error(`${name} is a number from ${from} to ${to}.`)
}
