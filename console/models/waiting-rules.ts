import type { LineLimits, Overflow, Refuge } from '../../shared/crowding.ts'
import { type SilenceStep, silenceSteps } from '../../shared/silence.ts'
import type { TeamRouting } from '../../shared/team-routing.ts'
import { words as laterWords } from '../later-words.ts'
import { words } from '../words.ts'
import type { Errors } from './form.ts'
import { readNotice, saysNothing, type WrittenNotice, writtenNotice } from './notice.ts'

/** What becomes of those who wait and of those who fall silent, as it is written in a form; what is empty is never. */
export interface WrittenRules extends Record<SilenceStep, string> {
  most: string
  /** `message`, `call-back`, or the id of a team. */
  mostTo: string
  longest: string
  longestTo: string
  overflowTo: string
  overflowAfter: string
  atOnce: boolean
  isShut: boolean
  notice: WrittenNotice
}

type Rules = Pick<TeamRouting, 'silence' | 'limits' | 'overflow' | 'emergency'>

export const steps: readonly SilenceStep[] = [...silenceSteps.requester, ...silenceSteps.agent]

/** Saved rules as text; silence and waits in minutes. */
export function writtenRules({ silence, limits: { length, wait }, overflow, emergency }: Rules): WrittenRules {
  return {
    ...each((step) => minutes(silence[step])),
    most: length ? String(length.most) : '',
    mostTo: place(length?.refuge),
    longest: minutes(wait?.seconds ?? null),
    longestTo: place(wait?.refuge),
    overflowTo: overflow?.team ?? '',
    overflowAfter: minutes(overflow?.afterSeconds ?? null),
    atOnce: overflow?.atOnce ?? true,
    isShut: emergency !== null,
    notice: writtenNotice(emergency),
  }
}

/** Text as rules to save. */
export function readRules(written: WrittenRules): Rules {
  return {
    silence: each((step) => seconds(written[step])),
    limits: limitsIn(written),
    overflow: overflowIn(written),
    emergency: written.isShut ? readNotice(written.notice) : null,
  }
}

/** What is wrong with which field. */
export function wrongRules(written: WrittenRules, others: readonly { id: string }[]): Errors<WrittenRules> {
  const { most, mostTo, longest, longestTo, overflowTo, overflowAfter, atOnce, isShut, notice } = written
  return {
    ...wrongSteps(written),
    mostTo: goneIn(mostTo, others),
    longestTo: goneIn(longestTo, others),
    overflowTo: goneIn(overflowTo, others),
    most: most.trim() === '' || isWhole(most, 1, 100_000) ? null : words.settings.between(1, 100_000),
    longest: timeIn(longest, 1) ? null : laterWords.rules.minutesBetween(1),
    overflowAfter: !timeIn(overflowAfter, 0.5)
      ? laterWords.rules.minutesBetween(0.5)
      : overflowTo && !atOnce && overflowAfter.trim() === ''
        ? laterWords.rules.whenMissing
        : null,
    notice: isShut && saysNothing(notice) ? laterWords.rules.noticeMissing : null,
  }
}

/** A team that was removed since is nobody's help. */
const goneIn = (to: string, others: readonly { id: string }[]) =>
  ['', 'message', 'call-back'].includes(to) || others.some(({ id }) => id === to) ? null : laterWords.rules.teamGone

function wrongSteps(written: WrittenRules) {
  const errors: Errors<WrittenRules> = {}
  for (const own of Object.values(silenceSteps)) {
    let before = 0
    for (const step of own) {
      const after = seconds(written[step])
      if (!timeIn(written[step], 0.5)) errors[step] = laterWords.rules.minutesBetween(0.5)
      else if (after !== null && after <= before) errors[step] = laterWords.rules.laterThanBefore
      else errors[step] = null
      before = after ?? before
    }
  }
  return errors
}

function limitsIn({ most, mostTo, longest, longestTo }: WrittenRules): LineLimits {
  const wait = seconds(longest)
  return {
    length: most.trim() ? { most: Number(most), refuge: refugeIn(mostTo) } : null,
    wait: wait === null ? null : { seconds: wait, refuge: refugeIn(longestTo) },
  }
}

const overflowIn = ({ overflowTo, overflowAfter, atOnce }: WrittenRules): Overflow | null =>
  overflowTo ? { team: overflowTo, afterSeconds: seconds(overflowAfter), atOnce } : null

const refugeIn = (to: string): Refuge => (to === 'message' || to === 'call-back' ? { to } : { to: 'team', team: to })
const place = (refuge: Refuge | undefined) => (refuge ? (refuge.to === 'team' ? refuge.team : refuge.to) : 'message')

const mostMinutes = 1440
const decimal = (text: string) => Number(text.trim().replace(',', '.'))
const isWhole = (text: string, least: number, most: number) =>
  Number.isInteger(Number(text)) && Number(text) >= least && Number(text) <= most
const timeIn = (text: string, least: number) => text.trim() === '' || (decimal(text) >= least && decimal(text) <= mostMinutes)
const seconds = (text: string) => (text.trim() === '' ? null : Math.round(decimal(text) * 60))
const minutes = (after: number | null) => (after === null ? '' : String(Math.round((after / 60) * 100) / 100))

const each = <T>(of: (step: SilenceStep) => T) => Object.fromEntries(steps.map((step) => [step, of(step)])) as Record<SilenceStep, T>
