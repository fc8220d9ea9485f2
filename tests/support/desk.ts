import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { pino } from 'pino'
import { io, type Socket } from 'socket.io-client'
import { createApp } from '../../server/app.ts'
import { configFrom } from '../../server/config.ts'
import { openSession } from '../../server/postgres/sessions.ts'
import { inTransaction } from '../../server/postgres/transaction.ts'
import type { Role } from '../../shared/people.ts'
import type { Act, Left } from '../../shared/protocol/conversation.ts'
import type { Announcements, Answers, Asked, ClientToServer, Credentials, Question } from '../../shared/protocol.ts'
import type { DeskSettings } from '../../shared/queue.ts'
import { Refused } from '../../shared/refusal.ts'
import { someCategories } from './categories.ts'
import { aDatabase } from './database.ts'
import { aFolder, aRedis, type TestRedis } from './engines.ts'

export type TestDesk = Awaited<ReturnType<typeof aDesk>>

export interface DeskOptions {
  settings?: Partial<DeskSettings>
  now?: () => Date
  /** Whether tickets have categories to choose from. */
  categories?: boolean
  /** Another environment, such as TRUST_PROXY. */
  environment?: Record<string, string>
}

/** The whole product in this process, on a database and a Redis of its own, with one team that is always open. */
export async function aDesk({ settings = {}, now, categories = false, environment = {} }: DeskOptions = {}) {
  const database = await aDatabase()
  const redis = await aRedis()
  const folder = aFolder()
  const pool = new pg.Pool({ connectionString: database.url, max: 4 })
  pool.on('error', () => undefined)
  const team = randomUUID()
  const topic = randomUUID()
  await pool.query('insert into teams (id, name) values ($1, $2)', [team, 'Service desk'])
  await pool.query('insert into topics (id, team_id, name) values ($1, $2, $3)', [topic, team, 'Computer'])
  await pool.query("insert into settings (name, value) values ('desk', $1)", [settings])
  if (categories) await someCategories(pool)
  const config = configFrom({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    FIRSTLINE_ENGINES: 'embedded',
    DATA_DIR: folder,
    ...environment,
  })
  const app = await createApp({ config, log: pino({ level: process.env.TEST_LOG ?? 'silent' }), ...(now && { now }) })
  const url = await app.listen()
  const people: Person[] = []

  return {
    app,
    url,
    pool,
    redis: redis as TestRedis,
    database,
    /** Where it keeps files. */
    folder,
    team,
    topic,

    /** An agent who signed in and is connected; available unless told otherwise. */
    async agent(
      name: string,
      {
        capacity = 5,
        role = 'agent',
        wish = 'available',
        teams = [team],
      }: Partial<{ capacity: number; role: Role; wish: 'available' | 'away'; teams: string[] }> = {},
    ) {
      const id = randomUUID()
      await pool.query("insert into agents (id, name, email, role, password_hash) values ($1, $2, $3, $4, 'x')", [
        id,
        name,
        `${id}@example.com`,
        role,
      ])
      for (const one of teams) await pool.query('insert into members (agent_id, team_id) values ($1, $2)', [id, one])
      await pool.query('insert into standings (agent_id, capacity) values ($1, $2) on conflict (agent_id) do update set capacity = $2', [
        id,
        capacity,
      ])
      const person = await comesIn(url, await cookieOf(pool, id), { as: 'agent' }, id, name)
      people.push(person)
      if (wish === 'available') await person.ask('agent:wish', { wish })
      return person
    },

    /** Another device of somebody, here or at another process. */
    async again(person: Person, at = url) {
      const other = await comesIn(at, person.cookie, person.credentials, person.id, person.name)
      people.push(other)
      return other
    },

    /** A requester who introduced himself and is connected. */
    async requester(name: string) {
      const answer = await fetch(`${url}/api/visit`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com` }),
      })
      if (!answer.ok) throw new Error(`The visit was refused: ${answer.status} ${await answer.text()}`)
      const { token, who } = (await answer.json()) as { token: string; who: { id: string } }
      const person = await comesIn(url, null, { as: 'requester', visit: token }, who.id, name)
      people.push(person)
      return person
    },

    async close() {
      for (const person of people) person.leaves()
      await app.close()
      await pool.end()
      await redis.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Person = Awaited<ReturnType<typeof comesIn>>

async function comesIn(url: string, cookie: string | null, credentials: Credentials, id: string, name: string) {
  const socket: Socket<Announcements, ClientToServer> = io(url, {
    auth: credentials,
    transports: ['websocket'],
    forceNew: true,
    ...(cookie && { extraHeaders: { cookie, origin: url } }),
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  const heard: { name: string; news: unknown }[] = []
  socket.onAny((name: string, news: unknown) => void heard.push({ name, news }))

  async function ask<Q extends Question>(question: Q, asked: Asked<Q>): Promise<Answers[Q]> {
    const reply = await socket.timeout(15_000).emitWithAck(question as Question, asked as never)
    if (!reply.ok) throw new Refused(reply.refusal)
    return reply.value as Answers[Q]
  }
  const does = (conversation: string, act: Act, act_id: string = randomUUID()): Promise<Left> =>
    ask('conversation:act', { conversation, id: act_id, act })

  return {
    id,
    name,
    socket,
    cookie,
    credentials,
    /** Everything that was announced to this device. */
    heard,
    ask,
    does,
    says: (conversation: string, text: string) => does(conversation, { kind: 'say', text }),
    /** Asks for help, and returns the conversation's id. */
    async asks(text: string, topic: string | null = null, entrance: 'line' | 'message' = 'line') {
      const conversation = randomUUID()
      await does(conversation, { kind: 'open', topic, text, entrance }, conversation)
      return conversation
    },
    leaves: () => void socket.disconnect(),
  }
}

async function cookieOf(pool: pg.Pool, agent: string) {
  const known = { agent, hash: 'x' }
  const token = await inTransaction(pool, (client) => openSession(client, known, { address: '127.0.0.1', request: 'test', at: new Date() }))
  if (!token) throw new Error('No session was opened')
  return `firstline_session=${token}`
}

/** Where the built front ends lie. */
export const publicFolder = fileURLToPath(new URL('../../dist/public', import.meta.url))
