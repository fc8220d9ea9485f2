import { askedWith } from '../../../server/commands/simulate/asked.ts'
import { daysIn } from '../../../server/commands/simulate/days.ts'
import { tableOf } from '../../../server/commands/simulate/table.ts'
import { trafficFrom, writtenDown } from '../../../server/commands/simulate/traffic-file.ts'
import { type Comparing, compare } from '../../../server/desk/simulation/comparing.ts'
import { proposedBy } from '../../../server/desk/simulation/proposal.ts'
import { aDayOf, anAgent, aSetUp, run, somebody, twoHours } from '../desk/simulation/a-simulation.ts'

const compared = (comparing: Comparing) => {
  const running = compare(comparing)
  for (let next = running.next(); ; next = running.next()) if (next.done) return next.value
}

test('what is asked is understood, or said to be wrong in a sentence', () => {
  expect(askedWith(['--generate', '30,8,5', '--seed', '7'])).toMatchObject({ generate: { perHour: 30, hours: 8, agents: 5 }, seed: 7 })
  expect(askedWith(['--from', '2026-11-20', '--patience-minutes', 'never'])).toMatchObject({ from: '2026-11-20', patienceMinutes: null })
  expect(() => askedWith([])).toThrow('Say either --from or --generate.')
  expect(() => askedWith(['--generate', '30,8'])).toThrow('--generate: agents is a number from 1 to 1000.')
  expect(() => askedWith(['--from', 'x', '--aim', 'soon'])).toThrow('--aim is a number from 1 to 86400.')
  expect(daysIn('2026-11-16..2026-11-20')).toEqual({ from: '2026-11-16', to: '2026-11-20' })
  expect(daysIn('traffic.json')).toBeNull()
  expect(() => daysIn('2026-02-30')).toThrow('2026-02-30 is not a day of the calendar.')
  expect(() => daysIn('2026-11-20..2026-11-16')).toThrow('2026-11-16 comes before 2026-11-20.')
})

test('traffic that was written down leaves the same trace when it is read again', () => {
  const [traffic, desk] = [aDayOf({ hours: 1 }), aSetUp()]
  const again = trafficFrom(JSON.parse(JSON.stringify(writtenDown(traffic, desk.teams))), desk.teams)

  expect(run(again, desk).trace).toBe(run(traffic, desk).trace)
  expect(() => trafficFrom({ version: 1 }, desk.teams)).toThrow('This is not traffic that can be replayed at begins')
  const elsewhere = { ...writtenDown(traffic, desk.teams), arrivals: [{ at: 0, team: 'Nowhere', turns: [1] }] }
  expect(() => trafficFrom(elsewhere, desk.teams)).toThrow('a team called Nowhere, which this desk does not have')
})

test('proposed settings are laid over the present ones, by the names of teams, and told beside them', () => {
  const desk = aSetUp({ desk: {}, Network: {} })
  const traffic = twoHours(
    [anAgent('ada', { email: 'ada@example.com' }), anAgent('bob', { teams: ['Network'] })],
    [somebody(0, { turns: [3000] }), somebody(10, { patience: 900 })],
  )
  const present = { desk, helpers: traffic.helpers }
  const overflow = { team: 'network', afterSeconds: 120, atOnce: false }
  const skills = { SAP: 5 } as const
  const proposed = proposedBy(
    {
      version: 1,
      teams: [{ name: 'DESK', routing: { overflow } }],
      agents: [{ email: 'ada@example.com', skills }],
      desk: { offerSeconds: 10 },
    },
    present,
  )
  expect(proposed.desk.teams.map(({ routing }) => routing.overflow)).toEqual([{ ...overflow, team: 'Network' }, null])
  expect([proposed.desk.settings.offerSeconds, proposed.helpers[0]?.skills]).toEqual([10, skills])
  expect(() =>
    proposedBy({ version: 1, teams: [{ name: 'desk', routing: { overflow: { ...overflow, team: 'Nowhere' } } }] }, present),
  ).toThrow('There is no team called Nowhere.')

  const comparison = compared({ traffic, present, proposed, seed: 1, aimSeconds: 60 })
  expect([comparison.present.all.gaveUp, comparison.proposed?.all.gaveUp]).toEqual([0.5, 0])
  const table = tableOf(comparison)
  expect(table[0]).toBe('2 people, 2 agents, seed 1, to be helped within 60 s')
  expect(table.find((line) => line.includes('gave up'))).toMatch(/50\.0 % +0\.0 % +−50\.0 pp$/)
  expect(table.find((line) => line.includes('wait, longest'))).toMatch(/15 min 0 s +2 min 0 s +−13 min 0 s$/)
  expect(tableOf(compared({ traffic, present, proposed: null, seed: 1, aimSeconds: 60 })).join()).not.toContain('proposed')
})

test('somebody who comes while a stretch lasts is counted in it, and no other', () => {
  const traffic = twoHours([anAgent('ada')], [somebody(0), somebody(7199)])
  const { present } = compared({ traffic, present: { desk: aSetUp(), helpers: traffic.helpers }, proposed: null, seed: 1, aimSeconds: 60 })

  expect(present.stretches.map(({ asked }) => asked)).toEqual([1, ...Array.from({ length: 46 }, () => 0), 1])
  expect(present.stretches[1]).toMatchObject({ at: traffic.begins + 150_000, median: null })
})
