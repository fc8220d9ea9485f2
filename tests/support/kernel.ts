import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Change, ClockAct } from '../../server/desk/ports.ts'
import { rules } from '../../server/desk/rules.ts'
import { createConversations } from '../../server/postgres/conversations.ts'
import { createDirectory } from '../../server/postgres/directory.ts'
import { type Helping, type Requesting, type Role, theClock } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { type DeskSettings, defaultSettings } from '../../shared/queue.ts'
import { someCategories } from './categories.ts'
import { aDatabase } from './database.ts'

export type Kernel = Awaited<ReturnType<typeof aKernel>>

/**
 * The rules and their memory on a real database, with a clock that stands still until it is told otherwise,
 * and without line, sockets or pages. One team, "Service desk", with one topic, and some categories.
 */
export async function aKernel(settings: Partial<DeskSettings> = {}) {
  const database = await aDatabase()
  const pool = new pg.Pool({ connectionString: database.url, max: 10, pipeline: true })
  pool.on('error', () => undefined)
  let at = new Date('2026-01-05T09:00:00Z')
  const team = randomUUID()
  const topic = randomUUID()
  // What it wants of a ticket before it is resolved is told elsewhere.
  const routing = { closing: { category: false, resolution: 0, minutes: false } }
  await pool.query('insert into teams (id, name, routing) values ($1, $2, $3)', [team, 'Service desk', routing])
  await pool.query('insert into topics (id, team_id, name) values ($1, $2, $3)', [topic, team, 'Computer'])
  await pool.query("insert into settings (name, value) values ('desk', $1)", [{ ...defaultSettings, ...settings }])
  await someCategories(pool)
  const process = randomUUID()
  await pool.query('insert into processes (id, seen_at) values ($1, now())', [process])

  const directory = createDirectory(pool, () => at)
  await directory.refresh()
  const announced: Change[] = []
  const bugs: unknown[] = []
  const memory = {
    pool,
    rules,
    directory: directory.view,
    now: () => at,
    announce: (changes: Change[]) => void announced.push(...changes),
    onBug: (bug: unknown) => void bugs.push(bug),
  }
  const conversations = createConversations(memory)

  async function agent(
    name: string,
    { capacity = 5, role = 'agent', teams = [team] }: { capacity?: number; role?: Role; teams?: string[] } = {},
  ): Promise<Helping> {
    const id = randomUUID()
    await pool.query('insert into agents (id, name, email, role) values ($1, $2, $3, $4)', [id, name, `${id}@example.com`, role])
    for (const one of teams) await pool.query('insert into members (agent_id, team_id) values ($1, $2)', [id, one])
    await pool.query(
      "insert into standings (agent_id, capacity, wish) values ($1, $2, 'available') on conflict (agent_id) do update set capacity = $2, wish = 'available'",
      [id, capacity],
    )
    await pool.query('insert into presences (connection_id, person_id, process_id) values ($1, $2, $3)', [randomUUID(), id, process])
    await directory.refresh()
    return { kind: 'agent', id, name, role, teams }
  }

  async function requester(name: string): Promise<Requesting> {
    const id = randomUUID()
    await pool.query('insert into requesters (id, name, email) values ($1, $2, $3)', [id, name, `${name}@example.com`])
    return { kind: 'requester', id, name, email: `${name}@example.com`, verified: false }
  }

  return {
    pool,
    database,
    directory,
    conversations,
    memory,
    team,
    topic,
    process,
    /** What was announced, in order. */
    announced,
    /** What nobody could foresee; a test that expects none checks that it is empty. */
    bugs,
    agent,
    requester,
    now: () => at,
    /** Lets time go by. */
    passes(seconds: number) {
      at = new Date(at.getTime() + seconds * 1000)
    },
    /** Somebody does something. */
    does: (who: Helping | Requesting, conversation: string, act: Act, id: string = randomUUID()) =>
      conversations.change({ conversation, who, act, id }),
    /** The clock does something. */
    clock: (conversation: string, act: ClockAct) => conversations.change({ conversation, who: theClock, act, id: null }),
    /** Somebody asks for help; returns the conversation's id. */
    async asks(who: Requesting, text: string, entrance: 'line' | 'message' = 'line'): Promise<string> {
      const id = randomUUID()
      await conversations.change({ conversation: id, who, act: { kind: 'open', topic, text, entrance }, id })
      return id
    },
    /** Makes an offer as the line would, and returns its id. */
    async offers(conversation: string, to: Helping): Promise<string> {
      const offer = randomUUID()
      const why = { rule: 'test', chosen: { agent: to.id, load: 0, capacity: 5, idleSeconds: 0 }, others: [] }
      await conversations.change({ conversation, who: theClock, act: { kind: 'offer', offer, agent: to.id, why }, id: null })
      return offer
    },
    async close() {
      await conversations.idle()
      await pool.end()
      await database.close()
    },
  }
}
