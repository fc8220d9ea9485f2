import { newId } from '../../shared/client/ids.ts'
import { words as laterWords } from '../later-words.ts'
import { go, route } from '../router.ts'
import { articleFrom, guideFrom, type Solved } from './draft-from.ts'
import { asKept } from './guard.ts'
import { guideToOpen } from './guide-to-open.ts'
import { spoken } from './language.ts'
import type { Session } from './session.ts'

/** Keeps an article about a solved ticket as a draft of one's own, and opens it; undone, one is back where one was. */
export async function draftArticle(session: Session, conversation: string): Promise<void> {
  const { connection, me, notices } = session
  const from = route.peek()
  const solved = await known(session, conversation)
  const [article, content] = [newId(), articleFrom(solved)]
  const written = { owner: me.id, category: solved.view.ticket.categoryId ?? null, reviewOn: null, expiresAt: null, content }
  const { version } = await connection.ask('articles:save', { article, version: 0, ...written })
  go({ at: 'knowledge', article, how: 'write' })
  notices.done(laterWords.articles.drafted(content.title), () =>
    connection.ask('articles:remove', { article, version }).then(() => go(from)),
  )
}

/** The same as a guide, for those who may write one. */
export async function draftGuide(session: Session, conversation: string): Promise<void> {
  const { connection, me, notices } = session
  const from = route.peek()
  const [guide, content] = [newId(), guideFrom(await known(session, conversation))]
  const { version } = await connection.ask('guides:save', { guide, version: 0, owner: me.id, reviewOn: null, content })
  guideToOpen.value = guide
  go({ at: 'settings', page: 'guides' })
  notices.done(laterWords.articles.drafted(content.name), () => connection.ask('guides:remove', { guide, version }).then(() => go(from)))
}

async function known({ connection }: Session, conversation: string): Promise<Solved> {
  const [view, recap] = await Promise.all([
    connection.ask('ticket:read', { conversation }),
    connection.ask('ticket:recap', { conversation }),
  ])
  return { view, recap, language: spoken.peek().slice(0, 2), safe: asKept }
}
