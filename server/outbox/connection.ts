import { Cluster, Redis } from 'ioredis'
import { redisPlace } from '../desk/line/redis-places.ts'

/** A connection of those who carry jobs. */
export type Line = Redis | Cluster

/** A connection and, after it, those that are made like it. Jobs are repeatable, so a command that was cut off is sent again. */
export function connect(url: string, onTrouble: (error: unknown) => void): [Line, ...Line[]] {
  const redis = lineTo(url)
  const lines: [Line, ...Line[]] = [redis]
  redis.on('error', onTrouble)
  const remember = <Made extends Line>(line: Made) => {
    lines.push(line)
    return line
  }
  if (redis instanceof Cluster) redis.duplicate = (...how) => remember(Cluster.prototype.duplicate.apply(redis, how))
  else redis.duplicate = (...how) => remember(Redis.prototype.duplicate.apply(redis, how))
  return lines
}

const manner = { maxRetriesPerRequest: null, disconnectTimeout: 200 }

function lineTo(url: string): Line {
  const place = redisPlace(url)
  if (!place) throw new Error('REDIS_URL is no address of a Redis')
  if (place.kind === 'one') return new Redis(place.url.replace(/^unix:\/\//, ''), manner)
  const { nodes, username, password, tls } = place
  const login = { ...(username && { username }), ...(password && { password }), ...(tls && { tls: {} }) }
  if (place.kind === 'cluster') return new Cluster(nodes, { redisOptions: { ...manner, ...login } })
  return new Redis({
    ...manner,
    ...login,
    sentinels: nodes,
    name: place.group,
    db: place.database,
    ...(place.sentinelPassword && { sentinelPassword: place.sentinelPassword }),
    ...(tls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
  })
}
