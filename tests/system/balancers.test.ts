import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { migrate } from '../../server/postgres/migrate.ts'
import { aVersion } from '../support/a-version.ts'
import { aChance, seedOfRun } from '../support/chance.ts'
import { aHouse, type House } from '../support/house.ts'
import { aRealBalancer } from '../support/real-balancer.ts'
import { aTalk } from '../support/talk.ts'
import { until } from '../support/until.ts'

let house: House
let desks: [Desk, Desk]

type Desk = Awaited<ReturnType<House['desk']>>

beforeAll(async () => {
  house = await aHouse()
  const behind = { TRUST_PROXY: '127.0.0.1' }
  desks = await Promise.all([house.desk(behind), house.desk(behind)])
}, 90_000)
afterAll(() => house.close(), 60_000)

/** What a newer version may do to the busiest tables while this one serves. */
const changes = {
  '9001_busy.sql': `-- The busiest tables get one more column each, and one more index.
-- Breaking: no

alter table conversations add column more text;
alter table entries add column more int not null default 0;
alter table tickets add column more jsonb;
create index more_tickets on tickets (more);
`,
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

const statusOf = async (url: string) => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) })
  await answer.arrayBuffer()
  return answer.status
}

test.each(['haproxy', 'nginx'] as const)(
  'behind %s two processes are replaced while people write over WebSocket and long polling, and it falls itself: nobody notices',
  async (name) => {
    const chance = aChance(seedOfRun())
    const balancer = await aRealBalancer(name, [desks[0].port, desks[1].port])
    // Firstline sees who stands behind the balancer, and so keeps its figures for this machine.
    expect([await statusOf(`${balancer.url}/metrics`), await statusOf(`${desks[0].url}/metrics`)]).toEqual([404, 200])
    const talk = await aTalk(house, { requesters: 8, agents: 4, urls: [balancer.url], transports: ['polling', 'websocket'] })
    let cut = 0
    for (const { socket } of talk.lines) socket.on('disconnect', () => void cut++)
    const going = talk.goesOn({ seconds: 16, perSecond: 40, chance })
    // Whoever polls stays at one process: else he would be cut at once, and again and again.
    await pause(2)
    expect(cut).toBe(0)
    // The database is changed by a newer version, and these go on with it, and start on it again.
    await migrate(house.pool, aVersion(changes))
    for (const desk of desks) {
      await pause(chance.between(1, 2))
      const asked = Date.now()
      desk.signal('SIGTERM')
      expect(await desk.ended()).toBe(0)
      expect(Date.now() - asked).toBeLessThan(30_000)
      await desk.start()
      await until('it is ready', () => desk.answers('/health/ready', 200))
      // As long as a balancer needs to see it.
      await pause(2)
    }
    await balancer.falls()
    await going
    await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

    const { rows } = await house.pool.query(
      `select count(*)::int as times from entries where kind = 'assigned' and conversation_id = any($1)`,
      [talk.conversations],
    )
    const assigned = rows[0]?.times
    expect({ seed: chance.seed, complaints: await talk.complaints(), refused: talk.history.count('fail'), assigned }).toEqual({
      seed: chance.seed,
      complaints: [],
      refused: 0,
      assigned: talk.conversations.length,
    })
    talk.ends()
    await balancer.end()
  },
  120_000,
)
