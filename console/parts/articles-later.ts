import { bringStyles } from '../../shared/ui/late-styles.ts'

export { ArticleHint } from './articles/ArticleHint.tsx'
export { ArticleMenu } from './articles/ArticleMenu.tsx'

await bringStyles('/console/articles.css')
