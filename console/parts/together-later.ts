import { bringStyles } from '../../shared/ui/late-styles.ts'

export { ArticlesDue } from './articles/ArticlesDue.tsx'
export { Beside } from './Beside.tsx'
export { MentionMenu, mentionsIn } from './news/MentionMenu.tsx'
export { NewsWay } from './news/NewsWay.tsx'
export { Together } from './Together.tsx'

await bringStyles('/console/together.css')
