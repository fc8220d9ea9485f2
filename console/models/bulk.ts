import { createModel, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import { newId } from '../../shared/client/ids.ts'
import type { TicketRow } from '../../shared/protocol/ticket-list.ts'
import type { Act } from '../../shared/protocol.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import { actsBack, actsFor, isSo, type Solved, type TicketChange } from './ticket-changes.ts'

/** So many at once: quick enough for hundreds, and the chats of this agent do not wait behind them. */
const atOnce = 4

/** How far a change of many got. */
export interface Progress {
  kind: 'change' | 'undo'
  total: number
  done: number
  /** Why some were refused, and how many. */
  refused: ReadonlyMap<RefusalCode, number>
  state: 'running' | 'over'
}

interface Undoing {
  conversation: string
  acts: Act[]
}

/** Changes one ticket or many, shows how far it got, and takes it back. */
export const BulkModel = createModel((connection: Connection, changed: () => Promise<void>) => {
  const progress = signal<Progress | null>(null)
  /** What takes the last change back, ticket by ticket. */
  const undoing = signal<readonly Undoing[]>([])
  let stopped = false

  async function each<T>(kind: Progress['kind'], all: readonly T[], work: (one: T) => Promise<void>, back: readonly Undoing[] = []) {
    stopped = false
    progress.value = { kind, total: all.length, done: 0, refused: new Map(), state: 'running' }
    const waiting = [...all]
    const worker = async () => {
      for (let one = waiting.shift(); one !== undefined && !stopped; one = waiting.shift()) await work(one).then(count, counted)
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    undoing.value = back
    advance({ state: 'over' })
    await changed()
  }

  const advance = (news: Partial<Progress>) => {
    const before = progress.peek()
    if (before) progress.value = { ...before, ...news }
  }
  const count = () => advance({ done: (progress.peek()?.done ?? 0) + 1 })
  const counted = (error: unknown) => {
    const code = error instanceof Refused ? error.code : 'unavailable'
    const refused = new Map(progress.peek()?.refused)
    advance({ refused: refused.set(code, (refused.get(code) ?? 0) + 1) })
    count()
  }

  async function act(conversation: string, acts: readonly Act[]) {
    for (const one of acts) await connection.ask('conversation:act', { conversation, id: newId(), act: one })
  }

  /** What the ticket loses with the change and must be told again to undo it. */
  async function solvedBefore(change: TicketChange, { conversation, status }: TicketRow): Promise<Solved | null> {
    if (change.what !== 'status' || (status !== 'resolved' && status !== 'closed')) return null
    const { ticket } = await connection.ask('ticket:read', { conversation })
    return ticket.code ? { code: ticket.code, resolution: ticket.resolution ?? '' } : null
  }

  return {
    progress,
    undoing,

    async change(rows: readonly TicketRow[], change: TicketChange) {
      if (progress.peek()?.state === 'running') return
      const back: Undoing[] = []
      undoing.value = []
      await each(
        'change',
        rows.filter((row) => !isSo(change, row)),
        async (row) => {
          const solved = await solvedBefore(change, row)
          await act(row.conversation, actsFor(change))
          back.push({ conversation: row.conversation, acts: actsBack(change, row, solved) })
        },
        back,
      )
    },

    async undo() {
      const all = undoing.peek()
      undoing.value = []
      await each('undo', all, ({ conversation, acts }) => act(conversation, acts))
    },

    /** Leaves the rest as it is; what was done can be undone. */
    stop() {
      stopped = true
    },

    dismiss() {
      progress.value = null
      undoing.value = []
    },
  }
})

export type Bulk = InstanceType<typeof BulkModel>
