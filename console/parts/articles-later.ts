import { bringStyles } from '../../shared/ui/late-styles.ts'

export { ArticleHint } from './articles/ArticleHint.tsx'
export { ArticleMenu } from './articles/ArticleMenu.tsx'
export { DraftButtons } from './articles/DraftButtons.tsx'

await bringStyles('/console/articles.css')
