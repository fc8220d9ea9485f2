import type { IncomingMessage } from 'node:http'
import fp from 'fastify-plugin'
import { Server, type ServerOptions } from 'socket.io'
import type { Helping, Requesting } from '../../shared/people.ts'
import type { Announcements, ClientToServer, Credentials, Question } from '../../shared/protocol.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import type { Announcer, Change } from '../desk/ports.ts'
import { agentsRoom, keyRoom, overseersRoom, personRoom, requestersRoom, teamRoom } from '../desk/rooms.ts'
import { type Arrival, answerQuestions, type DeskSocket, type OnBug } from './answer.ts'
import { createDoorkeeper } from './doorkeeper.ts'
import type { Handlers } from './handlers.ts'
import { repeatNumbers } from './heartbeat.ts'
import { sendInOneWrite } from './one-write.ts'
import { seclude } from './seclusion.ts'
import { endedSessions, type LivingSessions } from './session-check.ts'

type DeskServer = Server<ClientToServer, Announcements, Record<string, never>, Arrival>

/** Who comes in, by what he shows; null is a stranger. `key` names the session or visit. */
export interface Door {
  agent(cookie: string | undefined): Promise<{ who: Helping; key: string } | null>
  requester(token: string): Promise<{ who: Requesting; key: string } | null>
}

export interface SocketOptions {
  door: Door
  handlers: Handlers<Question>
  /** Whether a handshake with this request may begin at all: its Origin is our own. */
  admits(request: IncomingMessage): boolean
  addressOf(request: IncomingMessage): string
  arrived(connection: string, who: Requesting | Helping): Promise<void>
  left(connection: string, who: Requesting | Helping): Promise<void>
  /** The last numbers of these conversations. */
  numbers(ids: string[]): Promise<{ conversation: string; public: number; internal: number }[]>
  onBug: OnBug
  /** How processes reach each other's rooms; absent where there is one process. */
  adapter?: ServerOptions['adapter']
}

declare module 'fastify' {
  interface FastifyInstance {
    sockets: Sockets
  }
}

export interface Sockets extends Announcer {
  /** Cuts all connections of a person, or of one session or visit, and says why. */
  cut(whose: { person: string } | { key: string }, why: 'signed-out' | 'disabled' | 'reset'): void
  /** Makes a person's devices connect anew, with the rights he has now. */
  renew(person: string): void
  /** Tells everybody that this process leaves, and lets no one else in. */
  leave(): Promise<void>
  /** How many connections there are here, by kind of person. */
  connected(): Record<'requester' | 'agent', number>
  /** Cuts agents whose sessions have ended since they came in. */
  cutEnded(living: LivingSessions): Promise<void>
  /** Whoever may no longer see these conversations hears no more of them. */
  seclude(changes: Change[]): void
  /** Tells everybody here again how far their conversations are. */
  repeatNumbers(): Promise<void>
}

/** The wire: lets people in, answers what they ask, tells rooms what happened. */
export default fp<SocketOptions>(
  async (app, options) => {
    const io: DeskServer = new Server(app.server, {
      serveClient: false,
      transports: ['websocket', 'polling'],
      // Two missed heartbeats are noticed within 18 s, half-open connections included.
      pingInterval: 10_000,
      pingTimeout: 8_000,
      maxHttpBufferSize: 64 * 1024,
      perMessageDeflate: false,
      httpCompression: false,
      connectTimeout: 10_000,
      allowRequest: (request, decide) => decide(null, options.admits(request)),
    })
    if (options.adapter) io.adapter(options.adapter)
    const doorkeeper = createDoorkeeper()
    let leaving = false

    io.use((socket, next) => {
      if (leaving) return next(refusal('unavailable'))
      const address = options.addressOf(socket.request)
      arrival(options.door, socket.handshake.auth, socket.request.headers.cookie)
        .then((found) => {
          if (!found) return next(refusal('signed-out'))
          if (!doorkeeper.hasRoom(address, found.who)) return next(refusal('too-fast'))
          Object.assign(socket.data, found, { address })
          next()
        })
        .catch((error: unknown) => {
          options.onBug(error, 'handshake')
          next(refusal('unavailable'))
        })
    })

    io.on('connection', (socket: DeskSocket) => {
      const { who, key, address } = socket.data
      const leave = doorkeeper.enter(address, who)
      sendInOneWrite(socket)
      void socket.join([personRoom(who.id), keyRoom(key), ...roomsOf(who)])
      answerQuestions(socket, options.handlers, options.onBug)
      finish(options.arrived(socket.id, who))
      socket.on('disconnect', () => {
        leave()
        finish(options.left(socket.id, who))
      })
    })

    /** Comings and goings that are not written down yet. */
    const moves = new Set<Promise<void>>()
    function finish(move: Promise<void>) {
      const done = move.catch((error: unknown) => options.onBug(error, 'presence')).finally(() => moves.delete(done))
      moves.add(done)
    }

    const sizeOf = (room: string) => io.of('/').adapter.rooms.get(room)?.size ?? 0
    const cut: Sockets['cut'] = (whose, why) => {
      const room = 'key' in whose ? keyRoom(whose.key) : personRoom(whose.person)
      io.to(room).emit('access:ended', { why })
      io.in(room).disconnectSockets(true)
    }

    app.decorate('sockets', {
      tell: (room, announcement, news) => void io.to(room).emit(announcement, ...([news] as never)),
      cut,
      renew: (person) => io.in(personRoom(person)).disconnectSockets(true),
      async leave() {
        leaving = true
        io.local.emit('server:leaving', { afterMs: 250 })
      },
      connected: () => ({ requester: sizeOf(requestersRoom), agent: sizeOf(agentsRoom) }),
      async cutEnded(living) {
        for (const key of await endedSessions(io.of('/').sockets.values(), living)) cut({ key }, 'signed-out')
      },
      seclude(changes) {
        for (const change of changes) seclude(io as Server, change)
      },
      repeatNumbers: () => repeatNumbers(io as Server, options.numbers),
    } satisfies Sockets)

    app.addHook('preClose', async () => {
      await io.close()
      await Promise.all(moves)
    })
  },
  { name: 'sockets' },
)

const roomsOf = (who: Requesting | Helping) =>
  who.kind === 'requester' ? [requestersRoom] : [agentsRoom, ...who.teams.map(teamRoom), ...(who.role === 'agent' ? [] : [overseersRoom])]

async function arrival(door: Door, auth: Record<string, unknown>, cookie: string | undefined) {
  const credentials = auth as Partial<Credentials>
  if (credentials.as === 'agent') return door.agent(cookie)
  if (credentials.as === 'requester' && typeof credentials.visit === 'string') return door.requester(credentials.visit)
  return null
}

/** Codes travel in the message of the handshake's error. */
const refusal = (code: RefusalCode) => new Error(code)
