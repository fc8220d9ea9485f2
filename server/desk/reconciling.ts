import { turnOf } from '../../shared/queue.ts'
import type { Tally } from './dispatching.ts'
import type { LinePorts, Proposal, Waiting } from './line-ports.ts'

/** How many rows are read at a time. */
const page = 1_000

/**
 * Makes the fast line equal to what PostgreSQL says: who waits and at which turn, which offers are made. The same
 * comparison repairs a slip and fills a line that was forgotten. Returns the teams in which something was put right.
 */
export function createReconciler({ fast, rows, now }: LinePorts, tally: Tally) {
  async function reconcile(): Promise<Set<string>> {
    const whole = await fast.isWhole()
    // What Redis says is read first: what it has and PostgreSQL then has not, is really over.
    const proposals = await fast.proposals()
    const teams = new Set([...(await fast.teams()), ...(await rows.counts()).keys()])
    const repaired = new Set<string>()
    const seen = new Set<string>()
    for (const team of teams) if ((await repair(team, proposals, seen)) > 0) repaired.add(team)
    await dropStray(proposals, seen)
    if (!whole) {
      tally.rebuilt++
      await fast.madeWhole()
    }
    return repaired
  }

  async function repair(team: string, proposals: Map<string, Proposal>, seen: Set<string>): Promise<number> {
    const line = await fast.all(team)
    const waiting = await allWaiting(team)
    let repairs = 0
    const waits = new Set(waiting.map((one) => one.conversation))
    for (const one of waits) seen.add(one)
    for (const one of waiting) if (await repairOne(one, line.get(one.conversation), proposals.get(one.conversation))) repairs++
    for (const [conversation] of line) {
      if (waits.has(conversation)) continue
      await fast.settle(team, conversation)
      repairs++
    }
    tally.repaired += repairs
    return repairs
  }

  async function repairOne(one: Waiting, turn: number | undefined, proposal: Proposal | undefined): Promise<boolean> {
    const { conversation, team, offer } = one
    const due = turnOf(one.waitingSince, one.priority)
    if (offer && (proposal?.offer !== offer.id || turn !== due)) {
      await fast.restore({ team, conversation, agent: offer.agent, offer: offer.id, till: Date.parse(offer.until), turn: due })
      return true
    }
    if (!offer && proposal && proposal.till < now().getTime()) {
      await fast.put(team, conversation, due)
      await fast.release(team, conversation, proposal.offer)
      return true
    }
    if (turn === due) return false
    await fast.put(team, conversation, due)
    return true
  }

  /** A proposal of something that waits nowhere would hold an agent's place for ever. */
  async function dropStray(proposals: Map<string, Proposal>, seen: Set<string>) {
    for (const [conversation, { team, till }] of proposals) {
      if (!seen.has(conversation) && till < now().getTime()) await fast.settle(team, conversation)
    }
  }

  async function allWaiting(team: string): Promise<Waiting[]> {
    const all: Waiting[] = []
    for (;;) {
      const some = await rows.waiting(team, page, all.length)
      all.push(...some)
      if (some.length < page) return all
    }
  }

  return reconcile
}
