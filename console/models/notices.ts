import { createModel, effect, signal } from '@preact/signals'
import { Refused } from '../../shared/refusal.ts'
import { words } from '../words.ts'

export interface Notice {
  id: number
  text: string
  tone: 'info' | 'bad'
}

const showForMs = { info: 6_000, bad: 12_000 }

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
  const tell = (text: string, tone: Notice['tone'] = 'info') => {
    const id = ++last
    list.value = [...list.peek().filter((notice) => notice.text !== text), { id, text, tone }].slice(-4)
    const timer = setTimeout(() => {
      timers.delete(timer)
      dismiss(id)
    }, showForMs[tone])
    timers.add(timer)
  }

  return {
    list,
    dismiss,
    tell,
    /** Says why something was refused. */
    refused: (error: unknown) => tell(sentenceOf(error), 'bad'),
  }
})

export type Notices = InstanceType<typeof NoticesModel>

/** A refusal in words. What is no refusal was a failure on the way. */
export const sentenceOf = (error: unknown) => words.refused[error instanceof Refused ? error.code : 'unavailable']
