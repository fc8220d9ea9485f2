import { once } from 'node:events'
import type { Person } from './desk.ts'

/** What of the `ws` package's WebSocket is needed to say anything at all. */
interface Wire {
  send(frame: string | Buffer): void
  on(what: 'message', hear: (data: Buffer, isBinary: boolean) => void): void
  on(what: 'close', hear: () => void): void
  readyState: number
}

export type RawLine = ReturnType<typeof rawLineOf>

/** The very wire under somebody's connection: it says whatever one likes, frame by frame. */
export function rawLineOf({ socket }: Pick<Person, 'socket'>) {
  const { ws } = socket.io.engine.transport as unknown as { ws: Wire }
  const heard: string[] = []
  const closed = new Promise<void>((resolve) => ws.on('close', () => resolve()))
  socket.io.reconnection(false)
  ws.on('message', (data, isBinary) => void heard.push(isBinary ? '(binary)' : String(data)))

  return {
    heard,
    closed,
    isOpen: () => ws.readyState === 1,
    send: (frame: string | Buffer) => {
      // What was cut already hears nothing.
      if (ws.readyState === 1) ws.send(frame)
    },
    /** Asks in JSON that nobody has checked, and resolves with the answer, in JSON. */
    async asks(question: string, json: string, id: number): Promise<string> {
      this.send(`42${id}[${JSON.stringify(question)},${json}]`)
      const begins = `43${id}[`
      for (;;) {
        const answer = heard.find((frame) => frame.startsWith(begins))
        if (answer) return answer.slice(begins.length, -1)
        await Promise.race([
          once(ws as unknown as NodeJS.EventEmitter, 'message'),
          closed.then(() => Promise.reject(new Error('It was cut'))),
        ])
      }
    },
  }
}
