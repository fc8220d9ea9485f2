import { theClock } from '../../shared/people.ts'
import { Refused } from '../../shared/refusal.ts'
import type { LinePorts } from './line-ports.ts'

export type Overflow = ReturnType<typeof createOverflow>

/** As many as one turn moves; the next one goes on. */
const movedAtOnce = 100

/**
 * Looks after lines that nobody serves any more and for which another team stands in at once. Each wait is decided by itself,
 * by the same rules as everything that is due, so that it does no harm when every process looks.
 */
export function createOverflow({
  rows,
  conversations,
  directory,
  onBug,
}: Pick<LinePorts, 'rows' | 'conversations' | 'directory' | 'onBug'>) {
  async function look(conversation: string) {
    try {
      await conversations.change({ conversation, who: theClock, act: { kind: 'tick' }, id: null })
    } catch (error) {
      if (!(error instanceof Refused)) onBug(error, 'overflow')
    }
  }

  return {
    async turn() {
      const { teams, attended, routing } = directory()
      const left = teams.filter(({ id, open }) => routing(id).overflow?.atOnce && !(open && attended(id)))
      for (const { id } of left) {
        const waiting = await rows.waiting(id, movedAtOnce)
        await Promise.all(waiting.map(({ conversation }) => look(conversation)))
      }
    },
  }
}
