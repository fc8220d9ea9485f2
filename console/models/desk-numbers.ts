import type { DeskSettings } from '../../shared/queue.ts'
import { words } from '../words.ts'
import type { Errors } from './form.ts'

export type DeskNumber = keyof DeskSettings

/** The least and the most that each number may be. */
const bounds: Record<DeskNumber, [number, number]> = {
  offerSeconds: [5, 600],
  graceSeconds: [5, 600],
  absentMinutes: [1, 1440],
  missedBeforeAway: [1, 20],
  reofferAfterSeconds: [1, 86_400],
  reopenDays: [0, 365],
  closeDays: [1, 365],
  logAfterSeconds: [0, 3600],
  estimateSamples: [1, 1000],
  wrapUpSeconds: [0, 86_400],
}
export const deskNumbers = Object.keys(bounds) as DeskNumber[]

/** On which of them it depends how long somebody waits. */
export const waitedBy: readonly DeskNumber[] = ['offerSeconds', 'reofferAfterSeconds', 'missedBeforeAway', 'wrapUpSeconds']

/** The numbers the desk is run by, as they are written in a form. */
export type WrittenNumbers = Record<DeskNumber, string>

export const writtenNumbers = (settings: DeskSettings): WrittenNumbers => each((name) => String(settings[name]))

export const readNumbers = (written: WrittenNumbers): DeskSettings => each((name) => Number(written[name]))

/** What is wrong with which field. */
export const wrongNumbers = (written: WrittenNumbers): Errors<WrittenNumbers> =>
  each((name) => {
    const [least, most] = bounds[name]
    const number = Number(written[name])
    const isFine = written[name].trim() !== '' && Number.isInteger(number) && number >= least && number <= most
    return isFine ? null : words.settings.between(least, most)
  })

const each = <T>(of: (name: DeskNumber) => T) => Object.fromEntries(deskNumbers.map((name) => [name, of(name)])) as Record<DeskNumber, T>
