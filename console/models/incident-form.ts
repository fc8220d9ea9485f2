import type { Asked } from '../../shared/protocol.ts'
import { words } from '../later-words.ts'
import type { Errors } from './form.ts'

/** What is written about an incident. */
export interface AboutIncident {
  title: string
  text: string
  /** `datetime-local`; empty is nothing said. */
  next: string
  topics: string[]
  sites: string[]
}

export const noIncident: AboutIncident = { title: '', text: '', next: '', topics: [], sites: [] }

/** What is missing before requesters may read it. */
export const checkIncident = ({ title, text }: AboutIncident): Errors<AboutIncident> => ({
  title: title.trim() ? null : words.incidents.missing,
  text: text.trim() ? null : words.incidents.missing,
})

/** As it is sent. */
export const sentIncident = ({
  title,
  text,
  next,
  topics,
  sites,
}: AboutIncident): Omit<Asked<'incident:save'>, 'incident' | 'version'> => ({
  title: title.trim(),
  text: text.trim(),
  nextBy: momentIn(next),
  topics,
  sites,
})

/** A field's day and time as a moment. */
export const momentIn = (next: string) => (next && Number.isFinite(Date.parse(next)) ? new Date(next).toISOString() : null)

/** A moment as a field wants it: here, and without seconds. */
export function asField(moment: string | null): string {
  if (!moment) return ''
  const at = new Date(moment)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
