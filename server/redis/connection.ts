import { createClient, createCluster, createSentinel } from 'redis'
import { type RedisPlace, redisPlace } from '../desk/line/redis-places.ts'
import { watchOver } from './watchfulness.ts'

/** Told when the connection breaks. It comes back by itself; without a listener the process would end. */
export type OnTrouble = (error: Error) => void

type Client = ReturnType<typeof createClient>

type Command =
  | 'eval'
  | 'evalSha'
  | 'scriptLoad'
  | 'ping'
  | 'publish'
  | 'get'
  | 'set'
  | 'exists'
  | 'hGetAll'
  | 'sMembers'
  | 'time'
  | 'info'
  | 'configGet'
type Ordered = 'zRank' | 'zRange' | 'zRangeWithScores' | 'zCard'

/** A connection to Redis, to one server or to many: what the line and the fan-out ask of it. */
export interface Redis extends Pick<Client, Command | Ordered | 'isReady' | 'isOpen'> {
  on(event: 'error', hear: OnTrouble): unknown
  on(event: 'ready', hear: () => void): unknown
  subscribe(channel: string, hear: (message: string) => void): Promise<unknown>
  connect(): Promise<unknown>
  close(): Promise<unknown>
  destroy(): unknown
  /** One more connection to the same place, not connected yet. */
  another(manner: Manner): Redis
  /** Whether it stands for many connections, of which it looks after each. */
  isGroup: boolean
}

export interface Manner {
  /** Whether commands wait for a connection that comes back, as fan-out wants, or fail at once, as the line wants. */
  patient?: boolean
}

/** A connection to Redis. Resolves when it is there, or after a moment without it: the desk serves either way, and it connects later. */
export async function connectRedis(url: string, onTrouble: OnTrouble, manner: Manner = {}): Promise<Redis> {
  const place = redisPlace(url)
  if (!place) throw new Error('REDIS_URL is no address of a Redis')
  const redis = clientFor(place, manner)
  redis.on('error', onTrouble)
  await Promise.race([keepConnected(redis, onTrouble), aMoment()])
  return redis
}

/** Connects, now or as soon as it can be, and hangs up on a Redis that says nothing. Resolves once it is there. */
export async function keepConnected(redis: Redis, onTrouble: OnTrouble): Promise<void> {
  for (;;) {
    try {
      await redis.connect()
      if (!redis.isGroup) watchOver(redis, onTrouble)
      return
    } catch (error) {
      if (closed.has(redis)) return
      onTrouble(error instanceof Error ? error : new Error(String(error)))
    }
    // One server is tried again by its client; whoever looks for a group that nobody knows yet gives up.
    await aMoment(1_000)
    if (closed.has(redis)) return
  }
}

/** Ends a connection, whatever state it is in. */
export async function closeRedis(redis: Redis): Promise<void> {
  closed.add(redis)
  // One that says nothing would keep us waiting for ever.
  if (redis.isReady) await Promise.race([redis.close().catch(() => {}), aMoment()])
  if (redis.isOpen) await redis.destroy()
}

const closed = new WeakSet<Redis>()

function clientFor(place: RedisPlace, manner: Manner): Redis {
  const more = { another: (other: Manner) => clientFor(place, other), isGroup: place.kind !== 'one' }
  return Object.assign(plainClientFor(place, manner), more)
}

function plainClientFor(place: RedisPlace, manner: Manner): Omit<Redis, 'another' | 'isGroup'> {
  const settings = settingsFor(manner)
  if (place.kind === 'one') return createClient({ ...settings, url: place.url })
  const { nodes, username, password, tls } = place
  const login = { ...(username && { username }), ...(password && { password }) }
  // These look after many connections themselves, and hang up on a node that says nothing.
  const alert = { pingInterval: 3_000, socket: { ...settings.socket, socketTimeout: 8_000, ...(tls && { tls: true as const }) } }
  const each = { ...settings, ...login, ...alert }
  if (place.kind === 'cluster')
    return createCluster({ rootNodes: nodes.map((socket) => ({ ...each, socket: { ...each.socket, ...socket } })), defaults: each })
  return createSentinel({
    name: place.group,
    sentinelRootNodes: nodes,
    nodeClientOptions: { ...each, database: place.database },
    sentinelClientOptions: { ...alert, ...(place.sentinelPassword && { password: place.sentinelPassword }) },
    scanInterval: 2_000,
    reserveClient: true,
    maxCommandRediscovers: 3,
  })
}

const settingsFor = ({ patient = false }: Manner) => ({
  disableOfflineQueue: !patient,
  // Whoever asks has patience of his own, and who hangs up on a silent server ends all that was asked of it: a clock for each
  // command would cost more than the command.
  commandOptions: { timeout: 0 },
  socket: {
    connectTimeout: 2_000,
    reconnectStrategy: (tries: number) => Math.min(50 * 2 ** Math.min(tries, 5), 1_000) + Math.random() * 100,
  },
})

const aMoment = (milliseconds = 3_000) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())
