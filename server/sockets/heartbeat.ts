import type { Server } from 'socket.io'
import { internalRoom, publicRoom } from '../desk/rooms.ts'

type Numbers = { conversation: string; public: number; internal: number }

/**
 * Repeats the last numbers of every conversation that somebody here follows, so that whoever missed an announcement sees it
 * and asks. Agents are told both lanes, requesters only theirs.
 */
export async function repeatNumbers(io: Server, read: (ids: string[]) => Promise<Numbers[]>) {
  const rooms = io.of('/').adapter.rooms
  const followed = [...rooms.keys()].flatMap((room) => /^conversation:([0-9a-f-]{36})$/.exec(room)?.[1] ?? [])
  for (let from = 0; from < followed.length; from += 1000) {
    for (const { internal, ...numbers } of await read(followed.slice(from, from + 1000))) {
      const agents = internalRoom(numbers.conversation)
      // Agents follow both lanes, and are told once.
      io.local.to(publicRoom(numbers.conversation)).except(agents).emit('numbers:repeated', numbers)
      if (rooms.has(agents)) io.local.to(agents).emit('numbers:repeated', { ...numbers, internal })
    }
  }
}
