import type { Conversation } from '../../shared/conversation.ts'
import type { Standing } from '../../shared/queue.ts'
import type { Change, Foreseen } from '../desk/ports.ts'
import type { Known } from './known.ts'
import { takeSteps, type Work } from './work.ts'

type Foresee = (newcomers: Conversation[], touched: ReadonlyMap<string, Standing>) => Promise<Foreseen[]>

/**
 * Takes what follows at once from those who just came, as part of the same work. `standings` get those that it rests on.
 * Returns the changes as they are with what followed; what is refused does not happen.
 */
export async function takeForeseen(
  foresee: Foresee,
  work: Work,
  standings: Map<string, Known<Standing>>,
  changes: Change[],
): Promise<Change[]> {
  const newcomers = changes.filter(({ before, conversation }) => before === null && conversation.status === 'waiting')
  if (newcomers.length === 0) return changes
  const foreseen = await foresee(
    newcomers.map(({ conversation }) => conversation),
    work.standings,
  )
  const followed = new Map(foreseen.map((one) => [one.step.conversation, take(work, standings, one)]))
  return changes.map((change) => together(change, followed.get(change.conversation.id)))
}

function take(work: Work, standings: Map<string, Known<Standing>>, { step, standing, version }: Foreseen): Change | undefined {
  if (!work.standings.has(standing.agent)) {
    work.standings.set(standing.agent, standing)
    standings.set(standing.agent, { state: standing, version })
  }
  const [result] = takeSteps(work, [step])
  return result?.status === 'fulfilled' ? result.value : undefined
}

/** Who came is told of what he left himself. */
const together = (change: Change, { conversation, entries, standings }: Partial<Change> = {}): Change => ({
  ...change,
  conversation: conversation ?? change.conversation,
  entries: [...change.entries, ...(entries ?? [])],
  standings: [...change.standings, ...(standings ?? [])],
})
