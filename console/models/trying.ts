import type { Asked } from '../../shared/protocol.ts'
import { locale } from '../../shared/ui/language.ts'
import { words as laterWords } from '../later-words.ts'
import type { Errors } from './form.ts'

export const sources = ['day', 'chance'] as const

/** With what traffic settings are tried, as it is written in a form. */
export interface WrittenTraffic {
  from: (typeof sources)[number]
  day: string
  /** Whom made-up traffic asks, by its id. */
  team: string
  perHour: string
  hours: string
  agents: string
  capacity: string
  talkMinutes: string
  /** Empty is never. */
  patienceMinutes: string
  aimSeconds: string
}

export const usualTraffic = (today: string, team: string): WrittenTraffic => ({
  from: 'day',
  team,
  day: today,
  perHour: '30',
  hours: '8',
  agents: '5',
  capacity: '3',
  talkMinutes: '10',
  patienceMinutes: '10',
  aimSeconds: '60',
})

export type TrafficNumber = Exclude<keyof WrittenTraffic, 'from' | 'day' | 'team'>
/** What is asked for made-up traffic alone. */
export const madeUp = ['perHour', 'hours', 'agents', 'capacity', 'talkMinutes', 'patienceMinutes'] as const satisfies TrafficNumber[]

/** The least and the most of each, and whether it is a whole number. */
const bounds: Record<TrafficNumber, [least: number, most: number, isWhole: boolean]> = {
  perHour: [0.1, 400, false],
  hours: [0.5, 24, false],
  agents: [1, 200, true],
  capacity: [1, 50, true],
  talkMinutes: [0.1, 600, false],
  patienceMinutes: [0.1, 600, false],
  aimSeconds: [1, 86_400, true],
}

/** The traffic as it is asked for. */
export function readTraffic(written: WrittenTraffic): Pick<Asked<'simulation:start'>, 'team' | 'traffic' | 'aimSeconds'> {
  const aimSeconds = number(written.aimSeconds)
  const { team } = written
  if (written.from === 'day') return { team, aimSeconds, traffic: { from: 'day', day: written.day } }
  const { perHour, hours, agents, capacity, talkMinutes, patienceMinutes } = written
  const patience = patienceMinutes.trim() === '' ? null : number(patienceMinutes)
  return {
    team,
    aimSeconds,
    traffic: {
      from: 'chance',
      perHour: number(perHour),
      hours: number(hours),
      agents: number(agents),
      capacity: number(capacity),
      talkMinutes: number(talkMinutes),
      patienceMinutes: patience,
    },
  }
}

/** What is wrong with which field. */
export function wrongTraffic(written: WrittenTraffic, today: string): Errors<WrittenTraffic> {
  const isDay = written.from === 'day'
  const errors: Errors<WrittenTraffic> = {
    day: isDay && !(/^\d{4}-\d\d-\d\d$/.test(written.day) && written.day <= today) ? laterWords.trying.dayWrong : null,
  }
  for (const name of [...(isDay ? [] : madeUp), 'aimSeconds'] as const) errors[name] = wrongNumber(name, written[name])
  return errors
}

function wrongNumber(name: TrafficNumber, written: string): string | null {
  const [least, most, isWhole] = bounds[name]
  if (name === 'patienceMinutes' && written.trim() === '') return null
  const is = number(written)
  const isFine = written.trim() !== '' && is >= least && is <= most && (!isWhole || Number.isInteger(is))
  return isFine ? null : laterWords.trying.numberWrong(asWritten(least), asWritten(most))
}

const asWritten = (value: number) => value.toLocaleString(locale)

const number = (written: string) => Number(written.trim().replace(',', '.'))
