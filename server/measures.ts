import { type RefusalCode, Refused } from '../shared/refusal.ts'
import type { Desk } from './desk/desk.ts'
import type { Change } from './desk/ports.ts'
import type { Metrics } from './http/metrics.ts'

/** Counts what was committed: how offers end, and who writes. */
export function countChanges({ offers, messages }: Metrics, changes: Change[]) {
  for (const { before, conversation, entries } of changes) {
    for (const entry of entries) {
      if (entry.kind === 'declined' || entry.kind === 'expired' || entry.kind === 'withdrawn') offers.inc({ outcome: entry.kind })
      if (entry.kind === 'assigned' && before?.offer?.agent === entry.agent) offers.inc({ outcome: 'accepted' })
      if (entry.kind === 'said' || entry.kind === 'noted')
        messages.inc({ kind: entry.by === conversation.requester ? 'requester' : 'agent' })
    }
  }
}

/** The same desk, with its acts counted by how they ended, and how long their answers took. */
export function counted(desk: Desk, { acts, acknowledged }: Metrics): Desk {
  return {
    ...desk,
    async act(who, conversation, id, act) {
      const answered = acknowledged.startTimer()
      try {
        const left = await desk.act(who, conversation, id, act)
        answered()
        acts.inc({ kind: act.kind, outcome: 'kept' })
        return left
      } catch (error) {
        acts.inc({ kind: act.kind, outcome: outcomeOf(error) })
        throw error
      }
    },
  }
}

const troubles: readonly RefusalCode[] = ['failed', 'unavailable']
const outcomeOf = (error: unknown) => (error instanceof Refused && !troubles.includes(error.code) ? 'refused' : 'failed')

/** A message that somebody else's device has not said yet that it has. */
interface Underway {
  seq: number
  by: string
  at: number
}

const mostUnderway = 10_000
/** Whoever takes longer was not there: that is no delay of ours. */
const givenUpMs = 60_000

/**
 * Times deliveries: from a message kept here to the first word of another one's device that it is there, one of a
 * conversation at a time. Devices that tell another process are not timed.
 */
export function timeDeliveries({ delivered }: Metrics, now: () => number = () => performance.now()) {
  const underway = new Map<string, Underway>()

  function begin(conversation: string, message: Underway) {
    const before = underway.get(conversation)
    // Whoever answers has what was said, even if his device did not say so.
    if (before && before.by === message.by && message.at - before.at < givenUpMs) return
    underway.delete(conversation)
    underway.set(conversation, message)
    for (const oldest of underway.keys()) {
      if (underway.size <= mostUnderway) break
      underway.delete(oldest)
    }
  }

  return {
    kept(changes: Change[]) {
      const at = now()
      for (const { conversation, entries } of changes) {
        // Before somebody is there to read it, a message waits for him, and not for us.
        if (conversation.status !== 'active') continue
        for (const { kind, seq, by } of entries) if (kind === 'said') begin(conversation.id, { seq, by, at })
      }
    },

    arrived(conversation: string, person: string, upTo: number) {
      const message = underway.get(conversation)
      if (!message || message.by === person || upTo < message.seq) return
      underway.delete(conversation)
      const took = now() - message.at
      if (took < givenUpMs) delivered.observe(took / 1000)
    },
  }
}

/** The same desk, telling whose device says that it has what. */
export function timed(desk: Desk, arrived: ReturnType<typeof timeDeliveries>['arrived']): Desk {
  return {
    ...desk,
    async mark(who, conversation, marks) {
      await desk.mark(who, conversation, marks)
      arrived(conversation, who.id, Math.max(marks.delivered ?? 0, marks.seen ?? 0))
    },
  }
}
