import { bringStyles } from '../shared/ui/late-styles.ts'
import { speakOfArticles } from './article-words.ts'
import { spoken } from './words.ts'

export { ArticleList, Found, SolvedAlone } from './parts/ArticleList.tsx'
export { ArticlesInChat } from './parts/ArticlesInChat.tsx'

// Whatever shows them is there only when they are.
await Promise.all([speakOfArticles(spoken), bringStyles('/widget/articles.css')])
