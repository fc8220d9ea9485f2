import { ListChecks, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { suggestedGuides } from '../../shared/guide-fit.ts'
import { startGuide } from '../models/guide-acts.ts'
import { words } from '../words.ts'
import type { PaneProps } from './ChatPane.tsx'

/** So many of the last words of a requester say what he needs. */
const heard = 5

/** A guide that fits what the requester wrote, as long as none was begun. */
export function GuideHint({ chat, session }: Omit<PaneProps, 'id'>) {
  const [isWanted, setWanted] = useState(true)
  const state = chat.state.value
  const entries = chat.entries.value
  if (!isWanted || !state || state.guide || entries.some(({ kind }) => kind === 'guide-started')) return null
  const said = entries.flatMap((entry) => (entry.kind === 'said' && entry.by === state.requester ? [entry.body?.text ?? ''] : []))
  const [guide] = suggestedGuides(session.guides.list.value, said.slice(-heard).join(' '))
  if (!guide) return null
  return (
    <p class="guide-hint">
      <ListChecks aria-hidden="true" />
      <span>{words.chats.guideFits}</span>
      <button type="button" class="link" onClick={() => startGuide(chat, session.notices, guide.id)}>
        {guide.name}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={words.chats.guideNot}
        title={words.chats.guideNot}
        onClick={() => setWanted(false)}
      >
        <X aria-hidden="true" />
      </button>
    </p>
  )
}
