import { ListChecks, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { suggestedGuides } from '../../shared/guide-fit.ts'
import { useLater } from '../../shared/ui/later.ts'
import { startGuide } from '../models/guide-acts.ts'
import { words } from '../words.ts'
import { loadArticles } from './articles.ts'
import type { PaneProps } from './ChatPane.tsx'

/** So many of the last words of a requester say what he needs. */
const heard = 5

/** A guide that fits what the requester wrote, as long as none was begun; else an article. Never more than one line. */
export function GuideHint({ id, chat, session }: PaneProps) {
  const [isWanted, setWanted] = useState(true)
  const state = chat.state.value
  const entries = chat.entries.value
  const articles = useLater(loadArticles)
  if (!isWanted || !state) return null
  const said = entries.flatMap((entry) => (entry.kind === 'said' && entry.by === state.requester ? [entry.body?.text ?? ''] : []))
  const lately = said.slice(-heard).join(' ')
  const isGuided = state.guide || entries.some(({ kind }) => kind === 'guide-started')
  const [guide] = isGuided ? [] : suggestedGuides(session.guides.list.value, lately)
  if (!guide) return articles && !state.guide ? <articles.ArticleHint id={id} chat={chat} session={session} said={lately} /> : null
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
