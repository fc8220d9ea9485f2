import { eventually } from '../../../support/eventually.ts'
import { aLine, type TestLine } from '../../../support/line.ts'

let desk: TestLine
beforeEach(async () => {
  desk = await aLine({ processes: 2, settings: { offerSeconds: 30 } })
})
afterEach(async () => {
  await desk.close()
  expect(desk.bugs).toEqual([])
})

const many = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)))

test('twenty agents take one waiting conversation while its offeree accepts on two devices: one wins, the others are told', async () => {
  const rita = await desk.requester('Rita')
  const ada = await desk.agent('Ada')
  for (let trial = 0; trial < 10; trial++) {
    const conversation = await desk.asks(rita)
    await eventually(async () => (await desk.ringing(ada)).length === 1)
    const offer = (await desk.ringing(ada))[0]?.offer ?? ''
    const rivals = trial === 0 ? await many(20, (index) => desk.agent(`Agent ${index}`, { wish: 'away' })) : others
    others = rivals
    const accepts = desk.kernels.map((process) => desk.does(ada, conversation, { kind: 'accept', offer }, process))
    const takes = rivals.map((agent, index) => desk.does(agent, conversation, { kind: 'take' }, desk.kernels[index % 2]))
    const outcomes = await Promise.allSettled([...accepts, ...takes])

    const state = await desk.state(conversation)
    const winners = outcomes.flatMap((one) => (one.status === 'fulfilled' && one.value.entries.length > 0 ? [one.value] : []))
    expect(winners.map((one) => one.conversation.agent)).toEqual([state.agent])
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(refused.every((code) => code === 'taken-by-other' || code === 'offer-over')).toBe(true)
    expect(await loads()).toEqual([{ sum: 1 }])
    await desk.does(rita, conversation, { kind: 'end' })
  }
})
let others: Awaited<ReturnType<TestLine['agent']>>[] = []

test('a hundred arrivals at three agents who carry two each, by every path: nobody ever carries more', async () => {
  const agents = [
    await desk.agent('Ada', { capacity: 2 }),
    await desk.agent('Ben', { capacity: 2 }),
    await desk.agent('Cleo', { capacity: 2 }),
  ]
  const people = await many(arrivals, (index) => desk.requester(`Requester ${index}`))
  const watched = watchLoads()
  const asked = people.map((who, index) => desk.asks(who, 'Help', desk.kernels[index % 2]))
  const busy = Promise.all(agents.map((agent, index) => works(agent, index)))
  await Promise.all(asked)
  await busy

  expect(await watched.stop()).toBeLessThanOrEqual(2)
  expect(await loads()).toEqual([{ sum: 0 }])

  /** Accepts what rings, takes by hand, transfers to colleagues, ends; whatever is refused is refused. */
  async function works(agent: (typeof agents)[number], index: number) {
    const process = desk.kernels[index % 2]
    for (let round = 0; !(await allEnded()); round++) {
      const waiting = await desk.kernel.rows.waiting(desk.team, 4)
      const ringing = await desk.ringing(agent)
      const colleague = agents[(index + 1 + (round % 2)) % 3] ?? agent
      const mine = await desk.kernel.rows.heldBy(agent.id)
      await Promise.allSettled([
        ...ringing.map(({ conversation, offer }) => desk.does(agent, conversation, { kind: 'accept', offer }, process)),
        ...waiting.map(({ conversation }) => desk.does(agent, conversation, { kind: 'take' }, process)),
        // Not in every round: whatever is handed on at once is never ended.
        ...mine
          .slice(0, round % 2)
          .map(({ conversation }) =>
            desk.does(agent, conversation, { kind: 'transfer', to: { agent: colleague.id }, comment: '' }, process),
          ),
        ...mine.slice(round % 3).map(({ conversation }) => desk.does(agent, conversation, { kind: 'end' }, process)),
      ])
    }
  }
})

test('two processes together offer everything that can be offered, and nothing twice', async () => {
  const agents = await many(5, (index) => desk.agent(`Agent ${index}`, { capacity: 4 }))
  const people = await many(30, (index) => desk.requester(`Requester ${index}`))
  await Promise.all(people.map((who, index) => desk.asks(who, 'Help', desk.kernels[index % 2])))

  await eventually(async () => (await Promise.all(agents.map((agent) => desk.ringing(agent)))).flat().length === 20)
  expect(await loads()).toEqual([{ sum: 20 }])
  expect(desk.kernel.line.tally().withoutRedis).toBe(0)
})

test('what was declined over another process is offered from here to whoever comes next', async () => {
  const [here, there] = desk.kernels
  const ada = await desk.agent('Ada')
  const conversation = await desk.asks(await desk.requester('Rita'), 'Help', here)
  await eventually(async () => (await desk.ringing(ada)).length === 1)
  await desk.does(ada, conversation, { kind: 'decline', reason: 'busy', offer: (await desk.ringing(ada))[0]?.offer ?? '' }, there)
  await there?.line.stop()

  const ben = await desk.agent('Ben')
  await eventually(async () => (await desk.ringing(ben))[0]?.conversation === conversation)
})

test('what was handed to a team over another process is offered from here', async () => {
  const [here, there] = desk.kernels
  const network = await desk.aTeam('Network')
  await Promise.all(desk.kernels.map((process) => process.refreshDirectory()))
  const ada = await desk.agent('Ada')
  const conversation = await desk.asks(await desk.requester('Rita'), 'Help', here)
  await eventually(async () => (await desk.ringing(ada)).length === 1)
  await desk.does(ada, conversation, { kind: 'accept', offer: (await desk.ringing(ada))[0]?.offer ?? '' }, here)
  await desk.does(ada, conversation, { kind: 'transfer', to: { team: network }, comment: '' }, there)
  await there?.line.stop()

  const ben = await desk.agent('Ben', { teams: [network] })
  await eventually(async () => (await desk.ringing(ben))[0]?.conversation === conversation)
})

test('what an agent let go by over another process does not ring for him again at once from here', async () => {
  const [here, there] = desk.kernels
  const ada = await desk.agent('Ada', { capacity: 1 })
  const first = await desk.asks(await desk.requester('Rita'), 'Help', here)
  await eventually(async () => (await desk.ringing(ada)).length === 1)
  await desk.does(ada, first, { kind: 'accept', offer: (await desk.ringing(ada))[0]?.offer ?? '' }, here)
  const second = await desk.asks(await desk.requester('Sam'), 'Help', here)
  await desk.passes(1)
  await desk.does(ada, first, { kind: 'end' }, there)
  await eventually(async () => (await desk.ringing(ada))[0]?.conversation === second)
  await desk.does(ada, second, { kind: 'decline', reason: 'busy', offer: (await desk.ringing(ada))[0]?.offer ?? '' }, there)
  await there?.line.stop()

  const third = await desk.asks(await desk.requester('Tom'), 'Help', here)
  await eventually(async () => (await desk.ringing(ada))[0]?.conversation === third)
  expect((await desk.state(second)).last.internal).toBe(2)
})

const arrivals = 100

/** Whether everybody has come, and has been helped. */
async function allEnded() {
  const { rows } = await desk.pool.query<{ ended: number }>("select count(*)::int as ended from conversations where status = 'ended'")
  return rows[0]?.ended === arrivals
}

async function loads() {
  return (await desk.pool.query<{ sum: number }>('select sum(load)::int as sum from standings')).rows
}

/** The highest load that anybody had at any moment somebody looked. */
function watchLoads() {
  let highest = 0
  let looking = true
  const watching = (async () => {
    while (looking) {
      const { rows } = await desk.pool.query<{ load: number; carried: number }>(
        `select load, (select count(*)::int from conversations
           where (agent_id = standings.agent_id and status in ('active', 'held')) or offered_to = standings.agent_id) as carried from standings`,
      )
      highest = Math.max(highest, ...rows.flatMap(({ load, carried }) => [load, carried]))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })()
  return {
    async stop() {
      looking = false
      await watching
      return highest
    },
  }
}
