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
    reception: signal(reception),
    look: computed(() => shown.value?.look ?? null),
    conversations: signal([]),
    reopenDays: signal(0),
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
    transcript: async () => ({ entries: [] }),
    draft: () => '',
    keepDraft: () => {},
    onDraft: () => () => {},
    show: () => {},
    reset: async () => {},
    dispose: () => {},
  }
  return { shown, visit }
}
