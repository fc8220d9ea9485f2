import { newId } from '../../shared/client/ids.ts'
import { untilAnswered } from '../../shared/client/retry.ts'
import type { ArticleHit } from '../../shared/protocol/article.ts'
import type { Session } from './session.ts'

/** Lays an article before the requester of a chat: repeated under one id until the desk answers. */
export async function sendArticle({ connection, notices }: Session, conversation: string, article: string): Promise<void> {
  const id = newId()
  const ask = () => connection.ask('articles:send', { conversation, id, article })
  await untilAnswered(connection, ask, new AbortController().signal).catch(notices.refused)
}

/** What an article puts into what one writes: its address where everybody may read it, else its words. */
export async function wordsOf({ connection }: Session, { id, title, slug, audience }: ArticleHit): Promise<string> {
  const counted = connection.ask('articles:use', { article: id, how: 'inserted' }).catch(() => null)
  if (audience === 'public') return `${title}\n${location.origin}/knowledge/${slug}`
  const { body } = await connection.ask('articles:read', { article: id })
  await counted
  return body
}
