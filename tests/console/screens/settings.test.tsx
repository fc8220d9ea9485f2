import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import type { Finding } from '../../../shared/doctor.ts'
import { defaultLook } from '../../../shared/look.ts'
import type { Member } from '../../../shared/protocol/people.ts'
import { defaultSettings } from '../../../shared/queue.ts'
import { refusals } from '../../../shared/reasons.ts'
import { refuse } from '../../../shared/refusal.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, ben, network } from '../a-desk.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
const alma = { id: ada, name: 'Alma Admin', role: 'administrator' as const, teams: [network], standing }
const benAsMember: Member = {
  id: ben,
  name: 'Ben Baum',
  email: 'ben@example.com',
  role: 'agent',
  teams: [network],
  capacity: 5,
  state: 'active',
  linkUntil: null,
  lastSeen: null,
  version: 3,
}

/** The settings of an administrator. The console opens elsewhere first, so that the test can prepare the answers. */
async function theSettings(page: string, prepare: (line: Awaited<ReturnType<typeof aConsole>>['line']) => void) {
  const console = await aConsole({ me: alma }, {}, '#/nowhere')
  prepare(console.line)
  location.hash = `#/settings/${page}`
  const { route, routeOf } = await import('../../../console/router.ts')
  route.value = routeOf(location.hash)
  return console
}

const write = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const submit = (container: HTMLElement | Document = document) => fireEvent.submit(container.querySelector('form') as HTMLFormElement)

test('inviting a colleague gives a one-time link to hand over', async () => {
  const { line } = await theSettings('people', (far) => {
    far.answering['people:list'] = () => ({ people: [benAsMember] })
    far.answering['people:invite'] = () => ({ member: benAsMember, link: { url: '/console/#/welcome/abc', until: '2026-11-25T12:00:00Z' } })
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Invite' }))
  write('Name', 'Cleo Cole')
  write('E-mail', 'cleo@example.com')
  fireEvent.click(within(screen.getByRole('dialog')).getByLabelText('Network'))
  submit(screen.getByRole('dialog'))

  const link = (await screen.findByLabelText('One-time link for Cleo Cole')) as HTMLInputElement
  expect(link.value).toBe(`${location.origin}/console/#/welcome/abc`)

  // An intranet without TLS has no clipboard for pages: what is selected is copied.
  const taken: string[] = []
  const copied = () => taken.push(link.value.slice(link.selectionStart ?? 0, link.selectionEnd ?? 0)) > 0
  Object.assign(document, { execCommand: copied })
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }))
  await screen.findByRole('button', { name: 'Copied' })
  expect(taken).toEqual([link.value])
  expect(line.askedFor('people:invite')).toEqual([
    { name: 'Cleo Cole', email: 'cleo@example.com', role: 'agent', teams: [network], capacity: 5 },
  ])
})

test('where there is one team, whoever is invited is in it', async () => {
  const { session } = await theSettings('people', (far) => {
    far.answering['people:list'] = () => ({ people: [] })
  })
  const board = session.desk.board.peek()
  if (board) session.desk.board.value = { ...board, teams: board.teams.filter(({ id }) => id === network) }
  fireEvent.click(await screen.findByRole('button', { name: 'Invite' }))
  expect(within(screen.getByRole('dialog')).getByLabelText('Network')).toHaveProperty('checked', true)
})

test('an address that cannot be one is said at its field, and nothing is sent', async () => {
  const { line } = await theSettings('people', (far) => {
    far.answering['people:list'] = () => ({ people: [] })
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Invite' }))
  write('Name', 'Cleo Cole')
  write('E-mail', 'cleo')
  submit(screen.getByRole('dialog'))

  expect(screen.getByLabelText('E-mail').getAttribute('aria-invalid')).toBe('true')
  expect(line.askedFor('people:invite')).toEqual([])
})

test('what someone else changed meanwhile is not overwritten', async () => {
  const { line } = await theSettings('people', (far) => {
    far.answering['people:list'] = () => ({ people: [benAsMember] })
    far.answering['people:change'] = () => refuse('changed-meanwhile')
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Ben Baum' }))
  write('Name', 'Benjamin Baum')
  submit(screen.getByRole('dialog'))

  expect(await screen.findByText(refusals['changed-meanwhile'])).toBeTruthy()
  expect(line.askedFor('people:change')).toMatchObject([{ agent: ben, version: 3, name: 'Benjamin Baum' }])
  fireEvent.click(screen.getByRole('button', { name: 'Look at it again' }))
  await until(() => line.askedFor('people:list').length === 2)
})

test('the last administrator cannot be disabled, and reads why', async () => {
  await theSettings('people', (far) => {
    far.answering['people:list'] = () => ({ people: [{ ...benAsMember, role: 'administrator' }] })
    far.answering['people:disable'] = () => refuse('last-administrator')
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Ben Baum' }))
  fireEvent.click(screen.getByRole('button', { name: 'Disable' }))

  expect(await screen.findByText(refusals['last-administrator'])).toBeTruthy()
})

test('a desk number out of its bounds is said at its field; saving twice goes on from what was saved', async () => {
  const { line } = await theSettings('desk', (far) => {
    far.answering['settings:read'] = () => ({ settings: defaultSettings, version: 1 })
    far.answering['settings:save'] = ({ settings, version }) => ({ settings, version: version + 1 })
  })
  await screen.findByLabelText('An offer rings for (seconds)')

  write('An offer rings for (seconds)', '2')
  submit()
  expect(screen.getByText('A whole number from 5 to 600')).toBeTruthy()
  write('An offer rings for (seconds)', '45')
  submit()
  await screen.findByText('Saved')
  submit()
  await until(() => line.askedFor('settings:save').length === 2)

  expect(line.askedFor('settings:save').map(({ version, settings }) => [version, settings.offerSeconds])).toEqual([
    [1, 45],
    [2, 45],
  ])
})

test('a page that is not an origin is named', async () => {
  await theSettings('origins', (far) => {
    far.answering['origins:read'] = () => ({ origins: [], version: 0 })
  })
  await screen.findByLabelText('Pages that may show the widget')

  write('Pages that may show the widget', 'https://intranet.example\nintranet.example/start')
  submit()

  expect(screen.getByText('intranet.example/start is not an origin such as https://intranet.example')).toBeTruthy()
})

test('a team opens by its hours, and its topics keep their ids', async () => {
  const topic = { id: ben, name: 'VPN' }
  const { line } = await theSettings('teams', (far) => {
    far.answering['teams:list'] = () => ({
      teams: [{ id: network, name: 'Network', tier: 1, hours: null, topics: [topic], version: 7 }],
    })
    far.answering['teams:save'] = () => ({ id: network, name: 'Network', tier: 1, hours: null, topics: [topic], version: 8 })
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Network' }))
  write('Topic 1', 'VPN and remote')
  fireEvent.click(screen.getByRole('button', { name: 'Add a topic' }))
  write('Topic 2', 'Wi-Fi')
  fireEvent.click(screen.getByLabelText('By the hours below'))
  write('Time zone', 'Europe/Berlin')
  write('Saturday', '9:00-12:00')
  submit(screen.getByRole('dialog'))

  await until(() => line.askedFor('teams:save').length === 1)
  const [saved] = line.askedFor('teams:save')
  expect(saved).toMatchObject({ version: 7, topics: [{ ...topic, name: 'VPN and remote' }, { name: 'Wi-Fi' }] })
  expect(saved?.hours).toMatchObject({ zone: 'Europe/Berlin', days: { sat: [['09:00', '12:00']], sun: [] } })
})

test('a team is removed at the first press, and Undo brings it back; where it may not go, a sentence says why', async () => {
  const kept = { id: network, name: 'Network', tier: 1, hours: null, topics: [], version: 7 }
  let teams = [kept]
  const { line } = await theSettings('teams', (far) => {
    far.answering['teams:list'] = () => ({ teams })
    far.answering['teams:remove'] = () => {
      refuse('in-use')
    }
    far.answering['teams:restore'] = () => {
      teams = [kept]
      return kept
    }
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Network' }))
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
  await screen.findByText(/Conversations belong to this team/)

  line.answering['teams:remove'] = () => {
    teams = []
    return null
  }
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
  await screen.findByText('Network is removed.')
  await until(() => screen.queryByRole('button', { name: 'Network' }) === null)
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByRole('button', { name: 'Network' })
  expect(line.askedFor('teams:restore')).toEqual([{ team: network }])
})

test('what is broken is read first, with the way to mend it, and can be looked at again once it is mended', async () => {
  const well = { diagnosis: 'redis-fine' as const, facts: { version: '7.2.4', ms: 1 } }
  let findings: Finding[] = [well, { diagnosis: 'durability-off', facts: { settings: 'fsync = off' } }]
  await theSettings('health', (far) => {
    far.answering['health:examine'] = () => ({ findings, at: '2026-11-22T10:00:00Z' })
  })
  const heading = await screen.findByRole('heading', { name: 'Durability' })
  const [first] = within(heading.closest('ul') as HTMLElement).getAllByRole('listitem')
  expect(first?.textContent).toMatch(/^DurabilityBroken.*fsync = off.*postgresql.conf/)
  expect(screen.getByText(/^1 broken/)).toBeTruthy()

  findings = [well]
  fireEvent.click(screen.getByRole('button', { name: 'Look again' }))
  await screen.findByText(/^All is well/)
  expect(screen.queryByRole('heading', { name: 'Durability' })).toBeNull()
})

test('an agent finds his account and saved replies, and nothing that is for administrators', async () => {
  await aConsole({}, {}, '#/settings/people')

  const links = within(screen.getByRole('navigation', { name: 'Settings' })).getAllByRole('link')
  expect(links.map(({ textContent }) => textContent)).toEqual(['Your account', 'Saved replies'])
  expect(screen.getByText(/not yours to see/)).toBeTruthy()
})

test('what requesters may choose from is seen in the widget beside it while it is being written', async () => {
  const topics = [{ id: ada, name: 'Printer' }]
  await theSettings('topics', (far) => {
    far.answering['teams:list'] = () => ({ teams: [{ id: network, name: 'Network', tier: 1, hours: null, topics, version: 7 }] })
    far.answering['look:read'] = () => ({ look: defaultLook, version: 1 })
  })
  const frame = (await screen.findByTitle('How it reads')) as HTMLIFrameElement
  const told: { screen: string; topics: string[] }[] = []
  const inside = frame.contentWindow as Window
  inside.postMessage = (message: (typeof told)[number]) => void told.push(message)

  write('Topic 1', 'Printer and scanner')
  await until(() => told.length > 0)
  expect(told.at(-1)).toMatchObject({ screen: 'home', topics: ['Printer and scanner'] })
})
