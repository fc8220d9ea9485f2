import type { Entry } from '../../shared/entry.ts'
import type { NameOf } from '../../shared/ui/lines.ts'

/** What agents see of a timeline, with everybody called as he is called now. */
export const shownEntries = (entries: readonly Entry[], nameOf: NameOf): readonly Entry[] =>
  withoutRepetitions(entries).map((entry) => withNames(entry, nameOf))

/** Who is mentioned is called as he is called now. */
function withNames(entry: Entry, nameOf: NameOf): Entry {
  if (entry.kind !== 'noted' || !entry.mentions || !entry.body) return entry
  const { as = [], text } = entry.body
  const now = entry.mentions.reduce((told, id, place) => told.replaceAll(`@${as[place]}`, `@${nameOf(id)}`), text)
  return now === text ? entry : { ...entry, body: { ...entry.body, text: now } }
}

/**
 * A ticket is logged anew after whatever follows its end; that it was logged is news only once.
 * And that somebody was asked is told by his answer.
 */
function withoutRepetitions(entries: readonly Entry[]): readonly Entry[] {
  const logged = entries.find(({ kind }) => kind === 'logged')
  return entries.filter((entry, at) => {
    if (entry.kind === 'logged') return entry === logged
    // What is said in a thread of advice stands beside.
    if (entry.kind === 'noted' && entry.advice) return entry.to !== undefined
    return entry.kind !== 'offered' || !isAccepted(entry, entries.slice(at + 1, at + 4))
  })
}

const isAccepted = ({ agent }: Entry & { kind: 'offered' }, next: readonly Entry[]) =>
  next.some((entry) => entry.kind === 'assigned' && entry.how === 'offer' && entry.agent === agent)
