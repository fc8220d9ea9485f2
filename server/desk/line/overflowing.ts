import { theClock } from '../../../shared/people.ts'
import { Refused } from '../../../shared/refusal.ts'
import { movingOn } from './crowding.ts'
import type { LinePorts } from './line-ports.ts'

export type Overflow = ReturnType<typeof createOverflow>

/** As many as one turn moves; the next one goes on. */
const movedAtOnce = 100

/**
 * Looks after lines for which another team stands in and can: at once where nobody serves them any more, or for those who have
 * waited there for long enough. Each wait is decided by itself, by the same rules as everything that is due, so that it does no
 * harm when every process looks.
 */
export function createOverflow({
  rows,
  conversations,
  directory,
  now,
  onBug,
}: Pick<LinePorts, 'rows' | 'conversations' | 'directory' | 'now' | 'onBug'>) {
  async function look(conversation: string) {
    try {
      await conversations.change({ conversation, who: theClock, act: { kind: 'tick' }, id: null })
    } catch (error) {
      if (!(error instanceof Refused)) onBug(error, 'overflow')
    }
  }

  /** For how many there is room where they would go. */
  async function roomIn(team: string): Promise<number> {
    const { length } = directory().routing(team).limits
    if (!length) return movedAtOnce
    return Math.min(movedAtOnce, length.most - ((await rows.counts()).get(team) ?? 0))
  }

  return {
    async turn() {
      for (const { id } of directory().teams) {
        const move = movingOn(id, now(), directory())
        const room = move ? await roomIn(move.to) : 0
        if (!move || room <= 0) continue
        await Promise.all((await rows.movable({ from: id, ...move }, room)).map(look))
      }
    },
  }
}
