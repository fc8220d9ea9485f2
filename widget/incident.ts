import { bringStyles } from '../shared/ui/late-styles.ts'
import { speakOfIncidents } from './incident-words.ts'
import { spoken } from './words.ts'

export { CauseCard } from './parts/CauseCard.tsx'
export { KnownIncidents } from './parts/KnownIncidents.tsx'

// Whatever shows them is there only when they are.
await Promise.all([speakOfIncidents(spoken), bringStyles('/widget/incident.css')])
