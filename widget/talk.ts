/** What is fetched while the first request is written: the chat, its screen, and the list of earlier ones. */
export { openRequesterChat } from '../shared/client/chat.ts'
export { warningLater } from '../shared/ui/useGuard.tsx'
export { allowChime, chime } from './models/chime.ts'
export { revive } from './models/revival.ts'
export { Conversation } from './parts/Conversation.tsx'
export { Requests } from './parts/Requests.tsx'
export { speakOn } from './talk-words.ts'
