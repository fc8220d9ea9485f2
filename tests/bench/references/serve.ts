import { createServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { answerAsked } from '../answering.ts'

/** A Socket.IO server as one writes it in ten lines: whoever connects says which rooms he wants. */
export function serve(arrived: (socket: Socket) => void): void {
  const http = createServer()
  const io = new Server(http, { serveClient: false, transports: ['websocket'] })
  io.on('connection', (socket) => {
    void socket.join((socket.handshake.auth as { rooms?: string[] }).rooms ?? [])
    arrived(socket)
  })
  answerAsked(async () => {
    if (!http.listening) await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    const address = http.address()
    return typeof address === 'object' ? address?.port : null
  })
}
