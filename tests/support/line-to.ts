import { signal } from '@preact/signals'
import { io, type Socket } from 'socket.io-client'
import type { Connection, ConnectionState } from '../../shared/client/connection.ts'
import { NotReached } from '../../shared/client/not-reached.ts'
import { untilAnswered } from '../../shared/client/retry.ts'
import type { Announcements, Answers, Asked, ClientToServer, Question } from '../../shared/protocol.ts'
import { Refused, type Reply } from '../../shared/refusal.ts'
import type { Keyholder } from './keyholders.ts'

export interface LineTo extends Connection {
  who: Keyholder
  socket: Socket<Announcements, ClientToServer>
  /** Asks again as long as nobody knows what became of it, and until the line is closed. */
  answered<T>(ask: () => Promise<T>): Promise<T>
  /** Resolves when the line stands. */
  stands(): Promise<void>
}

export type Transport = 'websocket' | 'polling'

const open = new Set<LineTo>()

/** Hangs up everywhere; also after a test that failed half-way. */
export function closeAllLines() {
  for (const line of open) line.close()
}

/** A line of somebody to a desk, which mends itself quickly; agents bring their cookie, as a browser would. */
export function lineTo(url: string, who: Keyholder, transport: Transport = 'websocket'): LineTo {
  const socket: LineTo['socket'] = io(url, {
    auth: who.credentials,
    transports: [transport],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 500,
    timeout: 5_000,
    ...(who.cookie !== undefined && { extraHeaders: { cookie: who.cookie, origin: url } }),
  })
  const state = signal<ConnectionState>({ kind: 'connecting' })
  const back = new Set<() => void>()
  const over = new AbortController()
  const again = (milliseconds: number) => setTimeout(() => !over.signal.aborted && socket.connect(), milliseconds).unref()

  socket.on('connect', () => {
    state.value = { kind: 'online' }
    for (const hear of [...back]) hear()
  })
  socket.on('disconnect', () => {
    state.value = { kind: 'offline', since: Date.now() }
    // Whoever is asked to go by the server itself is not brought back by the library.
    if (!socket.active) again(200)
  })
  socket.on('connect_error', () => {
    if (!socket.active) again(200)
  })
  socket.on('server:leaving', ({ afterMs }) => {
    setTimeout(() => {
      socket.disconnect()
      again(50)
    }, afterMs).unref()
  })

  const line: LineTo = {
    who,
    socket,
    state,
    async ask<Q extends Question>(question: Q, asked: Asked<Q>): Promise<Answers[Q]> {
      if (!socket.connected) throw new NotReached('The line is cut')
      const untyped: { emitWithAck(name: string, asked: unknown): Promise<Reply<Answers[Q]>> } = socket.timeout(12_000)
      const reply = await untyped.emitWithAck(question, asked).catch(() => {
        throw new NotReached(`No answer to ${question}`)
      })
      if (reply.ok) return reply.value
      throw new Refused(reply.refusal)
    },
    on(announcement, hear) {
      socket.on(announcement, hear as never)
      return () => void socket.off(announcement, hear as never)
    },
    onBack(hear) {
      back.add(hear)
      if (socket.connected) hear()
      return () => void back.delete(hear)
    },
    answered: (ask) => untilAnswered(line, ask, over.signal),
    stands: () =>
      new Promise((resolve) => {
        if (socket.connected) resolve()
        else socket.once('connect', () => resolve())
      }),
    close() {
      over.abort()
      back.clear()
      socket.disconnect()
      open.delete(line)
    },
  }
  open.add(line)
  return line
}
