/** Someone who asks, as he introduced himself or as his site did. */
export interface Requester {
  id: string
  name: string
  email: string | null
  /** Whether a site vouched for him. */
  verified: boolean
}

/** A site that may vouch for its people, and the keys it does so with now. */
export interface VouchingSite {
  id: string
  issuer: string
  audience: string
  /** The one algorithm that it signs with. What a token says about itself does not count. */
  algorithm: 'HS256' | 'RS256' | 'ES256'
  /** A shared secret, or a public key in PEM. One that was replaced is still good for a while. */
  keys: readonly string[]
}

/** Whom a site vouches for. */
export interface Identity {
  site: string
  subject: string
  name: string
  email: string | null
}

/** How requesters come in and leave, and what is kept of it. */
export interface Visits {
  /** The sites that this issuer may be. */
  sitesOf(issuer: string, at: Date): Promise<VouchingSite[]>
  /** Someone who typed his name. Always a new person: a typed name opens nobody's history. */
  newcomer(introduced: { name: string; email: string | null }): Promise<Requester>
  /** Someone a site vouches for: the same subject of the same site is the same person, whatever he is called today. */
  identified(identity: Identity): Promise<Requester>
  /** Opens a visit and returns its token, which is kept nowhere but with whom it is given to. */
  open(requester: string): Promise<string>
  /** Ends a visit, and returns the key of the connections to cut; null if there was none. */
  end(token: string): Promise<string | null>
}
