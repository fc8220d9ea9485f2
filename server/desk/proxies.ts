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

/** Whether the word of whoever sits at this address, so many hops away, counts. */
export function trusts(trusted: TrustedProxies, address: string, hop: number): boolean {
  if (typeof trusted === 'boolean') return trusted
  if (typeof trusted === 'number') return hop < trusted
  return ipaddr.isValid(address) && trusted.some((network) => isIn(network, ipaddr.process(address)))
}

/** The address that counts for a client: the nearest one that is not a proxy we trust. */
export function addressOf(trusted: TrustedProxies, peer: string | undefined, forwardedFor: string | undefined): string {
  const told = (forwardedFor ?? '').split(',').map((part) => part.trim())
  const hops = [peer ?? '', ...told.filter(Boolean).reverse()]
  return hops.find((address, hop) => hop === hops.length - 1 || !trusts(trusted, address, hop)) ?? ''
}

/**
 * Whom a limit counts as one: an IPv4 address, or the network of 64 bits that a single line of IPv6 is given,
 * within which anybody may take a new address for each request.
 */
export function neighbourhoodOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const plain = ipaddr.process(address)
  if (!(plain instanceof ipaddr.IPv6)) return plain.toString()
  return `${plain.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}

const names: Record<string, string[]> = { loopback: ['loopback'], linklocal: ['linkLocal'], uniquelocal: ['private', 'uniqueLocal'] }

function isIn(network: string, address: ipaddr.IPv4 | ipaddr.IPv6) {
  const ranges = names[network]
  if (ranges) return ranges.includes(address.range())
  const [base, bits] = network.includes('/') ? ipaddr.parseCIDR(network) : whole(network)
  return base.kind() === address.kind() && address.match(base, bits)
}

function whole(network: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const address = ipaddr.process(network)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

// A network of /0 would be everybody: who means that writes true.
const isNetwork = (written: string) =>
  Object.hasOwn(names, written) || isAddress(written) || ((isCidr4(written) || ipaddr.IPv6.isValidCIDR(written)) && !written.endsWith('/0'))

const isAddress = (written: string) => ipaddr.IPv4.isValidFourPartDecimal(written) || ipaddr.IPv6.isValid(written)
const isCidr4 = (written: string) => ipaddr.IPv4.isValidCIDRFourPartDecimal(written)
