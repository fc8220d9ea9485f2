import { computed, signal } from '@preact/signals'
import type { LookLanguage, WidgetLook } from '../../shared/look.ts'
import type { FrontDesk } from './front-desk.ts'
import type { Talk } from './later.ts'
import type { Visit } from './visit.ts'

/** What the settings wish to see. */
export interface Shown {
  look: WidgetLook
  scheme: 'light' | 'dark'
  screen: 'introduce' | 'home'
  language: LookLanguage
  /** What requesters may choose from, where that is not saved either. */
  topics?: readonly string[]
}

/** Somebody who does not exist, for whom nothing is kept and nothing is sent. */
export function createPreview(reception: FrontDesk['reception'] | null, talk: Talk) {
  const shown = signal<Shown | null>(null)
  const somebody = { id: '', name: 'Rita Moreno', email: null, verified: true }
  const visit: Visit = {
    me: computed(() => (shown.value?.screen === 'home' ? somebody : null)),
    introducing: signal(false),
    trouble: signal(null),
    line: signal({ kind: 'online' }),
    connection: signal(null),
    reception: computed(() => withTopics(reception, shown.value?.topics)),
    look: computed(() => shown.value?.look ?? null),
    conversations: signal([]),
    reopenDays: signal(0),
    guard: signal(null),
    current: signal(null),
    chat: signal(null),
    talk: signal(talk),
    unread: signal(0),
    going: signal(false),
    sending: signal(false),
    // So that it never takes the focus from the settings beside it.
    shown: signal(false),
    chosen: signal<readonly File[]>([]),
    introduce: async () => {},
    identify: async () => {},
    ask: () => '',
    askDesk: () => {},
    open: () => {},
    goHome: () => {},
    draft: () => '',
    keepDraft: () => {},
    onDraft: () => () => {},
    show: () => {},
    reset: async () => {},
    dispose: () => {},
  }
  return { shown, visit }
}

/** Those that are new stand as the whole desk does. */
function withTopics(reception: FrontDesk['reception'] | null, topics: readonly string[] | undefined) {
  if (!reception || !topics) return reception
  const door = reception.anything ?? reception.topics[0]
  const named = (name: string, place: number) =>
    reception.topics.find((one) => one.name === name) ?? (door && { ...door, id: `${place}`, name })
  return { ...reception, topics: topics.map(named).filter((one) => one !== undefined) }
}
