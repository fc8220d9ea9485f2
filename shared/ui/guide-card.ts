/** What is fetched when the first guide is shown. */
export { GuideCard } from './GuideCard.tsx'
export { tellWithGuides } from './guide-for-requester.ts'
export { speakOfGuides } from './guide-words.ts'
