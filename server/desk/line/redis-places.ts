/** Where a Redis is found: at one address, wherever its sentinels say, or spread over a cluster. */
export type RedisPlace =
  | { kind: 'one'; url: string }
  | ({ kind: 'sentinel'; group: string; database: number; sentinelPassword: string | undefined } & Nodes)
  | ({ kind: 'cluster' } & Nodes)

interface Nodes {
  nodes: { host: string; port: number }[]
  username: string | undefined
  password: string | undefined
  tls: boolean
}

const one = /^(rediss?|unix):\/\//
const many = /^(rediss?)\+(sentinel|cluster):\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]+)(?:\/([^/?]*))?(?:\/(\d+))?(?:\?(.*))?$/

/** Reads REDIS_URL; undefined if it means nothing. */
export function redisPlace(url: string): RedisPlace | undefined {
  if (one.test(url)) return { kind: 'one', url }
  const [, scheme, kind, username, password, hosts = '', group, database, rest] = many.exec(url) ?? []
  const nodes = hosts.split(',').map((host) => nodeIn(host, kind === 'sentinel' ? 26_379 : 6_379))
  if (!kind || !nodes.every((node) => node !== null)) return undefined
  const common = { nodes, username: decoded(username), password: decoded(password), tls: scheme === 'rediss' }
  if (kind === 'cluster') return group ? undefined : { kind: 'cluster', ...common }
  if (!group) return undefined
  const sentinelPassword = new URLSearchParams(rest).get('sentinelPassword') ?? undefined
  return { kind: 'sentinel', group: decodeURIComponent(group), database: Number(database ?? 0), sentinelPassword, ...common }
}

function nodeIn(written: string, usualPort: number) {
  const [, host, port = usualPort] = /^(\[[\da-f:]+\]|[\w.-]+)(?::(\d{1,5}))?$/i.exec(written) ?? []
  return host ? { host: host.replace(/^\[|\]$/g, ''), port: Number(port) } : null
}

const decoded = (word: string | undefined) => (word ? decodeURIComponent(word) : undefined)
