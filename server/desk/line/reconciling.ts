import { standOf } from '../kinds.ts'
import type { Tally } from './dispatching.ts'
import type { Proposal, ReconcilePorts, Waiting } from './line-ports.ts'

/** How many rows are read at a time. */
const page = 1_000
/** A line longer than this whose length is right is only compared now and then. */
const long = 2_000
const nowAndThen = 6

/**
 * Makes the fast line equal to what PostgreSQL says: who waits and at which turn, which offers are made. The same
 * comparison repairs a slip and fills a line that was forgotten. Returns the teams in which something was put right.
 */
export function createReconciler({ fast, rows, directory, now }: ReconcilePorts, tally: Pick<Tally, 'repaired' | 'rebuilt'>) {
  let round = 0

  async function reconcile(): Promise<Set<string>> {
    const whole = await fast.isWhole()
    const everything = !whole || round++ % nowAndThen === 0
    const proposals = await fast.proposals()
    const counts = await rows.counts()
    const teams = new Set([...(await fast.teams()), ...counts.keys()])
    const repaired = new Set<string>()
    for (const team of teams) {
      const count = counts.get(team) ?? 0
      if (!everything && count > long && count === (await fast.count(team))) continue
      if ((await repair(team, proposals)) > 0) repaired.add(team)
    }
    await dropStray(proposals)
    if (!whole) {
      tally.rebuilt++
      await fast.madeWhole()
    }
    return repaired
  }

  async function repair(team: string, proposals: Map<string, Proposal>): Promise<number> {
    const [line, kinds] = await Promise.all([fast.all(team), fast.kinds(team)])
    const standing = (id: string) => ({ turn: line.get(id), kind: kinds.get(id) ?? '' })
    let repairs = 0
    for (let skip = 0; ; skip += page) {
      const waiting = await rows.waiting(team, page, skip)
      const mended = await Promise.all(waiting.map((one) => repairOne(one, standing(one.conversation), proposals.get(one.conversation))))
      repairs += mended.filter(Boolean).length
      await takeBackEnded(waiting.filter((_, place) => mended[place]))
      for (const { conversation } of waiting) line.delete(conversation)
      if (waiting.length < page) break
    }
    repairs += await settleStrangers(team, [...line.keys()])
    tally.repaired += repairs
    return repairs
  }

  // Looked at once more: between two pages of a line that moves, somebody may have been overlooked.
  async function settleStrangers(team: string, conversations: string[]): Promise<number> {
    if (conversations.length === 0) return 0
    const waiting = await rows.waitingAmong(conversations)
    const here = new Set(waiting.flatMap((one) => (one.team === team ? [one.conversation] : [])))
    const strangers = conversations.filter((conversation) => !here.has(conversation))
    await Promise.all(strangers.map((conversation) => fast.settle(team, conversation)))
    return strangers.length
  }

  async function repairOne(one: Waiting, stands: Stands, proposal: Proposal | undefined): Promise<boolean> {
    const { conversation, team, offer } = one
    const { turn, kind } = standOf(one, directory())
    const isRight = stands.turn === turn && stands.kind === kind
    if (offer && (proposal?.offer !== offer.id || !isRight)) {
      await fast.restore({ team, conversation, agent: offer.agent, offer: offer.id, till: Date.parse(offer.until), turn, kind })
      return true
    }
    if (!offer && proposal && proposal.till < now().getTime()) {
      await fast.put(team, conversation, turn, kind)
      await fast.release(team, conversation, proposal.offer)
      return true
    }
    if (isRight) return false
    await fast.put(team, conversation, turn, kind)
    return true
  }

  /** An offer that ended between the look and its restoring would hold a place until its time: what follows its end came too early. */
  async function takeBackEnded(mended: Waiting[]) {
    const restored = mended.filter(({ offer }) => offer)
    if (restored.length === 0) return
    const known = new Map((await rows.waitingAmong(restored.map(({ conversation }) => conversation))).map((one) => [one.conversation, one]))
    for (const { conversation, team, offer } of restored) {
      const is = known.get(conversation)
      if (is?.team !== team) await fast.settle(team, conversation)
      else if (offer && is.offer?.id !== offer.id) await fast.release(team, conversation, offer.id)
    }
  }

  /** A proposal of something that waits nowhere would hold an agent's place for ever. */
  async function dropStray(proposals: Map<string, Proposal>) {
    const old = [...proposals].filter(([, { till }]) => till < now().getTime())
    if (old.length === 0) return
    const waiting = new Set((await rows.waitingAmong(old.map(([conversation]) => conversation))).map((one) => one.conversation))
    for (const [conversation, { team }] of old) if (!waiting.has(conversation)) await fast.settle(team, conversation)
  }

  return reconcile
}

/** Where somebody stands in the fast line; no turn is nowhere. */
interface Stands {
  turn: number | undefined
  kind: string
}
