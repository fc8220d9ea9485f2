import type { Conversation } from '../../shared/conversation.ts'
import type { Colleague } from '../../shared/protocol/line.ts'

/** Who may read a conversation, and so may be named in its notes. The server decides; this keeps others out of the list. */
export function readersOf(colleagues: readonly Colleague[], { team, ticket, agent, joined, offer, advice = [] }: Conversation, me: string) {
  const teams = [team, ticket.escalation?.team]
  const asked = [offer?.agent, ticket.escalation?.asked?.agent, ...advice.map(({ of }) => of)]
  const parts = [agent, ...joined, ticket.communicationOwner, ticket.workOwner, ...asked]
  return colleagues.filter(
    (one) => one.id !== me && (one.role !== 'agent' || one.teams.some((id) => teams.includes(id)) || parts.includes(one.id)),
  )
}

/** What is written behind an @ where the cursor stands; null where nobody is being named. */
export const mentionAsked = (before: string): string | null => /(?:^|[\s(])@([^\s@][^@\n]{0,40}|)$/u.exec(before)?.[1] ?? null

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()
const most = 6

/** Colleagues whose name, or a word of it, begins so, in whatever case and with or without accents; those who are here first. */
export function fittingNames(readers: readonly Colleague[], asked: string): Colleague[] {
  const wanted = plain(asked)
  const fits = ({ name }: Colleague) =>
    plain(name).startsWith(wanted) ||
    plain(name)
      .split(/\s+/)
      .some((word) => word.startsWith(wanted))
  return readers
    .filter((one) => fits(one) && plain(one.name) !== wanted.trimEnd())
    .toSorted((one, other) => Number(other.here) - Number(one.here) || one.name.localeCompare(other.name))
    .slice(0, most)
}

/** Whom a note names: the longest name first, so that Ada Lovelace is not Ada. Of two who are called the same, the one who was chosen. */
export function namedIn(text: string, readers: readonly Colleague[], chosen: ReadonlyMap<string, string>) {
  const found: { agent: string; as: string }[] = []
  let left = text
  for (const name of [...new Set(readers.map((one) => one.name))].toSorted((one, other) => other.length - one.length)) {
    const at = new RegExp(`(?<![\\p{L}\\p{N}])@${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu')
    if (!at.test(left)) continue
    left = left.replaceAll(at, ' ')
    const called = readers.filter((one) => one.name === name)
    const picked = called.find(({ id }) => id === chosen.get(name))
    for (const { id } of picked ? [picked] : called) found.push({ agent: id, as: name })
  }
  return found.length > 0 ? { mentions: found.slice(0, 10) } : {}
}
