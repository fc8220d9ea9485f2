import { evolveVisible, type Visible } from '../../shared/conversation.ts'
import type { PublicEntry, Wording } from '../../shared/entry.ts'
import { ticketLabel } from '../../shared/ticket.ts'

/** Where a conversation stands for its requester, folded from the public entries that he may see; `last` counts what was said too. */
export function visibleFrom(entries: readonly PublicEntry[], last: number): Visible | null {
  const state = entries.reduce<Visible | null>(evolveVisible, null)
  return state && { ...state, last }
}

/** A conversation as plain text to keep: what its requester saw, and nothing else. Times are UTC, and say so. */
export function transcriptOf(entries: readonly PublicEntry[]): { name: string; text: string } | null {
  const state = entries.reduce<Visible | null>(evolveVisible, null)
  if (!state) return null
  const label = ticketLabel(state.number)
  const lines = entries.flatMap((entry) => lineOf(entry, state))
  const head = [`${label}: ${state.subject}`, `Begun ${minuteOf(state.openedAt)} UTC`, '']
  return { name: `${label}.txt`, text: `${[...head, ...lines].join('\n')}\n` }
}

function lineOf(entry: PublicEntry, { names }: Visible): string[] {
  const words = wordsOf(entry, (id) => names[id] ?? 'Service desk')
  return words === null ? [] : [`${minuteOf(entry.at)}  ${words}`]
}

function wordsOf(entry: PublicEntry, name: (id: string) => string): string | null {
  switch (entry.kind) {
    case 'said':
      return `${name(entry.by)}: ${entry.body ? spoken(entry.body) : '(removed)'}`
    case 'assigned':
    case 'joined':
      return `${name(entry.agent)} is here.`
    case 'stepped-out':
      return `${name(entry.agent)} has left.`
    case 'queued':
      return 'Waiting for the next agent.'
    case 'held':
      return 'On hold.'
    case 'resumed':
      return 'It goes on.'
    case 'message-left':
      return 'Kept as a message.'
    case 'abandoned':
      return 'Left before anybody came.'
    case 'ended':
      return 'Ended.'
    case 'reopened':
      return 'Reopened.'
    case 'resolved':
      return entry.body ? `Resolved: ${entry.body.resolution}` : 'Resolved.'
    case 'opened':
    case 'rated':
    case 'closed':
      return null
  }
}

/** Files are named; their contents are not in a text. */
const spoken = ({ text, files = [] }: Wording) =>
  [text, ...files.map(({ name }) => `[${name}]`)].filter(Boolean).join('\n').replaceAll('\n', '\n    ')

const minuteOf = (at: string) => at.slice(0, 16).replace('T', ' ')
