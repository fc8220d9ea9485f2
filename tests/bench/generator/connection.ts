import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { createReader, frameOf, type OnText } from './frames.ts'

/** A connection as socket.io-client has it over WebSocket, with nothing that costs time. */
export interface Connection {
  /** Sends an event that wants an answer; `packet` is its JSON array. */
  emit(answerId: number, packet: string): void
  /** Asks, and reads the answer as JSON. For everything but what is measured. */
  ask<T>(event: string, payload: unknown): Promise<T>
  close(): void
  readonly open: boolean
}

interface How {
  port: number
  headers: Record<string, string>
  auth: object
  /** An event: the bytes of the packet. */
  onEvent: OnText
  /** An answer to `emit`, with its id and the bytes of the packet. */
  onAnswer(id: number, data: Buffer, from: number, to: number): void
}

/** Ids of answers from here on belong to `emit`; those below to `ask`. */
export const firstAnswerId = 1_000_000

// All connections read into the same bytes: each read is looked at before the next one.
const buffer = Buffer.alloc(256 * 1024)

const code = { open: 48, ping: 50, message: 52, connected: 48, event: 50, answer: 51, refused: 52, nine: 57, zero: 48 }

/** Connects, and resolves when the server has let us in. */
export function connectTo({ port, headers, auth, onEvent, onAnswer }: How): Promise<Connection> {
  return new Promise((resolve, reject) => {
    let open = false
    let upgraded = false
    let asks = 0
    const asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
    const read = createReader(heard)

    const socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer,
        callback(count) {
          const chunk = buffer.subarray(0, count)
          if (upgraded) read(chunk)
          else upgrade(chunk)
          return true
        },
      },
    })
    socket.on('connect', () => socket.write(request(port, headers)))
    socket.on('error', over)
    socket.on('close', () => over(new Error('The connection was closed')))

    function upgrade(chunk: Buffer) {
      const end = chunk.indexOf('\r\n\r\n')
      const status = chunk.toString('latin1', 0, 12)
      if (end < 0 || status !== 'HTTP/1.1 101') return over(new Error(`No WebSocket: ${chunk.toString('latin1', 0, 400)}`))
      upgraded = true
      if (end + 4 < chunk.length) read(chunk.subarray(end + 4))
    }

    function over(error: Error) {
      open = false
      socket.destroy()
      for (const one of asked.values()) one.reject(error)
      asked.clear()
      reject(error)
    }

    const send = (text: string) => void (socket.destroyed || socket.write(frameOf(text)))

    function heard(data: Buffer, from: number, to: number) {
      const [kind, sort] = [data[from], data[from + 1]]
      if (kind === code.ping) return send('3')
      if (kind === code.open) return send(`40${JSON.stringify(auth)}`)
      if (kind !== code.message) return
      if (sort === code.event) return onEvent(data, from, to)
      if (sort === code.answer) return answered(data, from + 2, to)
      if (sort === code.connected) return letIn()
      if (sort === code.refused) over(new Error(`Not let in: ${data.toString('latin1', from, to)}`))
    }

    function answered(data: Buffer, from: number, to: number) {
      let id = 0
      let at = from
      for (; isDigit(data[at]); at++) id = id * 10 + ((data[at] as number) - code.zero)
      if (id >= firstAnswerId) return onAnswer(id - firstAnswerId, data, at, to)
      const one = asked.get(id)
      asked.delete(id)
      one?.resolve(JSON.parse(data.toString('utf8', at, to))[0])
    }

    function letIn() {
      open = true
      resolve({
        emit: (answerId, packet) => send(`42${firstAnswerId + answerId}${packet}`),
        ask: <T>(event: string, payload: unknown) =>
          new Promise<T>((tell, fail) => {
            const id = asks++ % firstAnswerId
            asked.set(id, { resolve: (value) => tell(value as T), reject: fail })
            send(`42${id}${JSON.stringify([event, payload])}`)
          }),
        close: () => socket.destroy(),
        get open() {
          return open
        },
      })
    }
  })
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= code.zero && byte <= code.nine

function request(port: number, headers: Record<string, string>) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return (
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n` +
    `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${lines.join('')}\r\n`
  )
}
