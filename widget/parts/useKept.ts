import { useState } from 'preact/hooks'
import type { Visit } from '../models/visit.ts'

/** What is typed into a field and not yet sent: a reload brings it back. */
export function useKept(visit: Visit, what: string): [text: string, write: (text: string) => void] {
  const [text, setText] = useState(() => visit.draft(what))
  const write = (written: string) => {
    setText(written)
    visit.keepDraft(what, written)
  }
  return [text, write]
}
