import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { invitationAccept, invitationLook, type Me, passwordChange, signIn } from '../../shared/protocol/accounts.ts'
import { role } from '../../shared/protocol/words.ts'
import { refuse } from '../../shared/refusal.ts'
import { originAllowed } from '../desk/origins.ts'
import { type Accounts, acceptablePassword, type Entrance } from '../desk/people.ts'
import { neighbourhoodOf } from '../desk/proxies.ts'
import { cookieWith, emptyCookie, tokenIn } from '../desk/session-cookie.ts'
import { hashPassword, isPassword, warmUp } from './passwords.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

export interface AccountOptions {
  accounts: Accounts
  throttle: SignInThrottle
  now(): Date
  publicUrl: string | undefined
  /** Ends the connections of a person, or of one session. */
  cut(whose: { person: string } | { key: string }, why: 'signed-out'): void
}

/** Signing in and out, and coming in by a one-time link: what needs a cookie. */
export const accountRoutes: FastifyPluginAsyncZod<AccountOptions> = async (app, { accounts, throttle, now, publicUrl, cut }) => {
  await warmUp()
  app.addHook('onRequest', async ({ method, headers }) => {
    if (method === 'POST' && !originAllowed(publicUrl, headers)) refuse('foreign-origin')
  })

  app.post('/api/sign-in', { schema: schemas.signIn }, async (request, reply) => {
    const { email, password } = request.body
    await throttle(reply, email, neighbourhoodOf(request.ip))
    const known = await accounts.credentials(email)
    const right = await isPassword(known?.hash ?? null, password)
    const token = known && right && (await accounts.signIn(entrance(request), known))
    if (!token) refuse('wrong-password')
    await leave(request)
    return welcome(token, request, reply)
  })

  app.post('/api/sign-out', { schema: schemas.signOut }, async (request, reply) => {
    await leave(request)
    reply.header('set-cookie', emptyCookie(isSecure(request)))
    return reply.code(204).send(null)
  })

  app.get('/api/me', { schema: schemas.me }, async (request): Promise<Me> => {
    const token = tokenIn(request.headers.cookie)
    return (token && (await accounts.me(token, now()))) || refuse('signed-out')
  })

  app.post('/api/password', { schema: schemas.password }, async (request, reply) => {
    const { present, password } = request.body
    const token = tokenIn(request.headers.cookie)
    if (!token) refuse('signed-out')
    const { email } = (await accounts.me(token, now())) ?? refuse('signed-out')
    await throttle(reply, email, request.ip)
    const known = await accounts.credentials(email)
    const right = await isPassword(known?.hash ?? null, present)
    if (!known || !right) refuse('not-your-password')
    const hash = await hashPassword(acceptablePassword(password))
    const ended = await accounts.changePassword(entrance(request), known, { hash, token })
    for (const key of ended ?? refuse('not-your-password')) cut({ key }, 'signed-out')
    return reply.code(204).send(null)
  })

  app.post('/api/invitation/look', { schema: schemas.look }, async (request) => {
    const { name, email } = (await accounts.invited(request.body.token, now())) ?? refuse('link-over')
    return { name, email }
  })

  app.post('/api/invitation/accept', { schema: schemas.accept }, async (request, reply) => {
    const { token: link, name, email, language, password } = request.body
    const invited = (await accounts.invited(link, now())) ?? refuse('link-over')
    if (!invited.email && !email) refuse('malformed')
    const hash = await hashPassword(acceptablePassword(password))
    const { agent, token } = await accounts.accept(entrance(request), link, { name, email, language, hash })
    cut({ person: agent }, 'signed-out')
    await leave(request)
    return welcome(token, request, reply)
  })

  const entrance = ({ ip, id }: FastifyRequest): Entrance => ({ address: ip, request: id, at: now() })

  /** Ends the session that the browser came with, so that nobody else can go on with it. */
  async function leave({ headers }: FastifyRequest) {
    const token = tokenIn(headers.cookie)
    const key = token && (await accounts.signOut(token))
    if (key) cut({ key }, 'signed-out')
  }

  async function welcome(token: string, request: FastifyRequest, reply: FastifyReply): Promise<Me> {
    reply.header('set-cookie', cookieWith(token, isSecure(request)))
    return (await accounts.me(token, now())) ?? refuse('signed-out')
  }

  const isSecure = ({ protocol }: FastifyRequest) => protocol === 'https' || Boolean(publicUrl?.startsWith('https:'))
}

const me = z.object({ id: z.uuid(), name: z.string(), email: z.string(), role, teams: z.array(z.uuid()) })

const schemas = {
  signIn: {
    summary: 'Sign in',
    description: 'Opens a session in a cookie that no script can read. Ends the one that the browser came with. Only from our own pages.',
    tags: ['account'],
    body: signIn,
    response: { 200: me },
  },
  signOut: {
    summary: 'Sign out on this device',
    description: 'Ends the session and cuts its connections. Without a session it does nothing.',
    tags: ['account'],
    security: [{ session: [] }],
    response: { 204: z.null() },
  },
  me: { summary: 'Who is signed in', tags: ['account'], security: [{ session: [] }], response: { 200: me } },
  password: {
    summary: 'Choose another password',
    description: 'For whoever is signed in and knows his present one. Ends the other sessions of this person.',
    tags: ['account'],
    security: [{ session: [] }],
    body: passwordChange,
    response: { 204: z.null() },
  },
  look: {
    summary: 'Whom a one-time link is for',
    description: 'Without an e-mail address: the first administrator, who says his own.',
    tags: ['account'],
    body: invitationLook,
    response: { 200: z.object({ name: z.string(), email: z.string().nullable() }) },
  },
  accept: {
    summary: 'Use a one-time link up',
    description: 'Sets name and password, ends all sessions of this person, and signs in.',
    tags: ['account'],
    body: invitationAccept,
    response: { 200: me },
  },
}
