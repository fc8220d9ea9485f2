import { askedWith } from '../../../server/commands/simulate/asked.ts'
import { daysIn } from '../../../server/commands/simulate/days.ts'
import { tableOf } from '../../../server/commands/simulate/table.ts'
import { trafficFrom, writtenDown } from '../../../server/commands/simulate/traffic-file.ts'
import { documentOf } from '../../../server/desk/settings/document.ts'
import { type Comparing, compare } from '../../../server/desk/simulation/comparing.ts'
import { mergedInTurn, presentSide, wantedSide } from '../../../server/desk/simulation/proposal.ts'
import type { SettingsFile } from '../../../shared/protocol/settings-file.ts'
import { aDayOf, anAgent, aSetUp, run, somebody, twoHours, wholly } from '../desk/simulation/a-simulation.ts'

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
  const [hour, desk] = [aDayOf({ hours: 1 }), aSetUp()]
  // Some help in no team any more, some chats are long, and some days are many.
  const long = somebody(3000, { turns: Array.from({ length: 1001 }, () => 1) })
  const traffic = {
    ...hour,
    seconds: 60 * 86_400,
    helpers: [...hour.helpers, anAgent('olga', { teams: [] })],
    arrivals: [...hour.arrivals, long],
  }
  const again = trafficFrom(JSON.parse(JSON.stringify(writtenDown(traffic, desk.teams))), desk.teams)

  expect(run(again, desk).trace).toBe(run(traffic, desk).trace)
  expect(() => trafficFrom({ version: 1 }, desk.teams)).toThrow('This is not traffic that can be replayed at begins')
  const elsewhere = { ...writtenDown(traffic, desk.teams), arrivals: [{ at: 0, team: 'Nowhere', turns: [1] }] }
  expect(() => trafficFrom(elsewhere, desk.teams)).toThrow('a team called Nowhere, which this desk does not have')
})

test('proposed settings are what an import would make of the present ones, and are told beside them', () => {
  const setUp = wholly(aSetUp({ desk: {}, Network: {} }), {}, [
    { id: 'ada', name: 'Ada', email: 'Ada@example.com', skills: {}, languages: [], version: 1 },
  ])
  const traffic = twoHours(
    [anAgent('ada', { email: 'ada@example.com' }), anAgent('bob', { teams: ['Network'] })],
    [somebody(0, { turns: [3000] }), somebody(10, { patience: 900 })],
  )
  const present = presentSide(setUp, traffic)
  const overflow = { team: 'network', afterSeconds: 120, atOnce: false }
  const skills = { SAP: 5 } as const
  const teams = [{ name: 'DESK', routing: { overflow } }]
  const { wanted, problems } = mergedInTurn(documentOf(setUp), [
    { version: 1, teams, desk: { offerSeconds: 10, closeDays: 3 } },
    { version: 1, agents: [{ email: 'ada@example.com', skills }], desk: { offerSeconds: 12 } },
  ])
  const proposed = wantedSide(setUp, wanted, traffic)
  expect(problems).toEqual([])
  expect(proposed.desk.teams.map(({ routing }) => routing.overflow)).toEqual([{ ...overflow, team: 'Network' }, null])
  expect(proposed.desk.settings).toMatchObject({ offerSeconds: 12, closeDays: 3 })
  expect(proposed.helpers.map((helper) => helper.skills)).toEqual([skills, {}])

  const comparison = compared({ traffic, present, proposed, seed: 1, aimSeconds: 60 })
  expect([comparison.present.all.gaveUp, comparison.proposed?.all.gaveUp]).toEqual([0.5, 0])
  const table = tableOf(comparison)
  expect(table[0]).toBe('2 people, 2 agents, seed 1, to be helped within 60 s')
  expect(table.find((line) => line.includes('gave up'))).toMatch(/50\.0 % +0\.0 % +−50\.0 pp$/)
  expect(table.find((line) => line.includes('wait, longest'))).toMatch(/15 min 0 s +2 min 0 s +−13 min 0 s$/)
  expect(tableOf(compared({ traffic, present, proposed: null, seed: 1, aimSeconds: 60 })).join()).not.toContain('proposed')
})

test('a topic that moves takes those along who ask about it; a team that goes leaves its people and its agents without it', () => {
  const vpn = { id: 'vpn', name: 'VPN', needs: [{ skill: 'VPN', level: 2, required: true }] } as const
  const setUp = wholly(aSetUp({ desk: {}, Network: {} }), { Network: [{ ...vpn, needs: [...vpn.needs] }] })
  const asks = { team: 'Network', topic: 'vpn' }
  const traffic = twoHours(
    [anAgent('ada'), anAgent('bob', { teams: ['Network', 'desk'] })],
    [somebody(0, { ...asks, needs: [...vpn.needs] }), somebody(1, asks), somebody(2, { team: 'Network' })],
  )
  const sideBy = (file: SettingsFile) => wantedSide(setUp, mergedInTurn(documentOf(setUp), [file]).wanted, traffic)

  const moved = sideBy({ version: 1, teams: [{ name: 'Desk', topics: [{ name: 'VPN', needs: [] }] }], remove: { teams: ['network'] } })
  expect(moved.desk.teams.map(({ id, name }) => [id, name])).toEqual([['desk', 'Desk']])
  expect(moved.helpers.map(({ teams }) => teams)).toEqual([['desk'], ['desk']])
  expect(moved.arrivals.map(({ team, needs }) => [team, needs])).toEqual([
    ['desk', []],
    ['desk', []],
    ['Network', []],
  ])
  const { all, teams } =
    compared({ traffic, present: presentSide(setUp, traffic), proposed: moved, seed: 1, aimSeconds: 60 }).proposed ?? {}
  expect([all?.served, all?.closed, teams?.length]).toEqual([2, 1, 1])

  const [first, second] = sideBy({
    version: 1,
    teams: [
      { name: 'New', topics: [{ name: 'VPN' }] },
      { name: 'Network', topics: [] },
    ],
  }).arrivals
  expect([first?.team, second?.team]).toEqual(['New', 'New'])
  const harder = [{ skill: 'VPN', level: 4, required: true }] as const
  const network = [{ name: 'Network', topics: [{ name: 'VPN', needs: [...harder] }] }]
  // Of the second it was said that he needs nothing.
  expect(sideBy({ version: 1, teams: network }).arrivals.map(({ needs }) => needs)).toEqual([harder, [], []])
})

test('a proposal that leads to a team that is not there, or to itself, is told so at its place', () => {
  const document = documentOf(wholly(aSetUp({ desk: {}, Network: {} })))
  const leads = (team: string) =>
    mergedInTurn(document, [{ version: 1, teams: [{ name: 'desk', routing: { overflow: { team, afterSeconds: 60, atOnce: true } } }] }])
  const place = ['teams', 'desk', 'routing', 'overflow', 'team']

  expect(leads('Nowhere').problems).toEqual([{ place, fault: { what: 'no-such-team', name: 'Nowhere' } }])
  expect(leads('DESK').problems).toEqual([{ place, fault: { what: 'refused', refusal: 'own-team' } }])
})

test('somebody who comes while a stretch lasts is counted in it, and no other', () => {
  const traffic = twoHours([anAgent('ada')], [somebody(0), somebody(7199)])
  const { present } = compared({ traffic, present: presentSide(wholly(aSetUp()), traffic), proposed: null, seed: 1, aimSeconds: 60 })

  expect(present.stretches.map(({ asked }) => asked)).toEqual([1, ...Array.from({ length: 46 }, () => 0), 1])
  expect(present.stretches[1]).toMatchObject({ at: traffic.begins + 150_000, median: null })
})
