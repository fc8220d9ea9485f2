import { type RefusalCode, Refused } from '../shared/refusal.ts'
import type { Desk } from './desk/desk.ts'
import type { Tally } from './desk/dispatching.ts'
import type { Change } from './desk/ports.ts'
import type { Metrics } from './http/metrics.ts'

/** Counts how offers end, from what was committed. */
export function countOffers({ offers }: Metrics, changes: Change[]) {
  for (const { before, entries } of changes) {
    for (const entry of entries) {
      if (entry.kind === 'declined' || entry.kind === 'expired' || entry.kind === 'withdrawn') offers.inc({ outcome: entry.kind })
      if (entry.kind === 'assigned' && before?.offer?.agent === entry.agent) offers.inc({ outcome: 'accepted' })
    }
  }
}

/** The same desk, with its acts counted by how they ended. */
export function counted(desk: Desk, { acts }: Metrics): Desk {
  return {
    ...desk,
    async act(who, conversation, id, act) {
      try {
        const left = await desk.act(who, conversation, id, act)
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

/** Reads what is counted only when somebody asks: connections, and who waits. */
export function gaugeWhenAsked(
  { sockets, waiting }: Metrics,
  connected: () => { requester: number; agent: number },
  counts: () => Promise<ReadonlyMap<string, number>>,
  nameOf: (team: string) => string,
) {
  Object.assign(sockets, {
    collect() {
      for (const [kind, count] of Object.entries(connected())) sockets.set({ kind }, count)
    },
  })
  Object.assign(waiting, {
    async collect() {
      waiting.reset()
      for (const [team, count] of await counts()) waiting.set({ team: nameOf(team) }, count)
    },
  })
}

/** Reads what the line did, which it counts by itself, when somebody asks. */
export function countLine({ line }: Metrics, tally: () => Readonly<Tally>) {
  Object.assign(line, {
    collect() {
      line.reset()
      for (const [what, count] of Object.entries(tally())) line.inc({ what }, count)
    },
  })
}
