import { Refused } from '../../shared/refusal.ts'
import { coalesce } from './coalescing.ts'
import type { Announcer, Change, Step } from './ports.ts'
import { agentsRoom } from './rooms.ts'

/** News on its way to one conversation. */
export interface NewsToBring {
  conversation: string
  incident: string
  title: string
  news: string
  edition: number
  agent: string
  name: string
  text: string
  isLast: boolean
  /** What the last news resolved is open again with it. */
  reopens: boolean
}

/** Which news has not come to which conversation yet. A ticket itself says how far it was told, so that nothing else need be kept. */
export interface NewsRows {
  /** The incidents that have something to tell, each in one process's hands at a time. */
  claim(now: Date): Promise<string[]>
  /** The next news of so many conversations of it, and goes on holding it. */
  next(incident: string, count: number, besides: readonly string[], now: Date): Promise<NewsToBring[]>
  letGo(incident: string): Promise<void>
  /** Those that are over, and of which everybody was told, are looked at no more. */
  settle(now: Date): Promise<void>
}

interface TellingPorts {
  rows: NewsRows
  conversations: { change(step: Step): Promise<Change> }
  announce: Announcer
  now(): Date
  onBug(error: unknown, where: string): void
}

/** Few enough that whoever talks meanwhile hardly waits: what he says is kept between two of them. */
const atOnce = 10
const pauseMs = 300

/**
 * Brings what was written once to everybody of an incident, some at a time. Each is told by an act with the id of the news, which
 * leaves its entries once; whoever was not told yet is found by his ticket, so that a stop in the middle goes on afterwards.
 */
export function createTellingAll({ rows, conversations, announce, now, onBug }: TellingPorts) {
  const stirred = coalesce<string>(pauseMs, async (incident) => announce.tell(agentsRoom, 'incident:changed', { incident }), bug)
  const rounds = coalesce<'all'>(0, round, bug)

  function bug(error: unknown) {
    onBug(error, 'telling all')
  }

  async function round() {
    for (const incident of await rows.claim(now())) {
      const failed: string[] = []
      for (;;) {
        const next = await rows.next(incident, atOnce, failed, now())
        if (next.length === 0) break
        const brought = await Promise.all(next.map(bring))
        failed.push(...next.filter((_, place) => !brought[place]).map(({ conversation }) => conversation))
        stirred.ask(incident)
      }
      await rows.letGo(incident)
    }
  }

  /** In the name of whoever wrote it, who need not see all who read it. */
  async function bring({ conversation, news, agent, name, ...told }: NewsToBring): Promise<boolean> {
    const who = { kind: 'agent', id: agent, name, role: 'agent', teams: [] } as const
    try {
      const { entries } = await conversations.change({ conversation, who, act: { kind: 'bring-news', agent, name, ...told }, id: news })
      return entries.length > 0
    } catch (error) {
      if (!(error instanceof Refused)) bug(error)
      return false
    }
  }

  return {
    /** There is something to tell. */
    ask: () => rounds.ask('all'),

    /** What is left to tell, such as after a stop; and what is over is put away. */
    async turn() {
      await round()
      await rows.settle(now())
    },

    /** Something of this incident is other than it was. */
    stir: (incident: string) => stirred.ask(incident),

    /** Agents see the number of its tickets move. */
    changed(changes: Change[]) {
      for (const { before, conversation } of changes) {
        const [was, is] = [before?.ticket, conversation.ticket]
        const isSame = was?.incident === is.incident && was?.status === is.status && before?.status === conversation.status
        if (isSame) continue
        for (const incident of new Set([was?.incident?.id, is.incident?.id])) if (incident) stirred.ask(incident)
      }
    },

    stop: () => Promise.all([rounds.stop(), stirred.stop()]),
  }
}
