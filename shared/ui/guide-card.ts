/** What is fetched when the first guide is shown. */
export { GuideCard } from './GuideCard.tsx'
export { GuidePicture } from './GuidePicture.tsx'
export { speakOfGuides } from './guide-words.ts'
