import { useEffect } from 'preact/hooks'
import type { Visit } from '../models/visit.ts'
import { Conversation } from './Conversation.tsx'
import { Home } from './Home.tsx'
import { Introduce } from './Introduce.tsx'
import { useHeading } from './useHeading.ts'

interface WidgetProps {
  visit: Visit
  /** Hides the widget and gives the focus back to the page. */
  close(): void
}

/** The widget: who are you, what is wrong, and the conversation. */
export function Widget({ visit, close }: WidgetProps) {
  useEffect(() => closeOnEscape(close), [close])
  const chat = visit.chat.value
  useHeading(visit.shown.value, visit.me.value ? 'home' : 'introduce')
  if (!visit.me.value) return <Introduce visit={visit} close={close} />
  if (chat) return <Conversation key={visit.current.value} visit={visit} chat={chat} id={visit.current.value ?? ''} close={close} />
  return <Home visit={visit} close={close} />
}

function closeOnEscape(close: () => void) {
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) close()
  }
  document.addEventListener('keydown', pressed)
  return () => document.removeEventListener('keydown', pressed)
}
