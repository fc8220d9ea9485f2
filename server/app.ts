import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Fastify from 'fastify'
import type { Logger } from 'pino'
import { answers } from './answers.ts'
import { createClockwork } from './clockwork.ts'
import type { Config } from './config.ts'
import { createBoard } from './desk/line/board.ts'
import { originAllowed } from './desk/origins.ts'
import type { Announcer } from './desk/ports.ts'
import { addressOf } from './desk/proxies.ts'
import { boardRoom } from './desk/rooms.ts'
import { createSettingsFiles } from './desk/settings/importing.ts'
import { loggedIn } from './desk/tickets/logged.ts'
import { deskNews } from './desk-news.ts'
import { examine } from './doctor/examine.ts'
import { createShelf } from './files/shelf.ts'
import { sweepEveryMs } from './files/sweep.ts'
import { createFiling } from './filing.ts'
import { forgetting } from './forgetting.ts'
import { gauge } from './gauges.ts'
import { accountRoutes } from './http/accounts.ts'
import { callHook } from './http/call-hook.ts'
import { crowds } from './http/crowds.ts'
import { cutShort } from './http/cut-short.ts'
import { docs } from './http/docs.ts'
import { errors } from './http/errors.ts'
import { everyFile } from './http/every-file.ts'
import { exportRoutes } from './http/exports.ts'
import { headers } from './http/headers.ts'
import { health } from './http/health.ts'
import { hurry } from './http/hurry.ts'
import { knowledgeRoutes } from './http/knowledge.ts'
import { serverOptions } from './http/limits.ts'
import { createMetrics } from './http/metrics.ts'
import { buildIn, pages } from './http/pages.ts'
import { proposalRoutes } from './http/proposals.ts'
import { receptionRoutes } from './http/reception.ts'
import { requests } from './http/requests.ts'
import { settingsFileRoutes } from './http/settings-file.ts'
import { createSignInThrottle } from './http/sign-in-throttle.ts'
import { visits } from './http/visits.ts'
import { within } from './http/within.ts'
import { createKernel } from './kernel.ts'
import { createLog } from './log.ts'
import { createOutgoing } from './outgoing.ts'
import { pdfOf } from './paper/pdf.ts'
import { accountsIn } from './postgres/accounts.ts'
import { boardRowsIn } from './postgres/board.ts'
import { createClock } from './postgres/clock.ts'
import { agentAtDoor } from './postgres/door.ts'
import { readEpoch } from './postgres/epoch.ts'
import { readFollowed } from './postgres/followed.ts'
import { knowledgeIn } from './postgres/knowledge.ts'
import { lineRowsIn } from './postgres/line.ts'
import { migrate } from './postgres/migrate.ts'
import { readNumbers } from './postgres/people.ts'
import { createExportPool, createPool, createReadPool } from './postgres/pool.ts'
import { framing } from './postgres/remote.ts'
import { createRoom } from './postgres/room.ts'
import { livingSessions } from './postgres/sessions.ts'
import { readLook } from './postgres/settings.ts'
import { settingsInOne } from './postgres/settings-file.ts'
import { exportsIn } from './postgres/ticket-export.ts'
import { indexTickets } from './postgres/ticket-index.ts'
import { ticketsIn } from './postgres/tickets.ts'
import { livingVisits, requestersAtDoor, visitsIn } from './postgres/visits.ts'
import { closeRedis, connectRedis } from './redis/connection.ts'
import { createFanOut } from './redis/fan-out.ts'
import { createFastLine } from './redis/line.ts'
import type { OnBug } from './sockets/answer.ts'
import sockets from './sockets/plugin.ts'
import { createTelephones } from './telephones.ts'
import { createTrying } from './trying.ts'

export interface AppOptions {
  config: Config
  /** Another clock than that of the database; a rehearsal may start it in the past. */
  now?: () => Date
  /** The clock that tells whether processes live; a rehearsal whose own clock leaps gives the true one. */
  leaseClock?: () => Date
  log?: Logger
}

export type App = Awaited<ReturnType<typeof createApp>>

/** The version that this is. */
export const version = '0.1.0'

/** Puts the parts together. The only file that knows them all. */
export async function createApp({ config, now: given, leaseClock, log = createLog(config.LOG_LEVEL) }: AppOptions) {
  const { PUBLIC_URL: publicUrl, TRUST_PROXY: proxies } = config
  const trouble = (part: string) => (error: unknown) => log.warn({ part, err: error }, 'trouble')
  const onBug: OnBug = (error, where, trace) => log.error({ where, ...trace, err: error }, 'a bug')
  let isLeaving = false

  const shelf = await createShelf(join(config.DATA_DIR, 'files'))
  const pool = createPool(config.DATABASE_URL, trouble('postgres'))
  const readPool = createReadPool(config.DATABASE_URL, trouble('postgres'))
  const exportPool = createExportPool(config.DATABASE_URL, trouble('postgres'))
  await migrate(pool)
  const clock = createClock(pool)
  await clock.set()
  const now = given ?? clock.now
  const room = createRoom(pool)
  const redis = await connectRedis(config.REDIS_URL, trouble('redis'))
  const isAlone = config.FIRSTLINE_ENGINES === 'embedded' && config.FIRSTLINE_WORKER === undefined
  const fanOut = isAlone ? null : await createFanOut(config.REDIS_URL, trouble('fan-out'))
  const metrics = createMetrics()

  const app = Fastify(serverOptions(config, log))
  const announce: Announcer = { tell: (room, announcement, news) => app.sockets.tell(room, announcement, news) }
  const kernel = createKernel({ pool, redis, process: randomUUID(), now, leaseClock, announce, metrics, onBug, failed: room.failed })
  const masked = (text: string) => kernel.masked(text, false)
  const filing = createFiling({
    pool,
    redis,
    shelf,
    conversations: kernel.conversations,
    masked,
    mostMegabytes: config.MAX_FILE_MB,
    unverifiedMegabytes: config.UNVERIFIED_MB_A_DAY,
    now,
  })
  const door = {
    agent: (cookie: string | undefined) => agentAtDoor(pool, cookie, now()),
    requester: requestersAtDoor(pool),
  }
  const board = createBoard({
    rows: boardRowsIn(readPool, lineRowsIn(readPool, now)),
    directory: kernel.directory,
    isWatched: (team) => app.sockets.isHere(boardRoom(team)),
    tell: (team, news) => app.sockets.tellHere(boardRoom(team), 'board:changed', news),
    now,
    onBug,
  })
  const putsDown = () => redis.set('firstline:ready', '', { EX: 60 })
  const keep = () => within(1_000, putsDown())
  const outgoing = createOutgoing({ pool, redisUrl: config.REDIS_URL, now, onBug, onTrouble: trouble('outbox') })
  const telephones = createTelephones({ pool, readPool, announce, now })
  const { trials, proposing } = createTrying({ pool: exportPool, redis, now, onBug })
  kernel.follow((changes) => {
    app.sockets.seclude(changes)
    const records = loggedIn(changes)
    for (const record of records) log.info(record, 'ticket logged')
    if (records.length > 0) outgoing.wake()
  })
  const clockwork = createClockwork({
    ...kernel,
    extraWheels: [
      { name: 'clock', everyMs: 5_000, turn: clock.set },
      ...deskNews({ keep, directory: kernel.directory, tellHere: (...news) => app.sockets.tellHere(...news) }),
      { name: 'text index', everyMs: 2_000, turn: () => indexTickets(readPool, { restSeconds: 60 }) },
      { name: 'incidents', everyMs: 1_000, turn: kernel.tellingAll.turn },
      { name: 'numbers', everyMs: 20_000, turn: () => app.sockets.repeatNumbers() },
      { name: 'sessions', everyMs: 5_000, turn: () => app.sockets.checkSessions((keys) => livingSessions(pool, keys, now())) },
      { name: 'visits', everyMs: 20_000, turn: () => app.sockets.checkVisits((keys) => livingVisits(pool, keys)) },
      { name: 'slow readers', everyMs: 1_000, turn: async () => app.sockets.cutClogged() },
      { name: 'files', everyMs: sweepEveryMs, turn: filing.sweep },
      ...kernel.wheels,
      ...forgetting({ pool, config, now }),
    ],
    onBug,
  })

  await app.register(errors)
  await app.register(hurry)
  await app.register(cutShort)
  await app.register(headers, { publicUrl })
  await app.register(requests, { metrics })
  await app.register(crowds, { redis })
  await app.register(docs, { version })
  const patient = { pool: readPool, redis, fast: createFastLine(redis), publicUrl, folder: config.DATA_DIR }
  const engines = { postgres: () => pool.query('select 1'), redis: () => redis.ping() }
  await app.register(health, {
    ...engines,
    room: {
      database: room.isLeft,
      redis: putsDown,
      files: () => shelf.hasRoom(filing.files.mostBytes),
    },
    metrics,
    isLeaving: () => isLeaving,
    metricsToken: config.METRICS_TOKEN,
  })
  await app.register(everyFile, { filing, door, redis, publicUrl })
  await app.register(sockets, {
    door,
    handlers: answers({
      kernel,
      board,
      outgoing,
      telephones,
      trials,
      pool,
      readPool,
      publicUrl,
      examine: () => examine(patient),
      now,
      sockets: () => app.sockets,
      onBug,
    }),
    admits: ({ headers }) => !isLeaving && originAllowed(publicUrl, headers),
    addressOf: ({ socket, headers }: IncomingMessage) => addressOf(proxies, socket.remoteAddress, headers['x-forwarded-for']?.toString()),
    arrived: kernel.attendance.arrived,
    left: kernel.attendance.left,
    numbers: (ids) => readNumbers(pool, ids),
    followed: (ids) => readFollowed(pool, ids),
    onBug,
    epoch: await readEpoch(pool),
    places: config.MAX_CONNECTIONS,
    build: buildIn(publicFolder),
    ...(fanOut && { adapter: fanOut.adapter }),
  })
  await app.register(accountRoutes, {
    accounts: accountsIn(pool),
    throttle: createSignInThrottle(redis),
    now,
    publicUrl,
    cut: (whose, why) => app.sockets.cut(whose, why),
  })
  const look = async () => (await readLook(pool)).value
  await app.register(visits, { visits: visitsIn(pool), redis, publicUrl, look, masked, now, cut: (...whose) => app.sockets.cut(...whose) })
  await app.register(exportRoutes, {
    tickets: ticketsIn(readPool),
    exports: exportsIn(exportPool, pool),
    directory: kernel.directory,
    door: door.agent,
    pdfOf,
    redis,
    publicUrl,
    now,
  })
  await app.register(settingsFileRoutes, {
    files: createSettingsFiles(settingsInOne(pool)),
    door: door.agent,
    changed: (what) => void kernel.setUpAnew(what).catch((error: unknown) => onBug(error, 'set up anew')),
    redis,
    publicUrl,
    now,
  })
  await app.register(proposalRoutes, { proposing, door: door.agent, redis, publicUrl })
  await app.register(callHook, { telephones, redis, now })
  await app.register(receptionRoutes, { look, reception: kernel.line.reception, redis })
  await app.register(pages, { folder: publicFolder, publicUrl, ...framing(pool), look })
  await app.register(knowledgeRoutes, { ...knowledgeIn(pool, readPool), look, redis, publicUrl, now })

  gauge(metrics, {
    pools: { chat: pool, read: readPool, export: exportPool },
    engines,
    connected: () => app.sockets.connected(),
    tally: kernel.line.tally,
    nameOf: (team) => kernel.directory().team(team)?.name,
    version,
    now,
  })

  return {
    app,
    pool,
    sockets: () => app.sockets,

    /** Begins to listen, and returns the address. */
    async listen(): Promise<string> {
      await clockwork.start()
      await app.listen({ port: config.PORT, host: config.HOST })
      const address = app.server.address()
      const port = typeof address === 'object' && address ? address.port : config.PORT
      return `http://${/^(0\.0\.0\.0|::)$/.test(config.HOST) ? '127.0.0.1' : config.HOST}:${port}`
    },

    /** Leaves in good order: no new work, everybody moves on, what was begun is finished. */
    async close(): Promise<void> {
      isLeaving = true
      const steps = [
        () => app.sockets.leave(),
        () => kernel.conversations.idle(),
        () => trials.stopAll(),
        () => clockwork.stop(),
        () => app.close(),
        () => board.stop(),
        () => kernel.stop(),
        () => outgoing.stop(),
        async () => fanOut?.close(),
        () => closeRedis(redis),
        () => Promise.all([pool.end(), readPool.end(), exportPool.end()]),
      ]
      // Each on its own: one that fails, such as a lease that cannot be given back, keeps none of the others from being done.
      for (const step of steps) await Promise.resolve(step()).catch(trouble('leaving'))
    },
  }
}

/** Where the build puts what browsers load, seen from the sources and from what is built of them. */
const publicFolder = fileURLToPath(new URL(import.meta.url.includes('/dist/server/') ? '../public' : '../dist/public', import.meta.url))
