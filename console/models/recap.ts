import type { Recap } from '../../shared/recap.ts'
import { words } from '../words.ts'
import { asSpan } from './time.ts'

/** One line of a recap: what it is about, and what is so. */
export interface RecapLine {
  label: string
  texts: string[]
}

/** A recap as people read it; what is not known is left out. */
export function recapLines({ asked, tried, told, helped, agents, ...course }: Recap): RecapLine[] {
  const said = words.recap
  const outcome = helped ? [[words.tickets.codes[helped.code], helped.text].filter(Boolean).join(': ')] : []
  const lines: RecapLine[] = [
    { label: said.asked, texts: asked === null ? [] : [asked] },
    { label: said.tried, texts: tried.map(stepLine) },
    { label: said.told, texts: helped ? [] : told.map(({ text }) => text) },
    { label: said.helped, texts: outcome },
    { label: said.who, texts: [agents.map(({ name }) => name).join(', ') || said.nobody] },
    { label: said.course, texts: [courseOf(course)] },
  ]
  return lines.filter(({ texts }) => texts.length > 0)
}

/** A step with what came of it. */
export const stepLine = ({ what, outcome, answer }: Recap['tried'][number]) =>
  [what, outcome === 'choice' ? answer : words.recap.outcomes[outcome]].filter(Boolean).join(': ')

function courseOf({
  waitedSeconds,
  talkedSeconds,
  messages,
  moved,
  reopened,
}: Omit<Recap, 'asked' | 'tried' | 'told' | 'helped' | 'agents'>) {
  const said = words.recap
  const parts = [
    waitedSeconds === null ? said.waits : said.waited(asSpan(waitedSeconds)),
    talkedSeconds === null ? '' : said.talked(asSpan(talkedSeconds)),
    said.messages(messages.requester, messages.agents),
    moved > 0 ? said.moved(moved) : '',
    reopened > 0 ? said.reopened(reopened) : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

/** The same as plain text, for a note to whoever goes on; no longer than there is room for. */
export function recapText(recap: Recap, room: number): string {
  const text = recapLines(recap)
    .map(({ label, texts }) => `${label}: ${texts.join(' / ')}`)
    .join('\n')
  return text.length <= room ? text : `${text.slice(0, room - 1).toWellFormed()}…`
}
