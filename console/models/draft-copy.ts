import { fitting, mostAside } from '../../shared/draft.ts'
import { asKept } from './guard.ts'

/** What is being written, and what was written on another device in the same moment and lies aside. */
export interface Words {
  text: string
  aside: readonly string[]
}

/** This browser's copy of a draft, and how far the desk and it agree. */
export interface DraftCopy extends Words {
  /** As the desk had it when they last agreed; what differs from it was written here since. */
  kept: Words & { version: number }
  /** What is on its way to the desk. */
  sent: Words | null
}

export const noDraft: DraftCopy = { text: '', aside: [], kept: { text: '', aside: [], version: 0 }, sent: null }

/** What the desk is to keep of a copy. */
export const wordsOf = ({ text, aside }: Words): Words => ({ text: keepable(text), aside: aside.map(keepable) })

/** Whether something was written here that the desk does not have. */
export const isAhead = (copy: DraftCopy) => hasNewText(copy) || hasNewAside(copy)

/** Whether something was laid aside, or taken from there, that the desk does not know of. */
export const hasNewAside = ({ aside, kept }: DraftCopy) => !isSame(aside.map(keepable), kept.aside)

const hasNewText = ({ text, kept }: DraftCopy) => keepable(text) !== kept.text

/** Secrets do not leave this browser before their writer has said that they may. */
const keepable = (text: string) => asKept(fitting(text))

/**
 * The copy after the desk said how the draft stands. What was written here stays where the cursor is; what was written
 * elsewhere meanwhile, and is in none of it, lies aside. Nothing is lost on either device.
 */
export function agreed(copy: DraftCopy, now: DraftCopy['kept']): DraftCopy {
  const next = { ...copy, kept: now, sent: null, aside: mergedAside(copy, now) }
  if (now.text === copy.kept.text || now.text === copy.sent?.text) return next
  if (!hasNewText(copy)) return { ...next, text: now.text }
  return { ...next, aside: laidAside(next, now.text) }
}

/** The desk has no such draft any more: what was not written here since is gone. */
export const gone = (copy: DraftCopy): DraftCopy => agreed(copy, { text: '', aside: [], version: copy.kept.version })

/** Takes one of the texts that lie aside up again, below what stands there. */
export const takenUp = (copy: DraftCopy, text: string): DraftCopy => ({
  ...letGo(copy, text),
  text: [copy.text, text].filter(Boolean).join('\n'),
})

/** Lays a text aside again. */
export const putAside = (copy: DraftCopy, text: string): DraftCopy => ({ ...copy, aside: laidAside(copy, text) })

/** Forgets one of the texts that lie aside. */
export const letGo = (copy: DraftCopy, text: string): DraftCopy => ({ ...copy, aside: copy.aside.filter((one) => one !== text) })

function mergedAside({ text, aside, kept, sent }: DraftCopy, now: Words): readonly string[] {
  if (isSame(now.aside, kept.aside) || (sent && isSame(now.aside, sent.aside))) return aside
  if (isSame(aside.map(keepable), kept.aside)) return now.aside
  return now.aside.reduce((all, one) => laidAside({ text, aside: all }, one), aside)
}

/** Not what is blank or stands somewhere already; and what another text begins with is in that. */
function laidAside({ text, aside }: Words, more: string): readonly string[] {
  if (!more.trim() || [text, ...aside].some((one) => one.includes(more))) return aside
  const all = [...aside.filter((one) => !more.includes(one)), more]
  return all.length > mostAside ? [fitting(`${all[0]}\n${all[1]}`), ...all.slice(2)] : all
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((text, place) => text === other[place])
