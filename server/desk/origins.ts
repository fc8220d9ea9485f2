/** What a request says about where it comes from. */
export interface Provenance {
  origin?: string | undefined
  referer?: string | undefined
  'sec-fetch-site'?: string | string[] | undefined
  host?: string | undefined
  cookie?: string | undefined
}

/**
 * Whether a request comes from a page of our own: from the public address, or from the host it was sent to where none is set.
 * Browsers leave `Origin` out of same-origin GET requests, polling handshakes among them; then what they send instead counts.
 * Programs that are no browsers send none of these, and get through as long as they carry no cookie.
 */
export function originAllowed(publicUrl: string | undefined, sent: Provenance): boolean {
  const site = sent['sec-fetch-site']
  if (sent.origin !== undefined) return isOurs(publicUrl, sent.origin, sent.host)
  if (site !== undefined) return site === 'same-origin'
  if (sent.referer !== undefined) return isOurs(publicUrl, sent.referer, sent.host)
  return sent.cookie === undefined
}

function isOurs(publicUrl: string | undefined, page: string, host: string | undefined) {
  if (!URL.canParse(page)) return false
  const url = new URL(page)
  if (!/^https?:$/.test(url.protocol)) return false
  return publicUrl ? url.origin === publicUrl : url.host === host
}
