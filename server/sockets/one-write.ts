import type { Server } from 'node:http'
import type { Socket } from 'socket.io'

/** The part of engine.io's connection that hands what is waiting to the transport; its types hide it. */
interface Flushing {
  flush?: () => void
}

/**
 * Sends what one connection is told in one moment with one write: an answer and the news that came with it, or the news of
 * five chats. Writing to the kernel is the dearest part of a message.
 */
export function sendInOneWrite(conn: Socket['conn']): void {
  const connection = conn as unknown as Flushing
  const flush = connection.flush?.bind(conn)
  if (!flush) return
  let soon = false
  const flushSoon = () => {
    soon = false
    // Where polling was upgraded, this is the socket of the first request, and nothing is won or lost.
    const { socket } = conn.request
    socket.cork()
    flush()
    socket.uncork()
  }
  connection.flush = () => {
    if (soon) return
    soon = true
    process.nextTick(flushSoon)
  }
}

/** Sends with one write what a new WebSocket is told first: that it may be one, and what engine.io greets it with. */
export function greetInOneWrite(server: Server): void {
  server.prependListener('upgrade', (_request, socket) => {
    socket.cork()
    // The greeting comes some promises later, in the same turn of the loop.
    setImmediate(() => socket.uncork())
  })
}
