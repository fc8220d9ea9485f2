import type { Entry } from './entry.ts'

/** The known incident that a conversation belongs to: many people, one cause. */
export interface Cause {
  id: string
  title: string
  /** The number of the latest news that reached it. */
  edition: number
  /** It is over: what is left is this one's own. */
  over?: true
}

/** What a conversation has in common with others after one more entry; null where that is nothing. */
export function causeAfter(cause: Cause | null, entry: Entry): Cause | null {
  switch (entry.kind) {
    case 'incident-joined':
      return { id: entry.incident, title: entry.body?.title ?? '', edition: entry.edition }
    case 'incident-left':
      return null
    case 'incident-news':
      return cause && { id: cause.id, title: entry.body?.title ?? cause.title, edition: entry.edition, ...(entry.over && { over: true }) }
    default:
      return cause
  }
}

const hex = (id: string) => id.replaceAll('-', '')

/**
 * The one conversation in which a requester says "me too" to an incident: whoever says so twice, or in two tabs, says it once.
 * It is made of both ids, and is an id of the eighth kind itself.
 */
export function meTooOf(incident: string, requester: string): string {
  const [one, other] = [hex(incident), hex(requester)]
  const mixed = [...one].map((digit, at) => (Number.parseInt(digit, 16) ^ Number.parseInt(other[at] ?? '0', 16)).toString(16))
  mixed[12] = '8'
  mixed[16] = '8'
  const all = mixed.join('')
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-')
}
