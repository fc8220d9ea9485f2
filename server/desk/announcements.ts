import type { Entry, Lane } from '../../shared/entry.ts'
import type { Announcer, Change } from './ports.ts'
import { internalRoom, publicRoom } from './rooms.ts'

/** Tells everyone alike what was kept, the one who did it too: each lane in its own room. */
export function announceEntries(announce: Announcer, changes: Change[]) {
  for (const { conversation, entries } of changes) {
    tellLane(announce, publicRoom(conversation.id), conversation.id, 'public', entries)
    tellLane(announce, internalRoom(conversation.id), conversation.id, 'internal', entries)
  }
}

function tellLane(announce: Announcer, room: string, conversation: string, lane: Lane, all: Entry[]) {
  const entries = all.filter((entry) => entry.lane === lane)
  if (entries.length > 0) announce.tell(room, 'entries:added', { conversation, lane, entries })
}
