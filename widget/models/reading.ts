import { useState } from 'preact/hooks'
import type { ArticlePage } from '../../shared/protocol/article.ts'
import { Refused } from '../../shared/refusal.ts'
import { askBy } from './asking.ts'
import type { Visit } from './visit.ts'

/** What lies on the sheet. */
export type Fetched = { kind: 'coming' } | { kind: 'here'; page: ArticlePage } | { kind: 'gone' } | { kind: 'unreached' }

export interface Reading {
  /** The article on the sheet; null where none lies there. */
  id: string | null
  fetched: Fetched
  open(article: string): void
  again(): void
  close(): void
  /** Says by oneself whether it helped, and closes it; returns which it was. */
  judge(helped: boolean): string | null
}

/** The one article that is being read. Reading and judging it are counted; that nobody heard of it hinders nobody. */
export function useArticle(visit: Visit): Reading {
  const [{ id, fetched }, set] = useState<{ id: string | null; fetched: Fetched }>(nothing)
  const use = (article: string, how: 'opened' | 'helped' | 'did-not-help') =>
    void askBy(visit, 'articles:use', { article, how }).catch(() => {})
  const open = (article: string) => {
    const come = (fetched: Fetched) => set((now) => (now.id === article ? { id: article, fetched } : now))
    set({ id: article, fetched: { kind: 'coming' } })
    askBy(visit, 'articles:read', { article }).then(
      (page) => {
        come({ kind: 'here', page })
        use(article, 'opened')
      },
      (error: unknown) => come({ kind: error instanceof Refused && error.code === 'not-found' ? 'gone' : 'unreached' }),
    )
  }
  const close = () => set(nothing)
  return {
    id,
    fetched,
    open,
    again: () => id && open(id),
    close,
    judge(helped) {
      if (id) use(id, helped ? 'helped' : 'did-not-help')
      close()
      return id
    },
  }
}

const nothing = { id: null, fetched: { kind: 'coming' } } as const
