import type { Conversation } from '../../shared/conversation.ts'
import type { Entry, Lane } from '../../shared/entry.ts'
import type { Announcer, Change } from './ports.ts'
import { internalRoom, publicRoom } from './rooms.ts'

/** Tells everyone alike what was kept, the one who did it too: each lane in its own room. */
export function announceEntries(announce: Announcer, changes: Change[]) {
  for (const { conversation, entries, left } of changes) {
    if (entries.length === 0 && left.length > 0) tellNumbers(announce, conversation)
    tellLane(announce, publicRoom(conversation.id), conversation.id, 'public', entries)
    tellLane(announce, internalRoom(conversation.id), conversation.id, 'internal', entries)
    for (const entry of entries) if (entry.kind === 'merged' || entry.kind === 'unmerged') tellSurvivor(announce, entry.into)
  }
}

/** Whoever reads the one in which it goes on reads both. */
const tellSurvivor = (announce: Announcer, id: string) => announce.tell(publicRoom(id), 'conversation:merged', { conversation: id })

/** An act that came again may be one whose news was lost with the process or the connection that kept it: whoever lacks it asks. */
function tellNumbers(announce: Announcer, { id, last }: Conversation) {
  announce.tell(publicRoom(id), 'numbers:repeated', { conversation: id, public: last.public })
  announce.tell(internalRoom(id), 'numbers:repeated', { conversation: id, ...last })
}

function tellLane(announce: Announcer, room: string, conversation: string, lane: Lane, all: Entry[]) {
  const entries = all.filter((entry) => entry.lane === lane)
  if (entries.length > 0) announce.tell(room, 'entries:added', { conversation, lane, entries })
}
