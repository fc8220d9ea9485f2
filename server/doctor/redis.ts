import ipaddr from 'ipaddr.js'
import { found, type Look, reasonOf } from './examine.ts'

/** The little that the doctor asks of Redis. */
export interface RedisToAsk {
  info(section: string): Promise<string>
  configGet(names: string[]): Promise<Record<string, string>>
  /** Seconds and microseconds. */
  time(): Promise<readonly string[]>
}

const oldest = 7

/** Whether Redis answers, and which it is. */
export const server: Look = async ({ redis }) => {
  const began = performance.now()
  try {
    const { redis_version: version = '?' } = facts(await redis.info('server'))
    if (Number.parseInt(version, 10) < oldest) return found('redis-old', { version })
    return found('redis-fine', { version, ms: Math.ceil(performance.now() - began) })
  } catch (error) {
    return found('redis-away', { why: reasonOf(error) })
  }
}

/** Whether it throws something away when its memory is full. */
export const eviction: Look = async ({ redis }) => {
  const { maxmemory_policy: policy = 'noeviction' } = facts(await redis.info('memory'))
  return policy === 'noeviction' ? found('eviction-off') : found('eviction-on', { policy })
}

/** Whether it writes to the disk: all that is in it can be had from PostgreSQL, fresher. */
export const persistence: Look = async ({ redis }) => {
  const { aof_enabled: log = '0' } = facts(await redis.info('persistence'))
  const settings = await asked(redis, ['save'])
  const kinds = [...(log === '1' ? ['appendonly'] : []), ...(settings?.save ? ['save'] : [])]
  if (kinds.length > 0) return found('persistence-on', { kinds: kinds.join(', ') })
  return found(settings ? 'persistence-off' : 'persistence-hidden')
}

/** Whether somebody who is not we may come in without a password. */
export const strangers: Look = async ({ redis }) => {
  const settings = await asked(redis, ['requirepass', 'bind', 'port', 'tls-port', 'protected-mode'])
  if (!settings) return found('strangers-hidden')
  const { requirepass = '', bind = '', port = '0', 'tls-port': tlsPort = '0', 'protected-mode': guard = 'no' } = settings
  const isClosed = requirepass !== '' || (Number(port) === 0 && Number(tlsPort) === 0) || guard === 'yes'
  if (isClosed) return found('strangers-out')
  const addresses = bind.split(/\s+/).filter(Boolean)
  const open = (addresses.length > 0 ? addresses : ['*']).map((address) => ({ address, reach: reachOf(address) }))
  const told = { addresses: open.map(({ address }) => address).join(', ') }
  if (open.some(({ reach }) => reach === 'world')) return found('strangers-in', told)
  return open.some(({ reach }) => reach === 'inside') ? found('strangers-inside', told) : found('strangers-out')
}

/** From where an address that Redis is bound to can be reached. All addresses of a machine may have a public one among them. */
function reachOf(bound: string): 'here' | 'inside' | 'world' {
  const address = bound.replace(/^-/, '')
  if (!ipaddr.isValid(address)) return 'world'
  const range = ipaddr.process(address).range()
  if (range === 'loopback') return 'here'
  return ['private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat'].includes(range) ? 'inside' : 'world'
}

/** Hosted ones do not let their settings be asked for. */
const asked = (redis: RedisToAsk, names: string[]) => redis.configGet(names).catch(() => null)

/** The lines of an INFO, by name. */
function facts(info: string): Record<string, string> {
  return Object.fromEntries(
    info.split(/\r?\n/).flatMap((row) => {
      const [name, value] = row.split(':')
      return name && value !== undefined ? [[name, value]] : []
    }),
  )
}
