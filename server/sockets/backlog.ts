import type { Socket } from 'socket.io'

type Line = Socket['conn']

/** The part of engine.io's connection that tells what is not sent yet; its types hide it. */
interface Waiting {
  writeBuffer?: { data?: unknown }[]
  transport?: { socket?: { bufferedAmount?: number; terminate?(): void } }
}

const most = { bytes: 8 * 1024 * 1024, packets: 10_000 }

/** Whether more waits for this client than memory should be spent on: it reads too slowly, or not at all. */
export function isClogged(line: Line): boolean {
  const { writeBuffer = [], transport } = line as unknown as Waiting
  if (writeBuffer.length > most.packets) return true
  let bytes = transport?.socket?.bufferedAmount ?? 0
  for (const { data } of writeBuffer) bytes += lengthOf(data)
  return bytes > most.bytes
}

/** Cuts a client off, and drops what waits for it. It comes back and asks for what it missed. */
export function cutOff(line: Line): void {
  line.close(true)
  // A polite goodbye would wait behind all the rest.
  const { transport } = line as unknown as Waiting
  transport?.socket?.terminate?.()
}

const lengthOf = (data: unknown) => (typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0)
