import { useEffect } from 'preact/hooks'
import type { Visit } from '../models/visit.ts'
import { Coming } from './Coming.tsx'
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
  const [talk, chat, id] = [visit.talk.value, visit.chat.value, visit.current.value]
  useHeading(visit.shown.value, visit.me.value ? 'home' : 'introduce')
  if (!visit.me.value) return <Introduce visit={visit} close={close} />
  if (id && talk && chat) return <talk.Conversation key={id} visit={visit} chat={chat} id={id} close={close} />
  if (id) return <Coming visit={visit} close={close} />
  return <Home visit={visit} close={close} />
}

function closeOnEscape(close: () => void) {
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) close()
  }
  document.addEventListener('keydown', pressed)
  return () => document.removeEventListener('keydown', pressed)
}
