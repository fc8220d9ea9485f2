import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { createClockwork } from '../../server/clockwork.ts'
import { personRoom } from '../../server/desk/rooms.ts'
import { createMetrics } from '../../server/http/metrics.ts'
import { createKernel } from '../../server/kernel.ts'
import { closeRedis, connectRedis } from '../../server/redis/connection.ts'
import { createFastLine } from '../../server/redis/line.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Helping, Requesting } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import type { Announcements } from '../../shared/protocol.ts'
import type { DeskSettings } from '../../shared/queue.ts'
import { aDatabase } from './database.ts'
import { aRedis } from './engines.ts'

export type TestLine = Awaited<ReturnType<typeof aLine>>

type Told = { [A in keyof Announcements]: { room: string; announcement: A; news: Parameters<Announcements[A]>[0] } }[keyof Announcements]

/**
 * A desk with its line on a real database and a real Redis, without sockets, and with a clock that stands still until it is
 * told otherwise. One team with one topic. `processes` desks share it all.
 */
export async function aLine({ settings = {}, processes = 1 }: { settings?: Partial<DeskSettings>; processes?: number } = {}) {
  const database = await aDatabase()
  const redis = await aRedis()
  const pool = new pg.Pool({ connectionString: database.url, max: 12, pipeline: true })
  pool.on('error', () => undefined)
  let at = new Date('2026-01-05T09:00:00Z')
  const team = await aTeam('Service desk')
  const topic = randomUUID()
  await pool.query('insert into topics (id, team_id, name) values ($1, $2, $3)', [topic, team, 'Computer'])
  await pool.query("insert into settings (name, value) values ('desk', $1)", [settings])

  const told: Told[] = []
  const bugs: { where: string; error: unknown }[] = []
  const client = await connectRedis(redis.url, () => {})
  const announce = { tell: (room: string, announcement: never, news: never) => void told.push({ room, announcement, news } as never) }
  const onBug = (error: unknown, where: string) => void bugs.push({ where, error })
  const kernels = Array.from({ length: processes }, () =>
    createKernel({ pool, redis: client, process: randomUUID(), now: () => at, announce, metrics: createMetrics(), onBug }),
  )
  const clocks = kernels.map((kernel) => createClockwork({ ...kernel, onBug }))
  const kernel = kernels[0] ?? fail()
  for (const one of kernels) {
    await one.presence.renew()
    await one.refreshDirectory()
    await one.line.tick()
  }

  async function aTeam(name: string) {
    const id = randomUUID()
    await pool.query('insert into teams (id, name) values ($1, $2)', [id, name])
    return id
  }

  return {
    pool,
    redis,
    client,
    fast: createFastLine(client),
    kernel,
    kernels,
    clocks,
    team,
    topic,
    aTeam,
    told,
    bugs,
    now: () => at,

    /** An agent at his desk; available unless told otherwise. */
    async agent(name: string, { capacity = 5, teams = [team], wish = 'available' as 'available' | 'away' } = {}) {
      const id = randomUUID()
      await pool.query('insert into agents (id, name, email, role) values ($1, $2, $3, $4)', [id, name, `${id}@example.com`, 'agent'])
      for (const one of teams) await pool.query('insert into members (agent_id, team_id) values ($1, $2)', [id, one])
      await pool.query('insert into standings (agent_id, capacity) values ($1, $2)', [id, capacity])
      const who: Helping = { kind: 'agent', id, name, role: 'agent', teams }
      const device = randomUUID()
      await kernel.attendance.arrived(device, who)
      if (wish === 'available') await kernel.line.wish(who, wish)
      for (const one of kernels) await one.refreshDirectory()
      return { ...who, device }
    },

    /** A requester with the widget open. */
    async requester(name: string) {
      const id = randomUUID()
      await pool.query('insert into requesters (id, name, email) values ($1, $2, $3)', [id, name, `${name}@example.com`])
      const who: Requesting = { kind: 'requester', id, name, email: `${name}@example.com`, verified: false }
      const device = randomUUID()
      await kernel.attendance.arrived(device, who)
      return { ...who, device }
    },

    /** Asks for help, and returns the conversation's id. */
    async asks(who: Requesting, text = 'My screen is black', desk = kernel): Promise<string> {
      const id = randomUUID()
      await desk.conversations.change({ conversation: id, who, act: { kind: 'open', topic, text, entrance: 'line' }, id })
      return id
    },

    /** Somebody does something, on one of the processes. */
    does: (who: Helping | Requesting, conversation: string, act: Act, desk = kernel) =>
      desk.conversations.change({ conversation, who, act, id: randomUUID() }),

    /** What rings for an agent now, as PostgreSQL has it. */
    async ringing(agent: Helping): Promise<{ conversation: string; offer: string }[]> {
      const { rows } = await pool.query(
        `select id as conversation, state->'offer'->>'id' as offer from conversations where offered_to = $1 order by waiting_since, number`,
        [agent.id],
      )
      return rows
    },

    async state(conversation: string): Promise<Conversation> {
      return (await kernel.conversations.read(conversation)) ?? fail()
    },

    async standing(agent: Helping) {
      const [standing] = await kernel.rows.standings([agent.id])
      return standing ?? fail()
    },

    /** What a person's devices were told of one kind, in order. */
    heard<A extends keyof Announcements>(person: { id: string }, announcement: A): Parameters<Announcements[A]>[0][] {
      return told.flatMap((one) => (one.room === personRoom(person.id) && one.announcement === announcement ? [one.news as never] : []))
    },

    /** Time goes by, and the clocks of all processes do what is due. */
    async passes(seconds: number) {
      at = new Date(at.getTime() + seconds * 1000)
      await Promise.all(clocks.map((clock) => clock.turn()))
    },

    async close() {
      for (const one of kernels) await one.stop()
      await closeRedis(client)
      await pool.end()
      await redis.close()
      await database.close()
    },
  }
}

function fail(): never {
  throw new Error('It is not there')
}
