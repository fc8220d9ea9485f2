import type { aChance } from '../../support/chance.ts'
import { dare } from '../../support/dare.ts'
import type { Seen } from '../../support/laws.ts'
import type { LineTo } from '../../support/line-to.ts'
import type { chatsOf } from './chats.ts'

/** Somebody who uses the desk as people do. */
export interface Actor {
  name: string
  /** From now on he only finishes what he has begun; or goes on as before. */
  calms(down: boolean): void
  /** Whether he is there, and all that he wrote has arrived. */
  isDone(): boolean
  /** All that he sees, and all that he saw since he was last asked to forget it. */
  seen(): Seen[]
  forgets(): void
  leaves(): Promise<void>
}

/** What chance says for one step, always the same number of throws: so that nobody's choices depend on what happened to him before. */
export interface Dice {
  what: number
  which: number
  how: number
}

/** One step after the other, each after a while, until somebody ends it. */
export function aLife(chance: ReturnType<typeof aChance>, pauseMs: [number, number], step: (dice: Dice) => Promise<unknown>) {
  let over = false
  const living = (async () => {
    while (!over) {
      const dice = { what: chance.between(0, 1), which: chance.between(0, 1), how: chance.between(0, 1) }
      await new Promise((resolve) => setTimeout(resolve, chance.between(...pauseMs)))
      if (!over) await dare(step(dice))
    }
  })()
  // Whoever ends it hears of it.
  living.catch(() => undefined)
  return () => {
    over = true
    return living
  }
}

interface Hands {
  name: string
  chats: ReturnType<typeof chatsOf>
  line(): LineTo | null
  calms(down: boolean): void
  goes(): void
  stop(): Promise<void>
}

/** Somebody with a life and chats, for those who begin and end it. */
export const asActor = ({ name, chats, line, calms, goes, stop }: Hands): Actor => ({
  name,
  calms,
  isDone: () => line()?.socket.connected === true && chats.unsent() === 0,
  seen: chats.seen,
  forgets: chats.forget,
  async leaves() {
    goes()
    await stop()
    // He may have come once more meanwhile.
    goes()
  },
})

/** Of deeds with their shares of all that is done, the one that the dice say. */
export function chosen<Deed>(dice: number, deeds: readonly (readonly [share: number, deed: Deed])[]): Deed | undefined {
  const all = deeds.reduce((sum, [share]) => sum + share, 0)
  let upTo = 0
  for (const [share, deed] of deeds) {
    upTo += share
    if (dice * all < upTo) return deed
  }
  return undefined
}

/** The one of a list that the dice say, if there is one. */
export const pointed = <T>(dice: number, list: readonly T[]): T | undefined => list[Math.floor(dice * list.length)]
