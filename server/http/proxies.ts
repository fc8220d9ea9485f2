import ipaddr from 'ipaddr.js'

/** Whose word about a client's address counts: everybody's, nobody's, that of so many proxies, or that of these networks. */
export type TrustedProxies = boolean | number | string[]

/** Reads who is trusted from what was written, or null where it makes no sense. */
export function trustedProxies(written: string): TrustedProxies | null {
  const word = written.trim()
  if (word === 'true' || word === 'false') return word === 'true'
  if (/^\d{1,2}$/.test(word)) return Number(word)
  const networks = word.split(/[\s,]+/).filter(Boolean)
  return networks.length > 0 && networks.every(isNetwork) ? networks : null
}

const named = ['loopback', 'linklocal', 'uniquelocal']

const isNetwork = (network: string) =>
  named.includes(network) || ipaddr.isValid(network) || (ipaddr.isValidCIDR(network) && !network.endsWith('/0'))
