import type { Reception } from '../../shared/protocol/visit.ts'

/** What somebody who asks about a topic may expect. */
export type Welcome =
  | { kind: 'unknown' }
  | { kind: 'here'; count: number; waiting: number; minutes: { from: number; to: number } | null }
  | { kind: 'nobody' }
  | { kind: 'closed'; opensAt: string | null; notice?: string }

/** What to expect of a topic; without one, of the best manned. */
export function receptionFor(reception: Reception | null, topic: string | null): Welcome {
  if (!reception) return { kind: 'unknown' }
  const manned = reception.topics.filter(({ id, open }) => open && (topic === null || id === topic))
  const [best] = manned.sort((one, other) => other.here - one.here)
  if (best) return { kind: 'here', count: best.here, waiting: best.waiting, minutes: best.minutes }
  const notice = reception.topics.find((one) => one.notice && (topic === null || one.id === topic))?.notice
  if (notice) return { kind: 'closed', opensAt: null, notice }
  return reception.opensAt ? { kind: 'closed', opensAt: reception.opensAt } : { kind: 'nobody' }
}
