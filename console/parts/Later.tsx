import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { useLater } from '../../shared/ui/later.ts'
import { keepFocus } from '../models/content.ts'
import { words } from '../words.ts'

interface LaterProps<T> {
  load: () => Promise<T>
  draw(loaded: T): VNode
}

/** A screen that comes when it is wanted for the first time: who only chats need not wait for it. */
export function Later<T>({ load, draw }: LaterProps<T>) {
  const loaded = useLater(load)
  const isHere = loaded !== null
  useEffect(keepFocus, [isHere])
  if (loaded) return draw(loaded)
  return (
    <main class="page" id="content" tabIndex={-1}>
      <p role="status">{words.shell.loading}</p>
    </main>
  )
}
