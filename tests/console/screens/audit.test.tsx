import { afterEach, expect, test } from '@jest/globals'
import { cleanup, screen } from '@testing-library/preact'
import { differencesIn } from '../../../console/models/audit-changes.ts'
import { route } from '../../../console/router.ts'
import { speak } from '../../../console/words.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, network } from '../a-desk.ts'

const asIs = (text: string) => text
const lines = (before: Record<string, unknown> | null, after: Record<string, unknown> | null, named = asIs) =>
  differencesIn({ before, after }, named).map((one) => `${one.name}: ${one.before ?? ''} > ${one.after}`)

afterEach(() => {
  cleanup()
  closeConsoles()
  return speak('en')
})

test('only what became different is told, each value by itself, in the words of the forms', () => {
  const ada = { name: 'Ada', role: 'agent', teams: ['t1'], capacity: 3, version: 1 }
  expect(lines(ada, { ...ada, role: 'supervisor', teams: ['t1', 't2'], version: 2 }, (text) => text.replace('t2', 'Network'))).toEqual([
    'Role: Agent > Supervisor',
    'Teams: t1 > t1, Network',
  ])
})

test('what lies in other things reads as a path, with times and names instead of signs', () => {
  const team = { hours: null, topics: [{ id: '1', name: 'VPN' }] }
  const hours = {
    zone: 'Europe/Berlin',
    days: {
      mon: [
        ['08:00', '12:00'],
        ['13:00', '17:00'],
      ],
      tue: [],
    },
    closed: [],
  }
  expect(lines(team, { hours, topics: [...team.topics, { id: '2', name: 'Printer' }] })).toEqual([
    'Topics: VPN > VPN, Printer',
    'Opening hours › Time zone:  > Europe/Berlin',
    'Opening hours › Days › Monday:  > 08:00–12:00, 13:00–17:00',
    'Opening hours › Days › Tuesday:  > –',
    'Opening hours › Closed on:  > –',
  ])
  expect(lines({ enabled: false, offerSeconds: 30 }, { enabled: true, offerSeconds: 45 })).toEqual([
    'Switched on: No > Yes',
    'An offer rings for (seconds): 30 > 45',
  ])
})

test('a German administrator reads German', async () => {
  await speak('de')
  const field = { id: '1', label: 'Raum', required: true, choices: ['A', 'B'] }
  expect(lines({ role: 'agent', email: 'a@example.com' }, { role: 'administrator', email: 'b@example.com', fields: [field] })).toEqual([
    'Rolle: Agent > Administrator',
    'E-Mail: a@example.com > b@example.com',
    'Fragen:  > Beschriftung Raum, Pflicht Ja, Auswahl A, B',
  ])
})

test('a category stands below another by its name', async () => {
  const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
  const me = { id: ada, name: 'Alma Admin', role: 'administrator' as const, teams: [network], standing }
  const { line } = await aConsole({ me }, {}, '#/nowhere')
  const hardware = '60000000-0000-4000-8000-000000000001'
  const shared = { retired: false, used: false, version: 1, position: 0 }
  const monitor = { ...shared, id: '60000000-0000-4000-8000-000000000002', name: 'Monitor', parent: hardware }
  line.answering['categories:list'] = () => ({ categories: [{ ...shared, id: hardware, name: 'Hardware', parent: null }, monitor] })
  const record = {
    number: 1,
    at: new Date().toISOString(),
    who: { id: ada, name: 'Alma Admin' },
    what: 'categories:save',
    request: null,
    address: null,
  }
  line.answering['audit:list'] = () => ({
    records: [{ ...record, subject: { id: monitor.id, name: 'Hardware / Monitor' }, before: null, after: monitor }],
    more: false,
  })
  route.value = { at: 'settings', page: 'audit' }
  const row = (await screen.findByText('Hardware / Monitor')).closest('tr')
  await screen.findByText('Hardware')
  expect(row?.textContent).toContain('Below:  Hardware')
  expect(row?.textContent).not.toContain('used')
})
