import { speakOfGuides } from '../shared/ui/guide-words.ts'
import { bringStyles } from '../shared/ui/late-styles.ts'
import { speakOfConsent } from './consent-words.ts'
import { spoken } from './words.ts'

export { GuideInChat, tellBeside } from './parts/GuideInChat.tsx'
export { GuidesAtHome } from './parts/GuidesAtHome.tsx'

/** What the cards need besides its code. */
export const prepare = () => Promise.all([speakOfGuides(spoken), speakOfConsent(spoken), bringStyles('/widget/guide.css')])
