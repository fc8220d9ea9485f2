import type { ComponentChildren } from 'preact'
import type { Visit } from '../models/visit.ts'
import { words } from '../words.ts'
import { ChevronLeft, Minus } from './icons.tsx'

interface TopBarProps {
  visit: Visit
  close(): void
  children: ComponentChildren
}

/** The head of a conversation, between the way back and the way out. */
export function TopBar({ visit, close, children }: TopBarProps) {
  return (
    <header class="top">
      <button type="button" class="icon-button" aria-label={words.back} onClick={visit.goHome}>
        <ChevronLeft size={18} />
      </button>
      {children}
      <button type="button" class="icon-button" aria-label={words.minimise} onClick={close}>
        <Minus size={18} />
      </button>
    </header>
  )
}
