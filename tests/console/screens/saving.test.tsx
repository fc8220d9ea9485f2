import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { route, routeOf } from '../../../console/router.ts'
import type { CannedReply } from '../../../shared/protocol/admin.ts'
import type { Delivery } from '../../../shared/protocol/webhook.ts'
import { defaultSettings } from '../../../shared/queue.ts'
import { refusals } from '../../../shared/reasons.ts'
import { refuse } from '../../../shared/refusal.ts'
import { type Line, until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, network } from '../a-desk.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
const alma = { id: ada, name: 'Alma Admin', role: 'administrator' as const, teams: [network], standing }
const adaHerself = { ...alma, name: 'Ada Abel', role: 'agent' as const }

async function settingsOf(me: typeof alma | typeof adaHerself, page: string, prepare: (line: Line) => void) {
  const console = await aConsole({ me }, {}, '#/nowhere')
  prepare(console.line)
  route.value = routeOf(`#/settings/${page}`)
  return console
}

const write = (label: string | RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const submit = (container: ParentNode = document) => fireEvent.submit(container.querySelector('form') as HTMLFormElement)

const greeting: CannedReply = { id: network, name: 'Greeting', text: 'Hello {{requester.first}}', whose: 'mine', version: 4 }

test('what is saved can be taken back, as long as nobody changed it meanwhile', async () => {
  let version = 3
  const { line } = await settingsOf(alma, 'desk', (far) => {
    far.answering['settings:read'] = () => ({ settings: defaultSettings, version })
    far.answering['settings:save'] = (asked) => (asked.version === version ? { ...asked, version: ++version } : refuse('changed-meanwhile'))
  })
  await screen.findByLabelText('An offer rings for (seconds)')
  write('An offer rings for (seconds)', '45')
  submit()
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))

  expect(await screen.findByText('It is as it was before.')).toBeTruthy()
  expect(line.askedFor('settings:save').map(({ settings, version }) => [settings.offerSeconds, version])).toEqual([
    [45, 3],
    [30, 4],
  ])
  expect((screen.getByLabelText('An offer rings for (seconds)') as HTMLInputElement).value).toBe('30')

  write('An offer rings for (seconds)', '50')
  submit()
  const undo = await screen.findByRole('button', { name: 'Undo' })
  version = 9
  fireEvent.click(undo)
  expect(await screen.findByText(refusals['changed-meanwhile'])).toBeTruthy()
})

test('whoever looks elsewhere before he saved finds what he wrote, over what others saved meanwhile, and may let go of it', async () => {
  let saved = { ...defaultSettings }
  const { line } = await settingsOf(alma, 'desk', (far) => {
    far.answering['settings:read'] = () => ({ settings: saved, version: 3 })
    far.answering['settings:save'] = (asked) => ({ ...asked, version: 4 })
  })
  const numberAt = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value
  await screen.findByLabelText('An offer rings for (seconds)')
  expect(screen.queryByText('Not saved yet.')).toBeNull()
  write('An offer rings for (seconds)', '45')
  route.value = routeOf('#/tickets')
  await screen.findByRole('heading', { name: 'Tickets' })
  saved = { ...defaultSettings, reopenDays: 9 }
  route.value = routeOf('#/settings/desk')

  expect(await screen.findByText('Not saved yet.')).toBeTruthy()
  expect([numberAt('An offer rings for (seconds)'), numberAt('Can be reopened for (days)')]).toEqual(['45', '9'])
  fireEvent.click(screen.getByRole('button', { name: 'Discard changes' }))
  expect(numberAt('An offer rings for (seconds)')).toBe('30')
  expect(screen.queryByText('Not saved yet.')).toBeNull()
  expect(document.activeElement?.textContent).toBe('Save')
  expect(line.askedFor('settings:save')).toEqual([])
})

test('what the server refuses is said at the field that it is about', async () => {
  await settingsOf(alma, 'teams', (far) => {
    far.answering['teams:list'] = () => ({ teams: [] })
    far.answering['teams:save'] = () => refuse('name-taken')
  })
  fireEvent.click(await screen.findByRole('button', { name: 'New team' }))
  write('Name', 'Network')
  submit(screen.getByRole('dialog'))

  expect(await screen.findByText(refusals['name-taken'])).toBeTruthy()
  const field = screen.getByLabelText('Name')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(refusals['name-taken'])
})

test('a reply is tried on an example; a word that stands for nothing is named, and nothing is sent', async () => {
  const { line } = await settingsOf(adaHerself, 'replies', () => {})
  fireEvent.click(await screen.findByRole('button', { name: 'New reply' }))
  write(/^Name/, 'Greeting')
  write('Text', 'Hello {{requester.first}}, about {{ticket.number}}: {{weather}}')
  expect(within(screen.getByRole('region', { name: 'How it reads' })).getByText('Hello Rita, about INC-000123: {{weather}}')).toBeTruthy()
  submit(screen.getByRole('dialog'))

  expect(screen.getByText('{{weather}} stands for nothing. Choose from the buttons below.')).toBeTruthy()
  expect(line.askedFor('replies:save')).toEqual([])
})

test('a reply that is tried again is the same reply, and what is removed comes back under its id', async () => {
  let heard = 0
  const { line } = await settingsOf(adaHerself, 'replies', (far) => {
    far.answering['replies:list'] = () => ({ replies: [greeting] })
    far.answering['replies:save'] = ({ reply, version, ...rest }) =>
      ++heard === 1 ? refuse('unavailable') : { ...rest, id: reply, version: version + 1 }
    far.answering['replies:remove'] = () => null
  })
  fireEvent.click(await screen.findByRole('button', { name: 'New reply' }))
  write(/^Name/, 'Moment')
  write('Text', 'One moment')
  submit(screen.getByRole('dialog'))
  await screen.findByText(/cannot answer just now/)
  submit(screen.getByRole('dialog'))
  await until(() => line.askedFor('replies:save').length === 2)
  const [first, second] = line.askedFor('replies:save')
  expect(second).toEqual(first)

  await until(() => screen.queryByRole('dialog') === null)
  await line.restore()
  fireEvent.click(await screen.findByRole('button', { name: 'Greeting' }))
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
  await until(() => line.askedFor('replies:remove').length === 1)
  fireEvent.click(within(await screen.findByText('Greeting is removed.')).getByRole('button', { name: 'Undo' }))
  await until(() => line.askedFor('replies:save').length === 3)
  expect(line.askedFor('replies:save')[2]).toMatchObject({ reply: greeting.id, version: 0, text: greeting.text })
})

test('an agent finds replies by their words, and changes only his own', async () => {
  const { line } = await settingsOf(adaHerself, 'replies', (far) => {
    const shared: CannedReply = { id: ada, name: 'Goodbye', text: 'It works again', whose: 'everyone', version: 1 }
    far.answering['replies:list'] = () => ({ replies: [greeting, shared] })
  })
  line.restore()
  expect(await screen.findByText('Goodbye')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Goodbye' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Greeting' })).toBeTruthy()

  write('Find a reply', 'works again')
  expect(screen.getByText('1 reply')).toBeTruthy()
  expect(screen.queryByText('Greeting')).toBeNull()
})

const delivery = (position: number, change: Partial<Delivery> = {}): Delivery => ({
  id: `60000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
  position,
  kind: 'ticket.logged',
  conversation: network,
  number: position,
  at: '2026-11-20T09:00:00Z',
  state: 'delivered',
  attempts: 1,
  lastError: null,
  trouble: null,
  nextAt: null,
  deliveredAt: null,
  ...change,
})

test('the webhook is tried, and says in the reader’s words what the receiver answered', async () => {
  await settingsOf(alma, 'webhook', (far) => {
    far.answering['webhook:read'] = () => ({
      url: 'https://hooks.example/in',
      hosts: ['hooks.example'],
      enabled: true,
      hasSecret: true,
      version: 1,
    })
    far.answering['webhook:deliveries'] = () => ({ deliveries: [], more: false })
    far.answering['webhook:test'] = () => ({
      delivered: false,
      why: '',
      status: 503,
      milliseconds: 41,
      trouble: { kind: 'status', status: 503 },
    })
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Send a test now' }))

  expect(await screen.findByText(/The receiver answered 503/)).toBeTruthy()
  expect(screen.getByText('Answer 503 after 41 ms')).toBeTruthy()
})

test('deliveries are searched by ticket and state, paged, and sent again', async () => {
  const { line } = await settingsOf(alma, 'webhook', (far) => {
    far.answering['webhook:deliveries'] = ({ before }) =>
      before ? { deliveries: [delivery(7)], more: false } : { deliveries: [delivery(9), delivery(8)], more: true }
    far.answering['webhook:replay'] = () => delivery(9, { state: 'waiting' })
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Show more' }))
  expect(await screen.findByText('INC-000007')).toBeTruthy()
  expect(line.askedFor('webhook:deliveries').at(-1)).toEqual({ before: 8 })

  fireEvent.click(screen.getByRole('button', { name: 'Send again : INC-000009' }))
  expect(await screen.findByRole('cell', { name: 'Waiting' })).toBeTruthy()

  write('Ticket', 'inc-000009')
  fireEvent.change(screen.getByLabelText('State'), { target: { value: 'set-aside' } })
  await until(() => line.askedFor('webhook:deliveries').at(-1)?.state === 'set-aside')
  expect(line.askedFor('webhook:deliveries').at(-1)).toEqual({ number: 9, state: 'set-aside', before: null })

  write('Ticket', 'no number')
  expect(await screen.findByText(/No delivery fits/)).toBeTruthy()
})
