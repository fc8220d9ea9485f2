import { createHmac } from 'node:crypto'
import { promises as dns, type LookupAddress } from 'node:dns'
import { type ClientRequest, type IncomingMessage, request as requestInClear } from 'node:http'
import { request as requestSecured } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Outcome, Trouble } from '../../shared/protocol/webhook.ts'
import type { WebhookTarget } from '../desk/outbox.ts'
import { isListed, mayReach } from '../desk/webhook-hosts.ts'

export interface Limits {
  /** For all of it: finding the host, connecting, sending, and the first line of the answer. */
  milliseconds: number
  answerBytes: number
  /** Finds the addresses of a host. */
  resolve(hostname: string): Promise<LookupAddress[]>
}

export const limits: Limits = {
  milliseconds: 10_000,
  answerBytes: 64 * 1024,
  resolve: (hostname) => dns.lookup(hostname, { all: true }),
}

/** What is sent: its id stays the same over all tries. */
interface Signed {
  id: string
  kind: string
  at: string
}

/** Sends one event, signed. Redirects are never followed: they could lead anywhere. Nothing of the answer is repeated but its status. */
export async function post(target: WebhookTarget, event: Signed, at: Date, within: Limits = limits): Promise<Outcome> {
  const began = performance.now()
  const told = (status: number | null, trouble: Trouble | null): Outcome => ({
    delivered: trouble === null,
    why: trouble ? sentenceFor(trouble) : `It answered ${status}.`,
    status,
    milliseconds: Math.round(performance.now() - began),
    trouble,
  })
  try {
    const status = await send(target, event, at, within)
    return told(status, troubleWith(status))
  } catch (error) {
    return told(null, troubleOf(error, within))
  }
}

/** HMAC-SHA256 over the time and the body, so that neither can be changed and an old request is seen to be old. */
export const signatureOf = (secret: string, timestamp: string, body: string) =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

function send({ url, hosts, secret }: WebhookTarget, event: Signed, at: Date, within: Limits): Promise<number> {
  const to = new URL(url)
  checkTarget(to, hosts)
  const body = JSON.stringify(event)
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const ask = to.protocol === 'https:' ? requestSecured : requestInClear
  const request = ask(to, {
    method: 'POST',
    agent: false,
    lookup: guarded(hosts, within.resolve),
    signal: AbortSignal.timeout(within.milliseconds),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Firstline',
      'firstline-id': event.id,
      'firstline-timestamp': timestamp,
      'firstline-signature': signatureOf(secret, timestamp, body),
    },
  })
  request.end(body)
  return answerOf(request, within.answerBytes)
}

/** An address in digits is never looked up, so it is judged here. */
function checkTarget(to: URL, hosts: readonly string[]) {
  if (to.protocol !== 'https:' && to.protocol !== 'http:') throw new NotAllowed({ kind: 'scheme' })
  if (!isListed(to.href, hosts)) throw new NotAllowed({ kind: 'not-listed', host: to.hostname })
  const bare = to.hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare) && !mayReach(to.hostname, bare, hosts)) throw new NotAllowed(inside(to.hostname, bare))
}

/** Judges the very addresses that are connected to, so that a name that changes its mind in between gains nothing. */
function guarded(hosts: readonly string[], resolve: Limits['resolve']): LookupFunction {
  return (hostname, { all }, done) => {
    resolve(hostname).then(
      (found) => {
        const allowed = found.filter(({ address }) => mayReach(hostname, address, hosts))
        const [first] = allowed
        if (!first) done(new NotAllowed(inside(hostname, found[0]?.address ?? 'nowhere')), '', 0)
        else if (all) done(null, allowed)
        else done(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    )
  }
}

/** The status; what follows is read no further than to be polite. */
function answerOf(request: ClientRequest, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    request.once('error', reject)
    request.once('response', (response) => {
      readAway(response, most)
      resolve(response.statusCode ?? 0)
    })
  })
}

function readAway(response: IncomingMessage, most: number) {
  let read = 0
  response.on('error', () => response.destroy())
  response.on('data', (chunk: Buffer) => {
    read += chunk.length
    if (read > most) response.destroy()
  })
}

class NotAllowed extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(sentenceFor(trouble))
    this.trouble = trouble
  }
}

const inside = (host: string, address: string): Trouble => ({ kind: 'inside', host, address })

function troubleWith(status: number): Trouble | null {
  if (status >= 200 && status < 300) return null
  return { kind: status >= 300 && status < 400 ? 'redirect' : 'status', status }
}

function troubleOf(error: unknown, { milliseconds }: Limits): Trouble {
  if (error instanceof NotAllowed) return error.trouble
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no code'
  return code === 'ABORT_ERR' ? { kind: 'too-slow', seconds: milliseconds / 1000 } : { kind: 'unreachable', code }
}

/** In words for an administrator who reads the log. */
export function sentenceFor(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'off':
      return 'No webhook is set up, or it is switched off.'
    case 'status':
      return `It answered ${trouble.status}.`
    case 'redirect':
      return `It answered ${trouble.status}, a redirect. Redirects are not followed.`
    case 'scheme':
      return 'Only http and https can be called.'
    case 'not-listed':
      return `${trouble.host} is not in the list of allowed hosts.`
    case 'inside':
      return `${trouble.host} is at ${trouble.address}, which is not in the list of allowed hosts: addresses inside must be listed themselves.`
    case 'too-slow':
      return `It did not answer within ${trouble.seconds} s.`
    case 'unreachable':
      return `It could not be reached (${trouble.code}).`
    case 'failed':
      return 'It could not be put together. The log says why.'
  }
}
