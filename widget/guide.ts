import { speakOfGuides } from '../shared/ui/guide-words.ts'
import { bringStyles } from '../shared/ui/late-styles.ts'
import { spoken } from './words.ts'

export { GuideInChat, tellBeside } from './parts/GuideInChat.tsx'

/** What the card of a guide needs besides its code. */
export const prepare = () => Promise.all([speakOfGuides(spoken), bringStyles('/widget/guide.css')])
