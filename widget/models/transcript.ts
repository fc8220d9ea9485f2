import { byTime } from '../../shared/by-time.ts'
import type { PublicEntry, Wording } from '../../shared/entry.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { tellRequester } from '../../shared/ui/for-requester.ts'
import { textOf } from '../../shared/ui/text.ts'
import { written } from '../../shared/ui/times.ts'
import { words as shared } from '../../shared/ui/words.ts'
import { evolveVisible, type Visible } from '../../shared/visible.ts'

/** A conversation as plain text to keep: what its requester saw, in his language and at his time, with those that go on in it. */
export function transcriptOf(
  entries: readonly PublicEntry[],
  merged: readonly (readonly PublicEntry[])[] = [],
): { name: string; text: string } {
  const timelines = [entries, ...merged]
  const states = timelines.map((one) => one.reduce<Visible | null>(evolveVisible, null))
  const labels = states.map((one) => (one ? ticketLabel(one.number) : ''))
  const [[label = ''], [state]] = [labels, states]
  const nameOf = (id: string) => states.find((one) => one?.names[id])?.names[id] ?? shared.someone
  const lines = [...byTime(timelines)].flatMap(({ strand, entry }) => {
    const told = entry.kind === 'said' ? `${nameOf(entry.by)}: ${spoken(entry.body)}` : tellRequester(entry, nameOf)
    const from = merged.length > 0 ? `${labels[strand]}  ` : ''
    return told ? [`${momentOf(entry.at)}  ${from}${told.replaceAll('\n', '\n    ')}`] : []
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
