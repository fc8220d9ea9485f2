import ipaddr from 'ipaddr.js'

/**
 * Whether administrators allow this address to be called. The list holds names and addresses, with or without a port,
 * and networks such as 10.0.0.0/8.
 */
export function isListed(url: string, hosts: readonly string[]): boolean {
  const { host, hostname } = new URL(url)
  if (hosts.some((listed) => [host, hostname].includes(listed.toLowerCase()))) return true
  const address = bare(hostname)
  return ipaddr.isValid(address) && isNamed(address, hosts)
}

/**
 * Whether a connection for this host may really go to this address. What lies inside (private, loopback, link-local ...)
 * must be listed itself, as an address or a network: the name alone may be pointed anywhere by whoever owns it.
 */
export function mayReach(hostname: string, address: string, hosts: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const range = ipaddr.process(address).range()
  if (range === 'unicast') return true
  const isItself = hostname === 'localhost' && range === 'loopback' && hosts.some((listed) => /^localhost(:\d+)?$/i.test(listed))
  return isItself || isNamed(address, hosts)
}

function isNamed(address: string, hosts: readonly string[]) {
  const asked = ipaddr.process(address)
  return hosts.some((listed) => {
    const network = networkOf(listed)
    return network !== null && network[0].kind() === asked.kind() && asked.match(network)
  })
}

function networkOf(listed: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  if (ipaddr.isValidCIDR(listed)) return ipaddr.parseCIDR(listed)
  const address = bare(listed)
  if (!ipaddr.isValid(address) || !isWhole(address)) return null
  const parsed = ipaddr.process(address)
  return [parsed, parsed.kind() === 'ipv4' ? 32 : 128]
}

/** An address without brackets and port. */
function bare(host: string) {
  const [, inBrackets] = /^\[(.+)\](?::\d+)?$/.exec(host) ?? []
  return inBrackets ?? host.replace(/^([\d.]+):\d+$/, '$1')
}

/** `10` alone is no address that anybody means, though it can be read as one. */
const isWhole = (address: string) => address.includes(':') || address.split('.').length === 4
