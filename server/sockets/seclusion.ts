import type { Server } from 'socket.io'
import type { Conversation } from '../../shared/conversation.ts'
import { may, partnersIn, reachOf, teamsIn } from '../desk/access.ts'
import type { Change } from '../desk/ports.ts'
import { internalRoom, overseersRoom, personRoom, publicRoom, teamRoom } from '../desk/rooms.ts'
import type { DeskSocket } from './answer.ts'

/** Whoever may no longer see a conversation hears no more of it, on whatever process he is: it, or its work, went to others. */
export function seclude(io: Server, { before, conversation, entries }: Change) {
  if (!before || entries.every(({ kind }) => kind === 'said' || kind === 'noted')) return
  const partners = partnersIn(conversation)
  const teams = teamsIn(conversation)
  const gone = partnersIn(before).filter((agent) => !partners.includes(agent))
  const strangers = teamsIn(before).filter((team) => !teams.includes(team))
  if (strangers.length === 0 && gone.length === 0) return
  io.in([...strangers.map(teamRoom), ...gone.map(personRoom)])
    .except([overseersRoom, ...teams.map(teamRoom), ...partners.map(personRoom)])
    .socketsLeave([publicRoom(conversation.id), internalRoom(conversation.id)])
}

const atOnce = 200

/** Looks again who follows what here, in case the word from another process was lost. */
export async function secludeAgain(io: Server, read: (ids: string[]) => Promise<Conversation[]>): Promise<void> {
  const followers = followersIn(io)
  const ids = [...followers.keys()]
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const conversation of await read(ids.slice(from, from + atOnce))) {
      for (const socket of followers.get(conversation.id) ?? []) leaveIfStrange(socket, conversation)
    }
  }
}

/** The connections of agents who do not see everything anyway, by the conversation that they follow. */
function followersIn(io: Server): Map<string, DeskSocket[]> {
  const { sockets, adapter } = io.of('/')
  const followers = new Map<string, DeskSocket[]>()
  for (const [room, connections] of adapter.rooms) {
    const id = /^conversation:([0-9a-f-]{36}):internal$/.exec(room)?.[1]
    if (!id) continue
    const bound = [...connections].flatMap((connection) => (sockets.get(connection) as DeskSocket | undefined) ?? []).filter(isBound)
    if (bound.length > 0) followers.set(id, bound)
  }
  return followers
}

const isBound = ({ data: { who } }: DeskSocket) => who.kind === 'agent' && reachOf(who, 'conversation', 'read') !== 'all'

function leaveIfStrange(socket: DeskSocket, conversation: Conversation) {
  const { who } = socket.data
  if (who.kind === 'agent' && may(who, 'read', conversation)) return
  for (const room of [publicRoom(conversation.id), internalRoom(conversation.id)]) void socket.leave(room)
}
