import { expect, test } from '@jest/globals'
import { told } from '../../../../server/commands/settings/told.ts'
import { changesBetween } from '../../../../server/desk/settings/changes.ts'
import { newTeam, type WholeSettings } from '../../../../server/desk/settings/document.ts'
import { merged } from '../../../../server/desk/settings/merging.ts'
import { printed } from '../../../../server/desk/settings/printing.ts'
import { readSettingsFile } from '../../../../server/desk/settings/reading.ts'
import { wayBack } from '../../../../server/desk/settings/undo.ts'
import { noRemoteHelp } from '../../../../shared/consent.ts'
import { usualGuard } from '../../../../shared/guard.ts'
import { defaultLook } from '../../../../shared/look.ts'
import { defaultSettings } from '../../../../shared/queue.ts'
import { refusals } from '../../../../shared/reasons.ts'
import { sentenceOf } from '../../../../shared/settings-sentences.ts'
import { settingsFile as german } from '../../../../shared/words/settings-file-de.ts'
import { settingsFile as english } from '../../../../shared/words/settings-file-en.ts'

const category = (name: string, ...below: WholeSettings['categories']) => ({ name, retired: false, below })

const desk: WholeSettings = {
  version: 1,
  desk: defaultSettings,
  look: defaultLook,
  guard: usualGuard,
  remote: noRemoteHelp,
  telephone: { enabled: false },
  categories: [category('Hardware'), category('Network', category('VPN'), category('Wi-Fi'))],
  teams: [
    {
      ...newTeam('Network'),
      topics: [
        { name: 'VPN', needs: [] },
        { name: 'Wi-Fi', needs: [] },
      ],
    },
    { ...newTeam('Second line'), tier: 2 },
  ],
  agents: [
    { email: 'ben@example.com', skills: { SAP: 2 }, languages: [], extension: '204' },
    { email: 'cem@example.com', skills: {}, languages: [], extension: null },
  ],
  replies: [{ name: 'Hello', team: null, text: 'Hello {{requester.first}}' }],
}

const wrong = (file: object | string, words = english) =>
  readSettingsFile(typeof file === 'string' ? file : JSON.stringify(file)).problems?.map((one) =>
    sentenceOf(one, words, (code) => refusals[code]),
  )

/** What the desk becomes by this file, as the command tells it. */
function imported(file: object) {
  const read = readSettingsFile(JSON.stringify(file)).file
  if (!read) throw new Error(String(wrong(file)))
  const { wanted, notes, problems } = merged(desk, read)
  const outcome = { changes: changesBetween(desk, wanted), notes, before: '', after: '', back: '' }
  return { wanted, lines: told(problems.length > 0 ? { problems } : outcome, true).lines }
}

test('whatever is wrong with a file is said in a sentence, at its place, all at once', () => {
  const routing = {
    method: 'by chance',
    offerSeconds: 2.5,
    overflow: { team: 'Second line', afterSeconds: 3, atOnce: 'yes' },
    silence: { nudge: 300, hold: 60, close: null, warn: null, supervise: null, requeue: null },
  }
  const teams = [
    { name: 'Network', tier: 12, routing, rooting: {} },
    { name: 'Desk', topics: [{ name: '' }] },
  ]
  const guard = { own: [{ name: 'Staff number', pattern: '@@@@' }], off: ['pin'] }
  const remote = { probes: [{ name: 'Intranet', url: 'ftp://a' }], tools: [{ name: 'RDP', link: 'javascript:alert(1)' }] }
  expect(
    wrong({ version: 1, guard, remote, telephone: { enabled: 1, secret: 'x' }, agents: [{ email: 'ben@example.com', extension: 'Ben' }] }),
  ).toEqual([
    'guard › off › pin: must be one of: password, token, card, iban, ssn, tax-id, own',
    'guard › own › Staff number › pattern: Four signs at least, one of them fixed',
    'remote › probes › Intranet › url: An address begins with http:// or https://',
    'remote › tools › RDP › link: A link begins with one of the schemes that are allowed',
    'telephone › enabled: must be true or false',
    'telephone › secret: is not a setting. Look at how an exported file writes it.',
    'agents › ben@example.com › extension: An extension is up to 20 digits and * # + -',
  ])
  expect(wrong({ version: 1, remote }, german)).toEqual([
    'remote › probes › Intranet › url: Eine Adresse beginnt mit http:// oder https://',
    'remote › tools › RDP › link: Ein Link beginnt mit einem der erlaubten Schemata',
  ])
  expect(wrong({ version: 1, teams, agents: [{ email: 'ben@example.com', skills: { SAP: 7 } }] })).toEqual([
    'teams › Network › tier: must be at most 9',
    'teams › Network › routing › method: must be one of: least-loaded, longest-idle, round-robin, manual',
    'teams › Network › routing › offerSeconds: must be a whole number',
    'teams › Network › routing › silence: Each comes after the one before',
    'teams › Network › routing › overflow › afterSeconds: must be at least 10',
    'teams › Network › routing › overflow › atOnce: must be true or false',
    'teams › Network › rooting: is not a setting. Look at how an exported file writes it.',
    'teams › Desk › topics › 1. › name: must not be empty',
    'agents › ben@example.com › skills › SAP: must be one of: 1, 2, 3, 4, 5',
  ])
  expect(wrong('{\n  "version": 1,\n}')).toEqual(['This is not JSON: it cannot be read from line 3, column 1 on.'])
  expect(wrong({ version: 7 })).toEqual(['version: must be 1. This is a file of another version, or no settings file.'])
  expect(wrong({ version: 1, teams: [{ name: 'Network', tier: 0, hours: { zone: 'Mars' } }] }, german)).toContain(
    'teams › Network › hours › zone: Diese Zeitzone gibt es nicht',
  )
})

test('a file that contradicts itself is refused', () => {
  expect(
    wrong({
      version: 1,
      categories: [{ name: 'Network', below: [{ name: 'VPN' }, { name: 'vpn' }] }],
      teams: [{ name: 'Network' }, { name: 'NETWORK' }, { name: 'Gone' }],
      replies: [{ name: 'Hi', team: null, text: 'Hi {{name}}' }],
      remove: { teams: ['gone'] },
    }),
  ).toEqual([
    'teams › NETWORK: is named twice',
    'categories › Network / vpn: is named twice',
    'remove › teams › gone: is to go and to stay at the same time',
    'replies › Hi › text: {{name}} stands for nothing',
  ])
  const { lines } = imported({
    version: 1,
    teams: [{ name: 'Network', routing: { overflow: { team: 'Third line', afterSeconds: 60, atOnce: false } } }],
  })
  expect(lines[1]).toBe(
    '  teams › Network › routing › overflow › team: there is no team called Third line, neither at this desk nor in the file',
  )
})

test('a file changes what it names, and the command tells it: whose, which, now → then', () => {
  const { lines, wanted } = imported({
    version: 1,
    desk: { offerSeconds: 20 },
    categories: [{ name: 'network', below: [{ name: 'Wi-Fi' }, { name: 'LAN' }] }],
    teams: [
      { name: 'Network', topics: [{ name: 'Wi-Fi' }, { name: 'Printers', needs: [{ skill: 'SAP', level: 2, required: true }] }] },
      { name: 'Night', tier: 3, routing: { method: 'manual', overflow: { team: 'second line', afterSeconds: null, atOnce: true } } },
    ],
    agents: [
      { email: 'BEN@example.com', skills: { SAP: 4 } },
      { email: 'eve@example.com', skills: {} },
    ],
    remove: { replies: [{ name: 'hello', team: null }], teams: ['Long gone'] },
  })
  expect(lines).toEqual([
    'desk',
    '  offerSeconds: 30 → 20',
    'categories › network',
    '  name: Network → network',
    '  below › LAN: new',
    'teams › Network',
    '  topics › Printers: new',
    '  topics › Printers › needs › SAP: new',
    '  topics › Printers › needs › SAP › level: – → 2',
    '  topics › Printers › needs › SAP › required: – → true',
    '  topics › VPN: removed',
    'teams › Night',
    '  new',
    '  tier: 1 → 3',
    '  routing › method: least-loaded → manual',
    '  routing › overflow: – → {"team":"Second line","afterSeconds":null,"atOnce":true}',
    'agents › ben@example.com',
    '  skills › SAP: 2 → 4',
    'replies › Hello',
    '  removed',
    'Not at this desk, and left out: agents eve@example.com',
    'Not at this desk any more: teams Long gone',
    'Not in the file, and left as they are: teams Second line',
    'Not in the file, and left as they are: categories Hardware, Network / VPN',
    'Not in the file, and left as they are: agents cem@example.com',
    expect.stringMatching(/^14 settings would change. Nothing was changed: this was a dry run.$/),
  ])
  expect(wanted.categories.map(({ name }) => name)).toEqual(['Hardware', 'network'])
  const back = readSettingsFile(printed(wayBack(desk, wanted))).file
  expect(changesBetween(desk, merged(wanted, back ?? { version: 1 }).wanted)).toEqual([])
})

test('what is secret, help from afar and the telephones are changed by a file too, without their key, and come back', () => {
  const { lines, wanted } = imported({
    version: 1,
    guard: { own: [{ name: 'Staff number', pattern: 'P-######' }] },
    remote: { tools: [{ name: 'RustDesk', link: 'rustdesk://connection/new/' }] },
    telephone: { enabled: true },
    agents: [
      { email: 'ben@example.com', extension: null },
      { email: 'CEM@example.com', extension: '204' },
    ],
  })
  expect(lines).toEqual([
    'guard',
    '  own › Staff number: new',
    '  own › Staff number › pattern: – → P-######',
    'remote',
    '  tools › RustDesk: new',
    '  tools › RustDesk › link: – → rustdesk://connection/new/',
    'telephone',
    '  enabled: false → true',
    'agents › ben@example.com',
    '  extension: 204 → –',
    'agents › cem@example.com',
    '  extension: – → 204',
    expect.stringMatching(/^Calls will be told. The key that they are signed with is in no file/),
    '7 settings would change. Nothing was changed: this was a dry run.',
  ])
  const back = readSettingsFile(printed(wayBack(desk, wanted))).file
  expect(merged(wanted, back ?? { version: 1 }).wanted).toEqual(desk)
})

test('nobody is called where somebody else is', () => {
  const { lines } = imported({ version: 1, agents: [{ email: 'cem@example.com', extension: '204' }] })
  expect(lines[1]).toBe(
    '  agents › cem@example.com › extension: ben@example.com is called there. Give that one another extension, or null, in the same file.',
  )
  expect(wrong({ version: 1, remote: { tools: [1, 2].map((nth) => ({ name: 'RDP', link: `rdp:${nth}` })) } })).toEqual([
    'remote › tools › RDP: is named twice',
  ])
})

test('another order is a change, and what the file does not name keeps its place', () => {
  const { lines, wanted } = imported({
    version: 1,
    categories: [{ name: 'Network', below: [{ name: 'Wi-Fi' }, { name: 'VPN' }] }, { name: 'New' }],
  })
  expect(lines.slice(0, 4)).toEqual([
    'categories › Network',
    '  below: in another order: VPN, Wi-Fi → Wi-Fi, VPN',
    'categories › New',
    '  new',
  ])
  expect(wanted.categories.map(({ name }) => name)).toEqual(['Hardware', 'Network', 'New'])
})

test('what fits on a line stands on one, and the same desk is always written the same', () => {
  expect(printed(desk)).toContain('    { "email": "ben@example.com", "skills": { "SAP": 2 }, "languages": [], "extension": "204" },\n')
  expect(JSON.parse(printed(desk))).toEqual(desk)
  expect(wrong(printed(desk))).toBeUndefined()
  expect(printed({ ...desk, categories: [] })).toContain('"categories": [],')
})

test('two thousand saved replies are not held against two thousand others one by one: whoever chats would wait for that', () => {
  let looks = 0
  const replies = (kind: string) =>
    Array.from({ length: 2000 }, (_, nth) => ({
      team: null,
      text: `${kind} ${nth}`,
      get name() {
        looks++
        return `${kind} ${nth}`
      },
    }))
  const [here, others] = [replies('Here'), replies('Other')]
  const { wanted } = merged({ ...desk, replies: here }, { version: 1, replies: others, remove: { replies: here.toReversed() } })
  expect(wanted.replies.map(({ text }) => text)).toEqual(others.map(({ text }) => text))
  expect(looks / 6000).toBeLessThan(20)
})
