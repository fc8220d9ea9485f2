import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { Place, Speaker } from './proxy.ts'
import type { Hearing } from './spoken.ts'

export type Gate = ReturnType<typeof aGate>

/**
 * All lines of one process lead through it, and it hears every word on them. It can be shut before any word: the world has
 * heard all that came before and nothing after, as if the process had died there.
 */
export function aGate() {
  const listeners: ReturnType<typeof createServer>[] = []
  const pairs = new Set<[Socket, Socket]>()
  const heard: string[] = []
  let isLast: ((word: string, heard: string[]) => boolean) | null = null
  let isShut = false
  let onShut: (word: string) => void = () => {}

  function passes(word: string | null): boolean {
    if (isShut || word === null || isLast === null) return !isShut
    if (isLast(word, heard)) {
      isShut = true
      onShut(word)
      return false
    }
    heard.push(word)
    return true
  }

  function carry(hear: Hearing, speaker: Speaker, bytes: Buffer, to: Socket) {
    const through = hear(speaker, bytes).filter(({ word }) => passes(word))
    if (through.length > 0) to.write(Buffer.concat(through.map((piece) => piece.bytes)))
  }

  function cut(pair: [Socket, Socket]) {
    pairs.delete(pair)
    for (const socket of pair) socket.destroy()
  }

  return {
    /** One more line, to there; returns the port where it begins. */
    async line(to: Place, hearing: () => Hearing): Promise<number> {
      const listener = createServer((client) => {
        const server = connect(to)
        const pair: [Socket, Socket] = [client, server]
        const hear = hearing()
        pairs.add(pair)
        for (const socket of pair) {
          socket.setNoDelay(true)
          socket.on('error', () => cut(pair))
          socket.on('close', () => cut(pair))
        }
        client.on('data', (bytes) => carry(hear, 'client', bytes, server))
        server.on('data', (bytes) => carry(hear, 'server', bytes, client))
      })
      listeners.push(listener)
      listener.listen(0, '127.0.0.1')
      await once(listener, 'listening')
      const address = listener.address()
      return typeof address === 'object' && address ? address.port : 0
    },

    /** From now on everything passes until this word, which is looked at with all before it. Resolves when it comes; it does not pass. */
    shutsAt(isThis: (word: string, heard: string[]) => boolean): Promise<string> {
      heard.length = 0
      isLast = isThis
      return new Promise((resolve) => {
        onShut = resolve
      })
    },
    /** What passed since it was last told when to shut. */
    heard: () => [...heard],
    /** Lets everything through again. Lines on which something was lost are cut. */
    opens() {
      isLast = null
      if (isShut) for (const pair of [...pairs]) cut(pair)
      isShut = false
    },
    async end() {
      for (const pair of [...pairs]) cut(pair)
      await Promise.all(listeners.map((listener) => new Promise((resolve) => listener.close(resolve))))
    },
  }
}
