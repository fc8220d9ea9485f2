import type { PublicEntry, Wording } from '../../shared/entry.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { tellRequester } from '../../shared/ui/for-requester.ts'
import { textOf } from '../../shared/ui/text.ts'
import { written } from '../../shared/ui/times.ts'
import { words as shared } from '../../shared/ui/words.ts'
import { evolveVisible, type Visible } from '../../shared/visible.ts'

/** A conversation as plain text to keep: what its requester saw, in his language and at his time. */
export function transcriptOf(entries: readonly PublicEntry[]): { name: string; text: string } {
  const state = entries.reduce<Visible | null>(evolveVisible, null)
  const label = state ? ticketLabel(state.number) : ''
  const nameOf = (id: string) => state?.names[id] ?? shared.someone
  const lines = entries.flatMap((entry) => {
    const told = entry.kind === 'said' ? `${nameOf(entry.by)}: ${spoken(entry.body)}` : tellRequester(entry, nameOf)
    return told ? [`${momentOf(entry.at)}  ${told.replaceAll('\n', '\n    ')}`] : []
  })
  return { name: `${label}.txt`, text: `${[`${label}: ${textOf(state?.subject)}`, '', ...lines].join('\n')}\n` }
}

/** Files are named; their contents are not in a text. */
function spoken(body: Wording | null): string {
  if (!body) return shared.erased
  const names = (body.files ?? []).map(({ name }) => `[${textOf(name)}]`)
  return [textOf(body.text), ...names].filter(Boolean).join('\n')
}

const momentOf = (at: string) => written(at, { dateStyle: 'short', timeStyle: 'short' })
