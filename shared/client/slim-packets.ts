import { Emitter } from '@socket.io/component-emitter'

/** The kinds of packets of Socket.IO's protocol, version 5. */
export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 } as const

interface Packet {
  type: number
  nsp: string
  id?: number
  data?: unknown
}

type Events = { decoded: (packet: Packet) => void }

/** Stands in for Socket.IO's encoder in what browsers load: one namespace, and nothing but text. */
export class Encoder {
  encode({ type, id, data }: Packet): string[] {
    return [`${type}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`]
  }
}

/** Stands in for Socket.IO's decoder. What it cannot read ends the line, which is then laid anew. */
export class Decoder extends Emitter<Events, Events> {
  add(text: string) {
    const [, type, id, json] = /^([0-4])(\d*)(.*)$/s.exec(text) ?? []
    const data: unknown = json ? JSON.parse(json) : undefined
    if (!type || !isValid(Number(type), data)) throw new Error('A packet that cannot be read')
    this.emit('decoded', { type: Number(type), nsp: '/', ...(id ? { id: Number(id) } : {}), data })
  }

  destroy() {}
}

function isValid(type: number, data: unknown): boolean {
  if (type === PacketType.EVENT) return Array.isArray(data) && typeof data[0] === 'string' && !reserved.has(data[0])
  if (type === PacketType.ACK) return Array.isArray(data)
  return data === undefined || typeof data === 'object'
}

/** Events that Socket.IO tells by itself, which no server may tell for it. */
const reserved = new Set(['connect', 'connect_error', 'disconnect'])
