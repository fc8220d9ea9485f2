import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import pg from 'pg'
import { createClient } from 'redis'
import { accountRoutes } from '../../server/http/accounts.ts'
import { docs } from '../../server/http/docs.ts'
import { errors } from '../../server/http/errors.ts'
import { headers } from '../../server/http/headers.ts'
import { createSignInThrottle, usualTimes } from '../../server/http/sign-in-throttle.ts'
import { accountsIn } from '../../server/postgres/accounts.ts'
import { peopleIn } from '../../server/postgres/agents.ts'
import { auditIn } from '../../server/postgres/audit.ts'
import { careIn } from '../../server/postgres/care.ts'
import { demonstrationsIn } from '../../server/postgres/demonstration.ts'
import { agentAtDoor } from '../../server/postgres/door.ts'
import { firstAdministratorLink } from '../../server/postgres/first-administrator.ts'
import { repliesIn } from '../../server/postgres/replies.ts'
import { routingsIn } from '../../server/postgres/routings.ts'
import { settingsIn } from '../../server/postgres/settings.ts'
import { firstMinutesIn } from '../../server/postgres/setup.ts'
import { sitesIn } from '../../server/postgres/sites.ts'
import { skillsIn } from '../../server/postgres/skills.ts'
import { teamsIn } from '../../server/postgres/teams.ts'
import { adminHandlers } from '../../server/sockets/admin.ts'
import { careHandlers } from '../../server/sockets/care.ts'
import type { Handlers } from '../../server/sockets/handlers.ts'
import { peopleHandlers } from '../../server/sockets/people.ts'
import { routingHandlers } from '../../server/sockets/routing.ts'
import { setupHandlers } from '../../server/sockets/setup.ts'
import { skillHandlers } from '../../server/sockets/skills.ts'
import type { Helping, Requesting, Role } from '../../shared/people.ts'
import type { AdminAnswers } from '../../shared/protocol/admin.ts'
import type { CareAnswers } from '../../shared/protocol/care.ts'
import type { PeopleAnswers } from '../../shared/protocol/people.ts'
import type { SetupAnswers } from '../../shared/protocol/setup.ts'
import type { SkillAnswers } from '../../shared/protocol/skills.ts'
import type { RoutingAnswers } from '../../shared/protocol/team-routing.ts'
import { type Answers, type Asked, type Heard, questions } from '../../shared/protocol.ts'
import { Refused } from '../../shared/refusal.ts'
import { aDatabase } from './database.ts'
import { aRedis } from './engines.ts'

type Question = keyof (PeopleAnswers & AdminAnswers & RoutingAnswers & SkillAnswers & CareAnswers & SetupAnswers)

export const password = 'correct horse battery'

/** Where accounts are kept and managed: the doors over HTTP, the questions of administrators, on real engines. */
export async function anOffice({
  publicUrl,
  times = { ...usualTimes, both: 1000 },
}: {
  publicUrl?: string
  times?: typeof usualTimes
} = {}) {
  const [database, redis] = await Promise.all([aDatabase(), aRedis()])
  const pool = new pg.Pool({ connectionString: database.url, max: 10 })
  pool.on('error', () => undefined)
  const counters = createClient({ url: redis.url, disableOfflineQueue: true })
  counters.on('error', () => undefined)
  await counters.connect()

  const state = { now: new Date('2026-03-02T08:00:00Z') }
  const heard = { cut: [] as object[], renewed: [] as string[], released: [] as string[], changed: [] as string[] }
  const now = () => state.now
  const cut = (whose: object, why: string) => void heard.cut.push({ ...whose, why })

  const app = Fastify()
  await app.register(errors)
  await app.register(headers, { publicUrl })
  await app.register(docs, { version: '0' })
  await app.register(accountRoutes, { accounts: accountsIn(pool), throttle: createSignInThrottle(counters, times), now, publicUrl, cut })

  const handlers: Handlers<Question> = {
    ...peopleHandlers({
      people: peopleIn(pool),
      now,
      publicUrl,
      cut,
      renew: (person) => void heard.renewed.push(person),
      releaseAgent: async (agent) => void heard.released.push(agent),
      changed: (what) => void heard.changed.push(what),
    }),
    ...setupHandlers({
      firstMinutes: firstMinutesIn(pool),
      demonstrations: demonstrationsIn(pool),
      now,
      changed: (what) => void heard.changed.push(what),
      cut,
      renew: (person) => void heard.renewed.push(person),
    }),
    ...careHandlers({ care: careIn(pool), now }),
    ...skillHandlers({ skills: skillsIn(pool), now, changed: (what) => void heard.changed.push(what) }),
    ...routingHandlers({ routings: routingsIn(pool), now, changed: (what) => void heard.changed.push(what) }),
    ...adminHandlers({
      teams: teamsIn(pool),
      settings: settingsIn(pool),
      replies: repliesIn(pool),
      sites: sitesIn(pool),
      audit: auditIn(pool),
      now,
      changed: (what) => void heard.changed.push(what),
    }),
  }

  /** Asks as the wire does: what does not fit the protocol is malformed. */
  async function asks<Q extends Question>(who: Helping | Requesting, question: Q, asked: Asked<Q>): Promise<Answers[Q]> {
    const fitting = questions[question].safeParse(asked)
    if (!fitting.success) throw new Refused('malformed')
    const caller = { who, connection: 'connection-1', address: '192.0.2.7', enter: async () => {}, leave: async () => {} }
    return handlers[question](caller, fitting.data as Heard<Q>)
  }

  const post = (url: string, payload: object, { cookie, address = '192.0.2.1' }: { cookie?: string; address?: string } = {}) =>
    app.inject({
      method: 'POST',
      url,
      payload,
      remoteAddress: address,
      headers: { host: 'localhost', origin: publicUrl ?? 'http://localhost', ...(cookie ? { cookie } : {}) },
    })

  /** Opens the door with a one-time link. */
  async function comesIn(link: string, who: { name: string; email?: string; language?: 'en' | 'de'; password?: string }) {
    const answer = await post('/api/invitation/accept', { token: tokenOf(link), password, ...who })
    return { answer, cookie: cookieOf(answer) }
  }

  async function whoComesWith(cookie: string): Promise<Helping> {
    const found = await agentAtDoor(pool, cookie, now())
    if (!found) throw new Error('Nobody is signed in with this cookie')
    return found.who
  }

  async function theFirst() {
    const link = await firstAdministratorLink(pool, 'http://localhost', now())
    if (!link) throw new Error('There is an administrator already')
    const { cookie } = await comesIn(link, { name: 'Olga', email: 'olga@example.com' })
    return { cookie, who: await whoComesWith(cookie) }
  }

  /** Someone whom Olga invited and who came. */
  async function invited(olga: Helping, name: string, role: Role = 'agent') {
    const email = `${name.toLowerCase()}@example.com`
    const { link } = await asks(olga, 'people:invite', { name, email, role, capacity: 4 })
    const { cookie } = await comesIn(link.url, { name })
    return { cookie, email, who: await whoComesWith(cookie) }
  }

  return {
    pool,
    database,
    app,
    redis,
    state,
    heard,
    asks,
    post,
    comesIn,
    theFirst,
    invited,
    whoComesWith,
    signsIn: (email: string, secret = password, from: { cookie?: string; address?: string } = {}) =>
      post('/api/sign-in', { email, password: secret }, from),
    door: (cookie: string) => agentAtDoor(pool, cookie, now()),
    /** Later, as the injected clock sees it. */
    hoursPass: (hours: number) => {
      state.now = new Date(state.now.getTime() + hours * 3_600_000)
    },
    async close() {
      await app.close()
      counters.destroy()
      await pool.end()
      await Promise.all([database.close(), redis.close()])
    },
  }
}

export type Office = Awaited<ReturnType<typeof anOffice>>

export const tokenOf = (link: string) => link.split('/').at(-1) ?? ''

/** What a browser would send back. */
export const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? ''

/** A requester who should not be here. */
export const eve: Requesting = { kind: 'requester', id: randomUUID(), name: 'Eve', email: null, verified: false }
