import type { Server } from 'socket.io'
import { partnersIn } from '../desk/access.ts'
import type { Change } from '../desk/ports.ts'
import { internalRoom, overseersRoom, personRoom, publicRoom, teamRoom } from '../desk/rooms.ts'

/** Whoever may no longer see a conversation hears no more of it, on whatever process he is: it went to another team, or to somebody else. */
export function seclude(io: Server, { before, conversation, entries }: Change) {
  if (!before || entries.every(({ kind }) => kind === 'said' || kind === 'noted')) return
  const partners = partnersIn(conversation)
  const gone = partnersIn(before).filter((agent) => !partners.includes(agent))
  if (before.team === conversation.team && gone.length === 0) return
  const strangers = before.team === conversation.team ? [] : [teamRoom(before.team)]
  io.in([...strangers, ...gone.map(personRoom)])
    .except([overseersRoom, teamRoom(conversation.team), ...partners.map(personRoom)])
    .socketsLeave([publicRoom(conversation.id), internalRoom(conversation.id)])
}
