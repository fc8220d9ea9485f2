import { bringStyles } from '../../../shared/ui/late-styles.ts'

// Whatever needs them is drawn only when they count.
await bringStyles('/console/incidents.css')
