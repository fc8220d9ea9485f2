import { createModel, effect, signal } from '@preact/signals'
import { refusals } from '../../shared/reasons.ts'
import { Refused } from '../../shared/refusal.ts'
import { knowReasons } from '../../shared/ui/reasons.ts'
import { words } from '../words.ts'

export interface Notice {
  id: number
  text: string
  tone: 'info' | 'bad'
  undo: (() => void) | null
}

// Agents hear every no there is, and at once.
knowReasons(refusals)

const showForMs = { info: 6_000, bad: 12_000 }
/** Long enough to read, to think again, and to get there by keyboard. */
const undoForMs = 20_000

/** Short sentences that appear in the corner and are read aloud. */
export const NoticesModel = createModel(() => {
  const list = signal<Notice[]>([])
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let last = 0

  effect(() => () => {
    for (const timer of timers) clearTimeout(timer)
  })

  const dismiss = (id: number) => {
    list.value = list.peek().filter((notice) => notice.id !== id)
  }
  const tell = (text: string, tone: Notice['tone'] = 'info', undo: Notice['undo'] = null) => {
    const id = ++last
    list.value = [...list.peek().filter((notice) => notice.text !== text), { id, text, tone, undo }].slice(-4)
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        dismiss(id)
      },
      undo ? undoForMs : showForMs[tone],
    )
    timers.add(timer)
  }
  /** Says what was done, and offers to take it back. `undo` fails where it is too late for that. */
  const done = (text: string, undo: () => Promise<unknown>) =>
    tell(text, 'info', () => {
      undo().then(
        () => tell(words.settings.undone),
        (error: unknown) => tell(sentenceOf(error), 'bad'),
      )
    })

  return {
    list,
    dismiss,
    tell,
    done,
    /** Says why something was refused. */
    refused: (error: unknown) => tell(sentenceOf(error), 'bad'),
  }
})

export type Notices = InstanceType<typeof NoticesModel>

/** A refusal in words. What is no refusal was a failure on the way. */
export const sentenceOf = (error: unknown) => words.refused[error instanceof Refused ? error.code : 'unavailable'] ?? ''
