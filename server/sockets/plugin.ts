import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import fp from 'fastify-plugin'
import { Server, type ServerOptions } from 'socket.io'
import type { Conversation } from '../../shared/conversation.ts'
import type { Helping, Requesting } from '../../shared/people.ts'
import type { Announcements, ClientToServer, Credentials, Question } from '../../shared/protocol.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import type { Announcer, Change } from '../desk/ports.ts'
import { neighbourhoodOf } from '../desk/proxies.ts'
import { agentsRoom, keyRoom, overseersRoom, personRoom, requestersRoom, teamRoom } from '../desk/rooms.ts'
import { createAllowances } from './allowance.ts'
import { type Arrival, answerQuestions, type DeskSocket, type OnBug } from './answer.ts'
import { cutOff, isClogged } from './backlog.ts'
import { createDoorkeeper } from './doorkeeper.ts'
import { createEndurance } from './endurance.ts'
import type { Handlers } from './handlers.ts'
import { repeatNumbers } from './heartbeat.ts'
import { createHouse } from './house.ts'
import { sendNewcomersOn } from './leaving.ts'
import { greetInOneWrite, sendInOneWrite } from './one-write.ts'
import { seclude, secludeAgain } from './seclusion.ts'
import { checkSessions, endedVisits, type LivingSessions, type LivingVisits } from './session-check.ts'

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
  /** How these conversations stand. */
  followed(ids: string[]): Promise<Conversation[]>
  onBug: OnBug
  /** Which life of the database this is; clients that knew another begin anew. */
  epoch: string
  /** The build of the pages that are served here; absent where none was built. */
  build?: string | undefined
  /** How many connections may be held here at once. */
  places: number
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
  /** Tells everybody that this process leaves, lets no one else in, and gives them a moment to move on by themselves. */
  leave(): Promise<void>
  /** Tells those in a room who are connected to this process. */
  tellHere: Announcer['tell']
  /** Whether somebody who is connected to this process is in a room. */
  isHere(room: string): boolean
  /** How many connections there are here, by kind of person. */
  connected(): Record<'requester' | 'agent', number>
  /** Cuts agents here whose sessions have ended since they came in, and lets those come anew who may do other things now. */
  checkSessions(living: LivingSessions): Promise<void>
  /** Cuts requesters here whose visits have ended since they came in. */
  checkVisits(living: LivingVisits): Promise<void>
  /** Whoever may no longer see these conversations hears no more of them. */
  seclude(changes: Change[]): void
  /** Looks again who here may hear what he hears, and tells everybody again how far their conversations are. */
  repeatNumbers(): Promise<void>
  /** Cuts those who read too slowly for what they are told. */
  cutClogged(): void
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
      // Room for a few more, until it is known who they are.
      allowRequest: (request, decide) => decide(null, io.engine.clientsCount < 1.1 * options.places && options.admits(request)),
    })
    greetInOneWrite(app.server)
    io.engine.on('connection', sendInOneWrite)
    if (options.adapter) io.adapter(options.adapter)
    const doorkeeper = createDoorkeeper()
    const house = createHouse(options.places)
    const allowances = createAllowances()
    const endurance = createEndurance()
    let leaving = false
    io.engine.use(sendNewcomersOn(() => leaving))

    io.use((socket, next) => {
      if (leaving) return next(refusal('unavailable'))
      const address = options.addressOf(socket.request)
      const from = neighbourhoodOf(address)
      if (!doorkeeper.hears(from)) return next(refusal('too-fast'))
      arrival(options.door, socket.handshake.auth, socket.request.headers.cookie)
        .then((found) => {
          if (!found) return next(refusal('signed-out'))
          // Whoever hung up meanwhile would never leave again.
          if (!isOpen(socket.conn)) return next(refusal('unavailable'))
          const place = house.enter(found.who)
          const counted = place && doorkeeper.enter(from, found.who)
          if (!counted) {
            place?.()
            return next(refusal('too-fast'))
          }
          const leave = () => {
            place()
            counted()
          }
          socket.conn.once('close', leave)
          socket.once('disconnect', () => {
            socket.conn.off('close', leave)
            leave()
          })
          Object.assign(socket.data, found, { address })
          next()
        })
        .catch((error: unknown) => {
          options.onBug(error, 'handshake', { connection: socket.id })
          next(refusal('unavailable'))
        })
    })

    io.on('connection', (socket: DeskSocket) => {
      const { who, key } = socket.data
      socket.emit('server:epoch', { epoch: options.epoch })
      if (isOld(socket.handshake.auth, options.build)) socket.emit('server:renewed')
      void socket.join([personRoom(who.id), keyRoom(key), ...roomsOf(who)])
      answerQuestions(socket, { handlers: options.handlers, allowances, endurance, onBug: options.onBug })
      finish(options.arrived(socket.id, who))
      socket.on('disconnect', () => finish(options.left(socket.id, who)))
    })

    /** Comings and goings that are not written down yet. */
    const moves = new Set<Promise<void>>()
    function finish(move: Promise<void>) {
      const done = move.catch((error: unknown) => options.onBug(error, 'presence')).finally(() => moves.delete(done))
      moves.add(done)
    }

    const inside = () => io.of('/').sockets
    const sizeOf = (room: string) => io.of('/').adapter.rooms.get(room)?.size ?? 0
    const cut: Sockets['cut'] = (whose, why) => {
      const room = 'key' in whose ? keyRoom(whose.key) : personRoom(whose.person)
      io.to(room).emit('access:ended', { why })
      io.in(room).disconnectSockets(true)
    }

    app.decorate('sockets', {
      tell: (room, announcement, news) => void io.to(room).emit(announcement, ...([news] as never)),
      tellHere: (room, announcement, news) => void io.local.to(room).emit(announcement, ...([news] as never)),
      isHere: (room) => sizeOf(room) > 0,
      cut,
      renew: (person) => io.in(personRoom(person)).disconnectSockets(true),
      async leave() {
        leaving = true
        io.local.emit('server:leaving', { afterMs: 250 })
        for (let waited = 0; waited < patienceMs && inside().size > 0; waited += 50) await pause(50)
      },
      connected: () => ({ requester: sizeOf(requestersRoom), agent: sizeOf(agentsRoom) }),
      async checkSessions(living) {
        const { ended, stale } = await checkSessions(inside().values(), living)
        for (const key of ended) cut({ key }, 'signed-out')
        for (const socket of stale) socket.disconnect()
      },
      async checkVisits(living) {
        for (const key of await endedVisits(inside().values(), living)) cut({ key }, 'reset')
      },
      seclude(changes) {
        for (const change of changes) seclude(io as Server, change)
      },
      async repeatNumbers() {
        await secludeAgain(io as Server, options.followed)
        await repeatNumbers(io as Server, options.numbers)
      },
      cutClogged() {
        for (const { conn } of inside().values()) if (isClogged(conn)) cutOff(conn)
      },
    } satisfies Sockets)

    app.addHook('preClose', async () => {
      await io.close()
      await Promise.all(moves)
    })
  },
  { name: 'sockets' },
)

/** How long those who were told to move on may take for it: the pause they are told, a second of chance, and slow lines. */
const patienceMs = 3_000

const isOpen = (line: DeskSocket['conn']) => line.readyState === 'open'

const roomsOf = (who: Requesting | Helping) =>
  who.kind === 'requester' ? [requestersRoom] : [agentsRoom, ...who.teams.map(teamRoom), ...(who.role === 'agent' ? [] : [overseersRoom])]

async function arrival(door: Door, auth: Record<string, unknown>, cookie: string | undefined) {
  const credentials = auth as Partial<Credentials>
  if (credentials.as === 'agent') return door.agent(cookie)
  if (credentials.as === 'requester' && typeof credentials.visit === 'string') return door.requester(credentials.visit)
  return null
}

/** Whether a page says that it is of another build than those that are served here. */
const isOld = ({ build }: Partial<Credentials>, ours: string | undefined) => build !== undefined && ours !== undefined && build !== ours

/** Codes travel in the message of the handshake's error. */
const refusal = (code: RefusalCode) => new Error(code)
