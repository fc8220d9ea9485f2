import { createPublicKey, type KeyObject } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import { words } from '../../shared/protocol/words.ts'

/** A site that may vouch for its people, and the keys it does so with. */
export interface Site {
  id: string
  issuer: string
  audience: string
  /** The one algorithm that this site signs with. What a token says about itself does not count. */
  algorithm: 'HS256' | 'RS256' | 'ES256'
  /** A shared secret, or a public key in PEM. A key that was replaced is still good until its date. */
  keys: readonly { key: string; until: Date | null }[]
}

/** Finds a site by its id or by its issuer. */
export type SiteFor = (named: { kid?: string | undefined; iss?: string | undefined }) => Promise<Site | null>

/** Whom a site vouches for. */
export interface Identity {
  site: string
  subject: string
  name: string
  email: string | null
}

/** Who a signed identity says its bearer is, or in one word why it is not believed. */
export async function identityFrom(token: string, siteFor: SiteFor, now: Date): Promise<Identity | { doubt: string }> {
  try {
    const site = await siteFor(namedBy(token))
    if (!site) return { doubt: 'unknown-site' }
    const payload = await verified(token, site, now)
    if ((payload.exp ?? 0) > now.getTime() / 1000 + longest) return { doubt: 'valid-for-too-long' }
    return { site: site.id, ...claims.parse(payload) }
  } catch (error) {
    if (error instanceof errors.JOSEError) return { doubt: error.code }
    if (error instanceof z.ZodError) return { doubt: `claim-${error.issues[0]?.path.join('.')}` }
    throw error
  }
}

const leeway = 60
const longest = 24 * 3600 + leeway

function namedBy(token: string) {
  const named = readable(() => ({ kid: decodeProtectedHeader(token).kid, iss: decodeJwt(token).iss }))
  return z.object({ kid: z.string().max(255).optional(), iss: z.string().max(255).optional() }).parse(named)
}

/** Whatever cannot even be read was not signed by anybody we know. */
function readable<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw new errors.JWSInvalid('cannot be read')
  }
}

async function verified(token: string, { algorithm, issuer, audience, keys }: Site, now: Date): Promise<JWTPayload> {
  const options = { algorithms: [algorithm], issuer, audience, clockTolerance: leeway, requiredClaims: ['exp', 'sub'], currentDate: now }
  let refused: unknown = new errors.JWSSignatureVerificationFailed()
  for (const { key } of keys.filter(({ until }) => !until || until > now)) {
    try {
      return (await jwtVerify(token, keyFrom(key, algorithm), options)).payload
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error
      refused = error
    }
  }
  throw refused
}

function keyFrom(key: string, algorithm: Site['algorithm']): KeyObject | Uint8Array {
  return algorithm === 'HS256' ? new TextEncoder().encode(key) : createPublicKey(key)
}

const claims = z
  .object({
    sub: words(255),
    name: words(120).optional(),
    email: z.email().max(254).optional(),
  })
  .transform(({ sub, name, email }) => ({ subject: sub, name: name ?? email ?? sub.slice(0, 120), email: email ?? null }))
