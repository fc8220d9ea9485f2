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

const showForMs = { info: 5_000, bad: 12_000 }
/** Long enough to read and to think again; a key takes back what was done, wherever the focus is. */
const undoForMs = 10_000
const most = 3

/** Short sentences that appear in the corner and are read aloud. */
export const NoticesModel = createModel(() => {
  const list = signal<Notice[]>([])
  const timers = new Map<number, ReturnType<typeof setTimeout>>()
  let last = 0
  let isHeld = false

  const stop = (id: number) => {
    clearTimeout(timers.get(id))
    timers.delete(id)
  }
  const stopAll = () => {
    for (const id of [...timers.keys()]) stop(id)
  }
  effect(() => stopAll)

  const show = (notices: Notice[]) => {
    for (const { id } of list.peek()) if (!notices.some((notice) => notice.id === id)) stop(id)
    list.value = notices
    // What had the focus or the pointer went with the last of them.
    if (notices.length === 0) isHeld = false
  }
  const dismiss = (id: number) => show(list.peek().filter((notice) => notice.id !== id))
  const start = ({ id, tone, undo }: Notice) => {
    if (!isHeld)
      timers.set(
        id,
        setTimeout(() => dismiss(id), undo ? undoForMs : showForMs[tone]),
      )
  }

  const tell = (text: string, tone: Notice['tone'] = 'info', undo: Notice['undo'] = null) => {
    const notice = { id: ++last, text, tone, undo }
    show([...list.peek().filter((other) => !isReplacedBy(other, notice)), notice].slice(-most))
    start(notice)
  }
  /** Says what was done, and offers to take it back. `undo` fails where it is too late for that. */
  const done = (text: string, undo: () => Promise<unknown>) =>
    tell(text, 'info', () => {
      undo().then(
        () => tell(words.settings.undone),
        (error: unknown) => tell(sentenceOf(error), 'bad'),
      )
    })
  const takeBack = ({ id, undo }: Notice) => {
    dismiss(id)
    undo?.()
  }
  const hold = (shouldHold: boolean) => {
    isHeld = shouldHold
    stopAll()
    list.peek().forEach(start)
  }

  return {
    list,
    tell,
    done,
    /** Pressed there: the button takes the focus along, and nothing tells that it left. */
    dismiss(id: number) {
      dismiss(id)
      hold(false)
    },
    takeBack(notice: Notice) {
      takeBack(notice)
      hold(false)
    },
    /** Takes back what was done last; false where nothing can be. */
    takeBackLast() {
      const notice = list.peek().findLast(({ undo }) => undo)
      if (!notice) return false
      takeBack(notice)
    },
    /** Nothing disappears while somebody points at it or has the focus there. */
    hold,
    /** Says why something was refused. */
    refused: (error: unknown) => tell(sentenceOf(error), 'bad'),
  }
})

export type Notices = InstanceType<typeof NoticesModel>

/** The same sentence stands once, and of those that only tell something the latest is enough. */
const isReplacedBy = (old: Notice, next: Notice) => old.text === next.text || (isPlain(old) && isPlain(next))
const isPlain = ({ tone, undo }: Notice) => tone === 'info' && !undo

/** A refusal in words. What is no refusal was a failure on the way. */
export const sentenceOf = (error: unknown) => words.refused[error instanceof Refused ? error.code : 'unavailable'] ?? ''
