import { createHash } from 'node:crypto'
import type { Settled } from './ports.ts'

export interface ReckoningPorts {
  settled(): Settled
  /** Reckons anew when everything is due. */
  reckonAll(): Promise<void>
  /** By which settings that was done last, by whatever process; null where that was never noted. */
  read(): Promise<string | null>
  write(mark: string): Promise<void>
}

export type Reckoning = ReturnType<typeof createReckoning>

/**
 * What is due follows the settings. Every process reckons it anew once it knows of other ones, since what it wrote down until
 * then followed the old; one that starts does, if those who saved them did not come that far.
 */
export function createReckoning({ settled, reckonAll, read, write }: ReckoningPorts) {
  let known: string | null = null
  let underway: Promise<void> = Promise.resolve()

  async function reckon(isNews: boolean) {
    const mark = markOf(settled())
    const before = known ?? (await read())
    // Where it was never noted, each row still has what it was written with.
    if (isNews || (before !== null && before !== mark)) await reckonAll()
    if (before !== mark) await write(mark)
    known = mark
  }

  return {
    /** One at a time; resolves once what is due follows the settings that were known when it was asked. News are always heeded. */
    look(isNews = false): Promise<void> {
      underway = underway.catch(() => {}).then(() => reckon(isNews))
      return underway
    },
  }
}

/** All that decides when something is due, but for the conversations themselves. */
function markOf({ settings, teams, routing, topic }: Settled): string {
  const needs = (id: string) => topic(id)?.needs ?? []
  const all = teams.map(({ id, topics }) => [id, routing(id), topics.map((one) => [one.id, needs(one.id)])])
  return createHash('sha256')
    .update(JSON.stringify([settings, all]))
    .digest('hex')
}
