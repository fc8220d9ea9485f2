import { createPublicKey, type KeyObject } from 'node:crypto'
import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import { emailAddress, words } from '../../shared/protocol/words.ts'
import type { Identity, Visits, VouchingSite } from '../desk/visits.ts'

/** Who a signed identity says its bearer is, or in one word why it is not believed. */
export async function identityFrom(token: string, sitesOf: Visits['sitesOf'], now: Date): Promise<Identity | { doubt: string }> {
  try {
    const { iss, aud } = claimed(token)
    const site = (await sitesOf(iss, now)).find(({ audience }) => [aud].flat().includes(audience))
    if (!site) return { doubt: 'unknown-site' }
    const payload = await verified(token, site, now)
    if ((payload.exp ?? 0) > now.getTime() / 1000 + longest) return { doubt: 'valid-for-too-long' }
    return { site: site.id, ...person.parse(payload) }
  } catch (error) {
    if (error instanceof errors.JOSEError) return { doubt: error.code }
    if (error instanceof z.ZodError) return { doubt: `claim-${error.issues[0]?.path.join('.')}` }
    throw error
  }
}

const leeway = 60
const longest = 24 * 3600 + leeway

/** Not believed yet: it only says which site's keys to try. */
const claimed = (token: string) => address.parse(decodeJwt(token))

const address = z.object({ iss: z.string().min(1).max(255), aud: z.union([z.string(), z.array(z.string()).max(10)]) })

async function verified(token: string, { algorithm, issuer, audience, keys }: VouchingSite, now: Date): Promise<JWTPayload> {
  const options = { algorithms: [algorithm], issuer, audience, clockTolerance: leeway, requiredClaims: ['exp', 'sub'], currentDate: now }
  let refused: unknown = new errors.JWSSignatureVerificationFailed()
  for (const key of keys) {
    try {
      return (await jwtVerify(token, keyFrom(key, algorithm), options)).payload
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error
      refused = error
    }
  }
  throw refused
}

function keyFrom(key: string, algorithm: VouchingSite['algorithm']): KeyObject | Uint8Array {
  return algorithm === 'HS256' ? new TextEncoder().encode(key) : createPublicKey(key)
}

const person = z
  .object({ sub: words(255), name: words(120).optional(), email: emailAddress.optional() })
  .transform(({ sub, name, email }) => ({ subject: sub, name: name ?? (email ?? sub).slice(0, 120), email: email ?? null }))
