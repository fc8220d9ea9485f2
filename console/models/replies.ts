import { createModel, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import type { CannedReply } from '../../shared/protocol/admin.ts'

/** The texts that I keep ready, or my teams, or everyone. */
export const RepliesModel = createModel((connection: Connection) => {
  const list = signal<readonly CannedReply[]>([])

  async function load() {
    try {
      list.value = (await connection.ask('replies:list', {})).replies
    } catch {
      // Without them one can still write; they are asked for again when the line is back.
    }
  }
  effect(() => connection.onBack(() => void load()))

  return { list, load }
})

export type Replies = InstanceType<typeof RepliesModel>

/** Those that fit what stands behind the slash. Whose name begins with it comes first. */
export function fitting(replies: readonly CannedReply[], written: string): CannedReply[] {
  const wanted = written.replace(/^\//, '').trim().toLowerCase()
  const fits = replies.filter(({ name, text }) => `${name}\n${text}`.toLowerCase().includes(wanted))
  return fits.toSorted((one, other) => rank(one, wanted) - rank(other, wanted) || one.name.localeCompare(other.name)).slice(0, 8)
}

const rank = ({ name }: CannedReply, wanted: string) => (name.toLowerCase().startsWith(wanted) ? 0 : 1)
