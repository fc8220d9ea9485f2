import type { WholeCategory, WholeSettings, WholeTeam } from '../../server/desk/settings/document.ts'
import { secretKinds } from '../../shared/guard.ts'
import { noTargets } from '../../shared/target.ts'
import { defaultRouting, methods } from '../../shared/team-routing.ts'
import { type aChance, oneOf } from './chance.ts'

type Chance = ReturnType<typeof aChance>

/** A whole settings file by chance, for a desk with these agents: other teams, topics, rules, categories, skills and replies each time. */
export function aSettingsFile(chance: Chance, emails: readonly string[]): WholeSettings {
  const whole = (from: number, to: number) => Math.floor(chance.between(from, to))
  const some = <T>(most: number, make: (nth: number) => T) => Array.from({ length: whole(0, most + 1) }, (_, nth) => make(nth))
  const maybe = <T>(value: T) => (chance.isIn(0.5) ? value : null)
  const teams = ['Service desk', ...some(3, (nth) => `Team ${nth}`)]
  const topic = (nth: number) => ({
    name: `Topic ${whole(0, 4)}${nth}`,
    needs: some(2, (one) => ({ skill: `Skill ${one}`, level: oneOf(chance, [1, 2, 3, 4, 5] as const), required: chance.isIn(0.5) })),
  })
  const team = (name: string): WholeTeam => ({
    name,
    tier: whole(1, 9),
    hours: maybe({
      zone: 'Europe/Berlin',
      days: { mon: [['08:00', '12:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      closed: ['2026-12-24'],
    }),
    topics: some(4, topic),
    routing: {
      ...defaultRouting,
      method: oneOf(chance, methods),
      offerSeconds: maybe(whole(5, 600)),
      declineReasons: some(3, (nth) => `Reason ${nth}`),
      weights: { awaiting: 0.3, held: 0, 'wrap-up': whole(0, 101) / 100 },
      limits: { length: maybe({ most: whole(1, 50), refuge: { to: 'message' } }), wait: null },
      overflow: maybe(overflowFor(name)),
      closing: { category: chance.isIn(0.5), resolution: whole(0, 500), minutes: chance.isIn(0.5) },
      targets: maybe({
        ...noTargets,
        warnPercent: whole(0, 91),
        priorities: { ...noTargets.priorities, 1: { first: whole(1, 60), next: null, resolution: 480 } },
      }),
    },
  })
  const overflowFor = (name: string) => {
    const other = teams.find((one) => one !== name)
    return other === undefined ? null : { team: other, afterSeconds: whole(10, 900), atOnce: chance.isIn(0.5) }
  }
  const category =
    (level: number) =>
    (nth: number): WholeCategory => ({
      name: `Kind ${nth}`,
      retired: chance.isIn(0.3),
      below: level < 3 ? some(2, category(level + 1)) : [],
    })
  return {
    version: 1,
    desk: {
      ...{ offerSeconds: whole(5, 600), graceSeconds: 30, absentMinutes: 15, missedBeforeAway: whole(1, 9), reofferAfterSeconds: 120 },
      ...{ reopenDays: 7, closeDays: whole(1, 99), wrapUpSeconds: 120, logAfterSeconds: 2, estimateSamples: 8 },
    },
    look: {
      texts: { en: { name: `Desk ${whole(0, 9)}`, greeting: 'What happened?', hint: '' } },
      ...{ accent: maybe('#123456'), position: oneOf(chance, ['start', 'end'] as const), email: 'optional' as const },
      fields: some(3, (nth) => ({ label: `Field ${nth}`, required: chance.isIn(0.5), choices: [] })),
      languages: oneOf(chance, [['en'], ['de', 'en']] as const).slice() as ('de' | 'en')[],
    },
    guard: {
      off: secretKinds.filter(() => chance.isIn(0.3)),
      own: some(3, (nth) => ({ name: `Number ${nth}`, pattern: `N-${whole(0, 9)}###` })),
      insist: chance.isIn(0.5),
    },
    remote: {
      probes: some(3, (nth) => ({ name: `Place ${nth}`, url: `https://${whole(0, 9)}.example/` })),
      tools: some(3, (nth) => ({ name: `Tool ${nth}`, link: `rdp:${whole(0, 9)}` })),
    },
    telephone: { enabled: chance.isIn(0.5) },
    categories: some(3, category(1)),
    teams: teams.map(team),
    agents: emails.map((email, nth) => ({
      email,
      skills: { SAP: oneOf(chance, [1, 3, 5] as const) },
      languages: some(2, (nth) => ['de', 'en'][nth] ?? 'fr'),
      extension: maybe(`${nth}*${whole(0, 3)}`),
    })),
    // Some of them twice by one name.
    replies: some(5, (nth) => ({ name: `Reply ${nth % 3}`, team: maybe(oneOf(chance, teams)), text: `Text ${whole(0, 3)}` })),
  }
}
