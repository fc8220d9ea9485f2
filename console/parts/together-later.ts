import { bringStyles } from '../../shared/ui/late-styles.ts'

export { Together } from './Together.tsx'

await bringStyles('/console/together.css')
