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
  /** Those that were refused, each with its reason. */
  left: readonly Left[]
  state: 'running' | 'over'
}

type Ticket = Pick<TicketRow, 'conversation' | 'number' | 'label'>

/** A ticket that is not as it was wanted. */
export interface Left extends Ticket {
  why: RefusalCode
  /** Something of it was done before the rest was refused. */
  inPart: boolean
}

/** A ticket, and what is still to be done with it. */
interface Task extends Ticket {
  acts: readonly Act[]
}

interface Stuck {
  why: RefusalCode
  inPart: boolean
  rest: readonly Act[]
}

/** Changes one ticket or many, shows how far it got, and takes it back. */
export const BulkModel = createModel((connection: Connection, changed: () => Promise<void>) => {
  const progress = signal<Progress | null>(null)
  /** What takes the last change back, ticket by ticket; after a try, what is left of that. */
  const undoing = signal<readonly Task[]>([])
  let stopped = false

  /** Returns those that were not begun, because somebody stopped it. */
  async function each<T extends Ticket>(kind: Progress['kind'], all: readonly T[], work: (one: T) => Promise<Stuck | null>): Promise<T[]> {
    stopped = false
    progress.value = { kind, total: all.length, done: 0, left: [], state: 'running' }
    const waiting = [...all]
    const worker = async () => {
      for (let one = waiting.shift(); one !== undefined; one = stopped ? undefined : waiting.shift()) count(one, await work(one))
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    return waiting
  }

  const advance = (news: Partial<Progress>) => {
    const before = progress.peek()
    if (before) progress.value = { ...before, ...news }
  }
  const count = ({ conversation, number, label }: Ticket, stuck: Stuck | null) => {
    const { done = 0, left = [] } = progress.peek() ?? {}
    const { why, inPart } = stuck ?? {}
    advance({ done: done + 1, left: why ? [...left, { conversation, number, label, why, inPart: inPart === true }] : left })
  }
  async function end(back: readonly Task[]) {
    undoing.value = back
    advance({ state: 'over' })
    await changed()
  }

  /** One act after the other, up to the first that is refused. */
  async function act(conversation: string, acts: readonly Act[]): Promise<Stuck | null> {
    for (const [place, one] of acts.entries()) {
      try {
        await connection.ask('conversation:act', { conversation, id: newId(), act: one })
      } catch (error) {
        return { why: codeOf(error), inPart: place > 0, rest: acts.slice(place) }
      }
    }
    return null
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
      const back: Task[] = []
      undoing.value = []
      const wanted = rows.filter((row) => !isSo(change, row))
      await each('change', wanted, async (row) => {
        const acts = actsFor(change)
        try {
          const solved = await solvedBefore(change, row)
          const stuck = await act(row.conversation, acts)
          if (!stuck) back.push({ ...row, acts: actsBack(change, row, solved) })
          return stuck
        } catch (error) {
          return { why: codeOf(error), inPart: false, rest: acts }
        }
      })
      await end(back)
    },

    /** What the desk does not take back now, such as a chat to somebody who has no place any more, is left, and can be tried again. */
    async undo() {
      if (progress.peek()?.state === 'running') return
      const left: Task[] = []
      const all = undoing.peek()
      undoing.value = []
      const notBegun = await each('undo', all, async (task) => {
        const stuck = await act(task.conversation, task.acts)
        if (stuck) left.push({ ...task, acts: stuck.rest })
        return stuck
      })
      await end([...left, ...notBegun])
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

const codeOf = (error: unknown): RefusalCode => (error instanceof Refused ? error.code : 'unavailable')

export type Bulk = InstanceType<typeof BulkModel>
