import type { AgentChat } from '../../shared/client/chat.ts'
import type { Entry } from '../../shared/entry.ts'
import { outcomes } from '../../shared/guide.ts'
import type { StepTaken } from '../../shared/step.ts'
import type { NameOf } from '../../shared/ui/lines.ts'
import { timeOf } from '../../shared/ui/times.ts'
import { words as laterWords } from '../later-words.ts'
import type { Notices } from './notices.ts'

/** A message that may tell of a step. */
export interface Telling {
  /** Its public number. */
  seq: number
  text: string
  /** When, who and what, in a line. */
  told: string
}

/** So many messages can be chosen from; more would be looked for in vain. */
const mostMessages = 30
const longestLine = 70

/** The messages that may tell of a step, the latest first. */
export function messagesIn(entries: readonly Entry[], nameOf: NameOf): Telling[] {
  const said = entries.flatMap(({ lane, ...entry }) => {
    const text = entry.kind === 'said' && lane === 'public' ? (entry.body?.text.replaceAll(/\s+/g, ' ').trim() ?? '') : ''
    return text ? [{ seq: entry.seq, text, told: `${timeOf(entry.at)} ${nameOf(entry.by)}: ${shortened(text)}` }] : []
  })
  return said.slice(-mostMessages).reverse()
}

const shortened = (text: string) => (text.length <= longestLine ? text : `${text.slice(0, longestLine).toWellFormed()}…`)

/** Takes a step back that an agent logged; that can be taken back as well. */
export function takeStepBack(chat: AgentChat, notices: Notices, { what, outcome, about, tried }: StepTaken): void {
  if (tried === undefined) return
  const as = outcomes.find((one) => one === outcome) ?? 'done'
  const again = () => chat.act({ kind: 'log-step', what, outcome: as, ...(about !== undefined && { about }) })
  chat.act({ kind: 'unlog-step', tried }).then(() => notices.done(laterWords.guides.takenBack(what), again), notices.refused)
}
