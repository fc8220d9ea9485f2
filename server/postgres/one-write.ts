import { Socket } from 'node:net'

type Done = (error?: Error | null) => void

/**
 * A line to PostgreSQL that sends with one write what is asked in one moment. A transaction asks for many statements at
 * once, and each write to the kernel costs more than the words it carries.
 */
export function lineOfOneWrite(): Socket {
  const socket = new Socket()
  // Not before: connecting gives a socket its usual way to write.
  socket.once('connect', () => gatherWrites(socket))
  return socket
}

function gatherWrites(socket: Socket) {
  const write = socket.write.bind(socket)
  let isGathering = false

  const send = () => {
    isGathering = false
    socket.uncork()
  }

  socket.write = (words: Uint8Array | string, encoding?: BufferEncoding | Done, done?: Done) => {
    if (!isGathering) {
      isGathering = true
      socket.cork()
      process.nextTick(send)
    }
    return typeof encoding === 'string' ? write(words, encoding, done) : write(words, encoding)
  }
}
