import { createModel, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import type { CannedReply } from '../../shared/protocol/admin.ts'
import type { ReplyVariable } from '../../shared/replies.ts'

/** The texts that I keep ready, or my teams, or everyone. */
export const RepliesModel = createModel((connection: Connection) => {
  const list = signal<readonly CannedReply[]>([])
  const loaded = signal(false)

  async function load() {
    try {
      list.value = (await connection.ask('replies:list', {})).replies
      loaded.value = true
    } catch {
      // Without them one can still write; they are asked for again when the line is back.
    }
  }
  effect(() => connection.onBack(() => void load()))

  return { list, loaded, load }
})

export type Replies = InstanceType<typeof RepliesModel>

/** Those that fit what stands behind the slash. Whose name begins with it comes first. */
export function fitting(replies: readonly CannedReply[], written: string): CannedReply[] {
  return found(replies, written.replace(/^\//, '')).slice(0, 8)
}

/** Those that hold these words, in their name or text. */
export function found(replies: readonly CannedReply[], written: string): CannedReply[] {
  const wanted = written.trim().toLowerCase()
  const fits = replies.filter(({ name, text }) => `${name}\n${text}`.toLowerCase().includes(wanted))
  return fits.toSorted((one, other) => rank(one, wanted) - rank(other, wanted) || one.name.localeCompare(other.name))
}

const rank = ({ name }: CannedReply, wanted: string) => (name.toLowerCase().startsWith(wanted) ? 0 : 1)

/** Where the next word may be filled in: the text with a variable put at the cursor. */
export function withVariable(text: string, variable: ReplyVariable, from: number, to: number) {
  const put = `{{${variable}}}`
  return { text: text.slice(0, from) + put + text.slice(to), cursor: from + put.length }
}
