/** The kinds of packets of Socket.IO's protocol, version 5. */
export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 } as const

export interface Packet {
  type: number
  nsp: string
  id?: number
  data?: unknown
}

/** A packet as it goes over the wire: one namespace, and nothing but text. */
export const encode = ({ type, id, data }: Packet) => `${type}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`

/** What came over the wire. What cannot be read is thrown. */
export function decode(text: string): Packet {
  const [, type, id, json] = /^([0-4])(\d*)(.*)$/s.exec(text) ?? []
  const data: unknown = json ? JSON.parse(json) : undefined
  if (!type || !isValid(Number(type), data)) throw new Error('A packet that cannot be read')
  return { type: Number(type), nsp: '/', ...(id ? { id: Number(id) } : {}), data }
}

function isValid(type: number, data: unknown): boolean {
  if (type === PacketType.EVENT) return Array.isArray(data) && typeof data[0] === 'string' && !reserved.has(data[0])
  if (type === PacketType.ACK) return Array.isArray(data)
  return data === undefined || typeof data === 'object'
}

/** Events that Socket.IO tells by itself, which no server may tell for it. */
const reserved = new Set(['connect', 'connect_error', 'disconnect'])
