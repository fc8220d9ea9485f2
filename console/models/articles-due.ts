import { useEffect, useState } from 'preact/hooks'
import type { ArticleAnswers } from '../../shared/protocol/article.ts'
import { linkTo, route } from '../router.ts'
import { dayOf } from './article-form.ts'
import type { Session } from './session.ts'

type Due = ArticleAnswers['articles:due']

const hour = 3_600_000

/** How many articles wait to be looked at: asked for on every return, on the ways through the knowledge base, and as days go by. */
export function useArticlesDue({ connection }: Session): Due {
  const [due, set] = useState<Due>({ due: 0, inReview: 0 })
  const place = route.value.at === 'knowledge' ? linkTo(route.value) : ''
  useEffect(() => {
    let isHere = true
    const ask = () =>
      void connection.ask('articles:due', { today: dayOf(new Date()) }).then(
        (answer) => isHere && set(answer),
        // What was known stays; it is asked for again.
        () => {},
      )
    const undo = connection.onBack(ask)
    const timer = setInterval(ask, hour)
    return () => {
      isHere = false
      undo()
      clearInterval(timer)
    }
  }, [connection, place])
  return due
}
