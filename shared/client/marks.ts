import type { Connection } from './connection.ts'

/** Tells the server how far a conversation was received and seen; several steps within a moment are told as one. */
export interface Marks {
  reached(delivered: number, seen: number): void
  dispose(): void
}

const gatherMs = 150

/** Marks for one conversation. Numbers only move forward. */
export function createMarks(connection: Pick<Connection, 'ask'>, conversation: string): Marks {
  let wanted = { delivered: 0, seen: 0 }
  let told = { delivered: 0, seen: 0 }
  let timer: ReturnType<typeof setTimeout> | undefined

  async function tell() {
    timer = undefined
    const telling = { ...wanted }
    const before = told
    told = telling
    const delivered = telling.delivered > before.delivered ? { delivered: telling.delivered } : {}
    const seen = telling.seen > before.seen ? { seen: telling.seen } : {}
    try {
      await connection.ask('conversation:mark', { conversation, ...delivered, ...seen })
    } catch {
      // It is told again with the next step, or when the line is back.
      told = before
    }
  }

  return {
    reached(delivered, seen) {
      wanted = { delivered: Math.max(wanted.delivered, delivered), seen: Math.max(wanted.seen, seen) }
      const isNews = wanted.delivered > told.delivered || wanted.seen > told.seen
      if (isNews && timer === undefined) timer = setTimeout(() => void tell(), gatherMs)
    },
    dispose: () => clearTimeout(timer),
  }
}
