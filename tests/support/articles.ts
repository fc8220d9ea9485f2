import { randomUUID } from 'node:crypto'
import type { ArticleContent } from '../../shared/article.ts'
import type { Asked } from '../../shared/protocol.ts'
import type { Person } from './desk.ts'

/** What stands beside the content of an article of somebody's own, as long as nothing else is said. */
export const ownedBy = ({ id }: Person) => ({ owner: id, category: null, reviewOn: null, expiresAt: null })

/** An article that says how to reach the printers, or what a test wants it to say. */
export const anArticle = (content: Partial<ArticleContent> = {}): ArticleContent => ({
  title: 'Connect a printer',
  language: 'en',
  audience: 'public',
  words: ['toner'],
  body: '# Connecting\n\nOpen **Settings**, then *Printers*, and choose the one on your floor.',
  ...content,
})

/** Somebody writes it, and publishes it. Returns its id. */
export async function publishesArticle(
  person: Person,
  content: Partial<ArticleContent> = {},
  about: Partial<Asked<'articles:save'>> = {},
): Promise<string> {
  const article = randomUUID()
  const row = { article, version: 0, ...ownedBy(person), ...about }
  const { version } = await person.ask('articles:save', { ...row, content: anArticle(content) })
  await person.ask('articles:publish', { article, version })
  return article
}
