import type { Conversation } from '../../../shared/conversation.ts'
import { standOf, waitingFrom } from '../kinds.ts'
import type { Waiting } from '../line/line-ports.ts'
import type { Directory } from '../ports.ts'

interface Standing {
  conversation: string
  turn: number
}

interface Place extends Standing {
  team: string
  kind: string
}

/** The lines of all teams, each kind in the order of its turns. */
export function createLines(conversation: (id: string) => Conversation | undefined, directory: Pick<Directory, 'topic'>) {
  const lines = new Map<string, Map<string, Standing[]>>()
  const places = new Map<string, Place>()
  const kindsOf = (team: string): Map<string, Standing[]> => {
    const known = lines.get(team) ?? new Map<string, Standing[]>()
    lines.set(team, known)
    return known
  }

  function leave(id: string) {
    const place = places.get(id)
    if (!place) return
    const standing = lines.get(place.team)?.get(place.kind)
    standing?.splice(countBefore(standing, place), 1)
    if (standing?.length === 0) lines.get(place.team)?.delete(place.kind)
    places.delete(id)
  }

  function join(waiting: Waiting) {
    const stands = { conversation: waiting.conversation, team: waiting.team, ...standOf(waiting, directory) }
    const kinds = kindsOf(stands.team)
    const standing = kinds.get(stands.kind) ?? []
    standing.splice(countBefore(standing, stands), 0, stands)
    kinds.set(stands.kind, standing)
    places.set(stands.conversation, stands)
  }

  return {
    /** Takes note of how a conversation stands now. */
    follow(after: Conversation) {
      const waiting = waitingFrom(after)
      const known = places.get(after.id)
      if (waiting && known) {
        const { turn, kind } = standOf(waiting, directory)
        if (known.team === waiting.team && known.turn === turn && known.kind === kind) return
      }
      leave(after.id)
      if (waiting) join(waiting)
    },
    count: (team: string) => [...kindsOf(team).values()].reduce((sum, { length }) => sum + length, 0),
    /** Everybody who waits in a team's line. */
    all: (team: string): string[] => [...kindsOf(team).values()].flatMap((standing) => standing.map((one) => one.conversation)),
    /** How many are before this one. */
    before(id: string): number {
      const place = places.get(id)
      return place ? [...kindsOf(place.team).values()].reduce((sum, standing) => sum + countBefore(standing, place), 0) : 0
    },
    /** The first of each kind who ring nowhere, and whether there are more. */
    first(team: string, count: number): { heads: Waiting[]; more: boolean } {
      const heads: Waiting[] = []
      let more = false
      for (const standing of kindsOf(team).values()) {
        let found = 0
        for (const { conversation: id } of standing) {
          if (found === count) {
            more = true
            break
          }
          const one = conversation(id)
          const waiting = one && !one.offer ? waitingFrom(one) : null
          if (!waiting) continue
          heads.push(waiting)
          found++
        }
      }
      return { heads, more }
    },
  }
}

/** How many of them come before this one: two with the same turn stand by their names. */
function countBefore(standing: readonly Standing[], { turn, conversation }: Standing): number {
  let [from, to] = [0, standing.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const one = standing[middle]
    if (one && (one.turn < turn || (one.turn === turn && one.conversation < conversation))) from = middle + 1
    else to = middle
  }
  return from
}
