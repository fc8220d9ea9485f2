import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { route, routeOf } from '../../../console/router.ts'
import { speak } from '../../../console/words.ts'
import type { Imported } from '../../../shared/settings-file.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, network } from '../a-desk.ts'
import { axe } from '../axe.ts'

const fetches = globalThis.fetch

afterEach(() => {
  globalThis.fetch = fetches
  cleanup()
  closeConsoles()
  history.replaceState(null, '', '#')
  return speak('en')
})

const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
const alma = { id: ada, name: 'Alma Admin', role: 'administrator' as const, teams: [network], standing }

const compared: Imported = {
  changes: [
    { place: ['desk', 'closeDays'], how: 'changed', before: 7, after: 9 },
    { place: ['teams', 'Network', 'routing', 'method'], how: 'changed', before: 'least-loaded', after: 'round-robin' },
    { place: ['teams', 'Network', 'topics', 'hours'], how: 'added', before: null, after: { name: 'hours', needs: [] } },
  ],
  notes: [{ what: 'not-here', of: 'agents', names: ['eve@example.com'] }],
  before: 'as-it-was',
  after: 'as-it-is',
  back: '{"version":1,"desk":{"closeDays":7}}',
}

type Asked = { path: string; body: { text: string; seen?: string | null } }

/** The page of the file, with a server that answers so, one answer a question; the last one goes on. */
async function thePage(...answers: (Imported | number)[]) {
  const asked: Asked[] = []
  await aConsole({ me: alma }, {}, '#/nowhere')
  globalThis.fetch = async (path, how) => {
    if (!String(path).startsWith('/api/settings-file')) throw new TypeError('Failed to fetch')
    asked.push({ path: String(path), body: JSON.parse(String(how?.body)) })
    const answer = answers[Math.min(asked.length, answers.length) - 1]
    if (answer === 0) throw new TypeError('Failed to fetch')
    const isFine = typeof answer === 'object'
    // jsdom has no answers of its own.
    return { ok: isFine, json: async () => (isFine ? answer : { refusal: 'changed-meanwhile' }) } as Response
  }
  location.hash = '#/settings/file'
  route.value = routeOf(location.hash)
  await screen.findByText(/Or drop it here|Oder hier ablegen/)
  return asked
}

const chooses = (text: string, name = 'night.json') => puts(text, name, async () => text)

const puts = (text: string, name: string, read: () => Promise<string>) => {
  // jsdom reads no files.
  const file = Object.assign(new File([text], name, { type: 'application/json' }), { text: read })
  fireEvent.change(document.querySelector('input[type=file]') as HTMLInputElement, { target: { files: [file] } })
}

const rows = () => [...document.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent))

test('Alma sees what a file changes before anything is changed, changes it, and takes it back', async () => {
  const asked = await thePage(compared, compared, compared)
  expect(await axe(document)).toEqual([])
  chooses('{"version":1}')
  await screen.findByText('night.json changes 3 settings.')
  expect(rows()).toEqual([
    ['Desk numbers', 'Resolved tickets are closed after (days)', '7', '9'],
    ['Team Network', 'Who is next', expect.any(String), expect.any(String)],
    ['Team Network', 'Topics › hours', '', 'New'],
  ])
  expect(screen.getByText('Not at this desk, and left out: agents eve@example.com')).toBeTruthy()
  expect(await axe(document)).toEqual([])

  fireEvent.click(screen.getByRole('button', { name: 'Change 3 settings' }))
  fireEvent.click(await screen.findByRole('button', { name: /Undo/ }))
  await until(() => asked.length === 3)
  expect(asked).toEqual([
    { path: '/api/settings-file/compare', body: { text: '{"version":1}' } },
    { path: '/api/settings-file', body: { text: '{"version":1}', seen: 'as-it-was' } },
    { path: '/api/settings-file', body: { text: compared.back, seen: 'as-it-is' } },
  ])
  expect(document.querySelector('table')).toBeNull()
})

test('Alma reads what is wrong with a file, each at its place, and nothing is changed', async () => {
  const asked = await thePage({
    problems: [
      { place: ['teams', 'Network', 'tier'], fault: { what: 'most', of: 'number', bound: 9 } },
      { place: ['remove', 'teams', 'Desk'], fault: { what: 'refused', refusal: 'in-use' } },
    ],
  })
  chooses('{}')
  await screen.findByText('2 things in night.json are wrong. Nothing was changed.')
  expect(screen.getByText('teams › Network › tier: must be at most 9')).toBeTruthy()
  expect(screen.getByText(/^remove › teams › Desk: Conversations belong to this team/)).toBeTruthy()
  expect(await axe(document)).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Leave it as it is' }))
  await until(() => document.querySelector('.file-wrong') === null)

  chooses('x'.repeat(4_000_001))
  await screen.findByText('This is too large to be a settings file.')
  puts('', 'a folder', () => Promise.reject(new DOMException('Not a file', 'NotFoundError')))
  await screen.findByText('This cannot be read. Choose the file itself, and not a folder.')
  expect(asked).toHaveLength(1)
})

test('without a line, or where somebody else was faster, the chosen file stays, and is compared anew', async () => {
  await speak('de')
  const asked = await thePage(0, compared, 409, { ...compared, changes: [], notes: [] })
  chooses('{"version":1}')
  fireEvent.click(await screen.findByRole('button', { name: 'Neu vergleichen' }))
  fireEvent.click(await screen.findByRole('button', { name: '3 Einstellungen ändern' }))
  await until(() => asked.length === 3)
  fireEvent.click(await screen.findByRole('button', { name: 'Neu vergleichen' }))
  await screen.findByText('Alles ist schon so, wie night.json es sagt.')
  expect(asked.every(({ body }) => body.text === '{"version":1}')).toBe(true)
})
