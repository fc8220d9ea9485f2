import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { Manager, type Socket } from 'socket.io-client'
import type { Announcements, Answers, Asked, ClientToServer, Credentials, Question } from '../protocol.ts'
import { type RefusalCode, Refused, type Reply } from '../refusal.ts'
import { backOff } from './backoff.ts'
import { build, growOld } from './freshness.ts'
import { NotReached } from './not-reached.ts'
import { keepPulse } from './pulse.ts'

/** How we stand with the server, as people are told. */
export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'online' }
  | { kind: 'offline'; since: number; nextTryAt?: number }
  | { kind: 'refused'; code: RefusalCode }

/** A line to the server that mends itself. */
export interface Connection {
  state: ReadonlySignal<ConnectionState>
  /** Rejects with `Refused` when the desk says no, and with `NotReached` when nobody knows whether it heard. */
  ask<Q extends Question>(question: Q, asked: Asked<Q>): Promise<Answers[Q]>
  on<A extends keyof Announcements>(announcement: A, hear: Announcements[A]): () => void
  /** Called each time the line stands, the first time too; at once if it stands already. Start-up and return are one path. */
  onBack(hear: () => void): () => void
  close(): void
}

type Wire = Socket<Announcements, ClientToServer>

const answerWithinMs = 12_000

interface How {
  /** Whether it matters just now that a line which died without a word is noticed within seconds. */
  pulse?(): boolean
}

/** Connects, and keeps connecting for ever; `url` is the server's origin. */
export function connect(url: string, credentials: Credentials | (() => Promise<Credentials>), how: How = {}): Connection {
  const socket: Wire = new Manager(url, {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnection: false,
    timeout: 10_000,
    autoConnect: false,
  }).socket('/')
  const state = signal<ConnectionState>({ kind: 'connecting' })
  const back = new Set<() => void>()
  const show = typeof credentials === 'function' ? credentials : async () => credentials
  const stopKeeping = keepTrying(socket, show, state, back, how)

  return {
    state,
    ask: (question, asked) => ask(socket, question, asked),
    on: (announcement, hear) => listen(socket, announcement, hear),
    onBack(hear) {
      back.add(hear)
      if (socket.connected) hear()
      return () => void back.delete(hear)
    },
    close() {
      stopKeeping()
      back.clear()
      socket.disconnect()
    },
  }
}

function keepTrying(socket: Wire, show: () => Promise<Credentials>, state: Signal<ConnectionState>, back: Set<() => void>, { pulse }: How) {
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  let known: string

  const tryAt = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(tryNow, ms)
  }
  const tryNow = () => {
    clearTimeout(timer)
    if (isOver || state.peek().kind === 'refused') return
    show().then((credentials) => {
      socket.auth = { ...credentials, ...(build ? { build } : {}) }
      if (!isOver) socket.connect()
    }, lost)
  }
  const lost = () => {
    if (state.peek().kind === 'refused') return
    const before = state.peek()
    const pause = backOff(tries++)
    state.value = { kind: 'offline', since: before.kind === 'offline' ? before.since : Date.now(), nextTryAt: Date.now() + pause }
    tryAt(pause)
  }
  /** Believes that the line is gone before the socket does. */
  const cut = () => {
    socket.disconnect()
    lost()
  }
  const refused = (code: RefusalCode) => {
    clearTimeout(timer)
    state.value = { kind: 'refused', code }
    socket.disconnect()
  }

  socket.on('connect', () => {
    tries = 0
    clearTimeout(timer)
    state.value = { kind: 'online' }
    for (const hear of [...back]) hear()
  })
  socket.on('disconnect', (reason) => reason !== 'io client disconnect' && lost())
  socket.on('connect_error', ({ message }) => (isFinal(message) ? refused(message) : lost()))
  socket.on('server:renewed', growOld)
  socket.on('server:epoch', ({ epoch }) => {
    // The database was restored: what this page shows may never have been. Drafts and what waits to be sent outlast the loading.
    known ??= epoch
    if (known !== epoch) location.reload()
  })
  socket.on('access:ended', () => refused('signed-out'))
  socket.on('server:leaving', ({ afterMs }) => {
    clearTimeout(timer)
    // Spread out, so that those who move do not all arrive at the next process in the same instant.
    timer = setTimeout(
      () => {
        state.value = { kind: 'connecting' }
        socket.disconnect()
        tryNow()
      },
      afterMs + Math.random() * 1000,
    )
  })
  tryNow()

  const pulsing = pulse
    ? keepPulse(
        () => socket.connected && pulse(),
        (ms) => socket.timeout(ms).emitWithAck('desk:ping', {}),
        cut,
      )
    : null
  const stopWatching = watchBrowser(
    () => {
      if (socket.connected) pulsing?.feel()
      else tryNow()
    },
    () => socket.connected && cut(),
  )
  return () => {
    isOver = true
    clearTimeout(timer)
    pulsing?.stop()
    stopWatching()
    socket.off()
  }
}

/** Only these two say that trying again is in vain; anything else may pass. */
const isFinal = (message: string): message is RefusalCode => message === 'signed-out' || message === 'not-found'

/** A network that returns, or a lid that opens, is a reason to try at once rather than after the pause; one that goes, not to wait for silence. */
function watchBrowser(tryNow: () => void, gone: () => void) {
  if (typeof window === 'undefined') return () => {}
  const seen = () => document.visibilityState === 'visible' && tryNow()
  window.addEventListener('online', tryNow)
  window.addEventListener('offline', gone)
  document.addEventListener('visibilitychange', seen)
  return () => {
    window.removeEventListener('online', tryNow)
    window.removeEventListener('offline', gone)
    document.removeEventListener('visibilitychange', seen)
  }
}

async function ask<Q extends Question>(socket: Wire, question: Q, asked: Asked<Q>): Promise<Answers[Q]> {
  // Socket.IO would keep it and send it later, out of order with what the outbox sends: those who ask decide what is said again.
  if (!socket.connected) throw new NotReached('The server cannot be reached')
  const reply = await answerTo(socket, question, asked)
  if (reply.ok) return reply.value
  throw new Refused(reply.refusal)
}

async function answerTo<Q extends Question>(socket: Wire, question: Q, asked: Asked<Q>): Promise<Reply<Answers[Q]>> {
  try {
    const untyped: { emitWithAck(name: string, asked: unknown): Promise<Reply<Answers[Q]>> } = socket.timeout(answerWithinMs)
    const reply = await untyped.emitWithAck(question, asked)
    if (reply.ok || reply.refusal) return reply
  } catch {
    // Timed out, or cut: it may have been heard or not, and every question may be asked again.
  }
  throw new NotReached(`No answer to ${question}`)
}

function listen<A extends keyof Announcements>(socket: Wire, announcement: A, hear: Announcements[A]) {
  const listener = hear as never // Announcements[A] is this listener's type, which the library cannot see for a generic A.
  socket.on(announcement, listener)
  return () => void socket.off(announcement, listener)
}
