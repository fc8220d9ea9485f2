import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { defaultRouting, type TeamRouting } from '../../../shared/team-routing.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, accepted, aTimeline, closeConsoles } from '../a-console.tsx'
import { ada, ago, ben, hers, later, network, rita } from '../a-desk.ts'
import { axe } from '../axe.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
  history.replaceState(null, '', '#')
})

const pane = async () => within(await screen.findByRole('article', { name: 'Rita Roth' }))
const says = (by: string, text: string) => [by, { kind: 'said', body: { text } }] as [string, { kind: 'said'; body: { text: string } }]

test('the list and the head of a chat say that it waits for the requester; the agent may say otherwise', async () => {
  const chat = hers({ unansweredSince: null, turn: { of: 'requester', since: ago(120), reached: null } })
  const { did } = await aConsole(
    { mine: [chat] },
    { [chat.id]: aTimeline(chat, accepted, says(ada, 'Is it plugged in?')) },
    `#/chats/${chat.id}`,
  )
  const here = await pane()

  expect(within(screen.getByRole('region', { name: /^Mine/ })).getByText('Waits for the requester')).toBeTruthy()
  expect(here.getByText(/^Waits for the requester/)).toBeTruthy()
  fireEvent.click(here.getByRole('button', { name: 'I still owe an answer' }))
  await until(() => did().length === 1)
  expect(did()).toEqual([{ kind: 'await', of: 'agent' }])
})

test('a chat is put on hold with a reason and until when, and says so', async () => {
  const chat = hers()
  const { did } = await aConsole({ mine: [chat] }, {}, `#/chats/${chat.id}`)
  const here = await pane()
  fireEvent.click(here.getByRole('button', { name: 'Put on hold' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Put this chat on hold' }))
  fireEvent.input(dialog.getByLabelText('Why? (the requester reads it too)'), { target: { value: 'A cable is on its way' } })
  fireEvent.change(dialog.getByLabelText('Goes on'), { target: { value: '60' } })
  expect(await axe(document)).toEqual([])
  fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement)

  await until(() => did().length === 1)
  expect(did()).toEqual([{ kind: 'hold', reason: 'A cable is on its way', until: expect.stringMatching(/Z$/) }])
})

test('who keeps somebody waiting is told, and so is who supervises', async () => {
  const chat = hers()
  const { line } = await aConsole({ mine: [chat] }, {}, `#/chats/${chat.id}`)
  await pane()
  const turn = { of: 'agent' as const, since: ago(300), reached: { step: 'warn' as const, at: ago(1) } }
  line.announce('conversation:changed', later(chat, { turn }))
  await screen.findByText('Rita Roth has been waiting for your answer for long.')
  expect(screen.getAllByText('Answer now').length).toBeGreaterThan(0)
})

test('a supervisor hears of an agent who does not answer', async () => {
  const standing = { agent: rita, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
  const me = { id: '10000000-0000-4000-8000-0000000000aa', name: 'Sue', role: 'supervisor' as const, teams: [network], standing }
  const { line } = await aConsole({ me })
  const turn = { of: 'agent' as const, since: ago(600), reached: { step: 'supervise' as const, at: ago(1) } }
  line.announce('conversation:changed', hers({ agent: ben, turn }))
  await screen.findByText(/has not answered Rita Roth for long\.$/)
})

test('an administrator says what becomes of waiting and of silence, and takes it back; what is wrong is said at its field', async () => {
  const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
  const alma = { id: ada, name: 'Alma Admin', role: 'administrator' as const, teams: [network], standing }
  const { line } = await aConsole({ me: alma }, {}, '#/nowhere')
  const other = '20000000-0000-4000-8000-000000000099'
  const teams = [
    { id: network, name: 'Network', tier: 1, hours: null, topics: [], version: 1 },
    { id: other, name: 'Second', tier: 2, hours: null, topics: [], version: 1 },
  ]
  const routings = new Map<string, { routing: TeamRouting; version: number }>()
  line.answering['teams:list'] = () => ({ teams })
  line.answering['routing:read'] = ({ team }) => routings.get(team) ?? { routing: defaultRouting, version: 0 }
  line.answering['routing:save'] = ({ version, routing }) => ({ routing, version: version + 1 })
  const { route, routeOf } = await import('../../../console/router.ts')
  route.value = routeOf('#/settings/waiting')

  const form = within((await screen.findByText('Network', { selector: 'summary' })).closest('details') as HTMLElement)
  const write = async (label: string, value: string) => fireEvent.input(await form.findByLabelText(label), { target: { value } })
  await write('Ask whether anybody is still there, after (minutes)', '5')
  await write('Put the chat on hold, after (minutes)', '3')
  await write('At most so many wait', '20')
  fireEvent.change(form.getByLabelText('Whoever comes then'), { target: { value: other } })
  fireEvent.change(form.getByLabelText('Who'), { target: { value: other } })
  fireEvent.click(form.getByLabelText('Close this team now, whatever its hours say'))
  const submit = () => fireEvent.submit(form.getByRole('button', { name: 'Save' }).closest('form') as HTMLFormElement)
  submit()
  await form.findByText('Later than what comes before it')
  expect(form.getByText('Say why, and what to do instead')).toBeTruthy()
  expect(line.askedFor('routing:save')).toEqual([])

  await write('Put the chat on hold, after (minutes)', '10')
  await write('What requesters read before they wait (English)', 'The building is being evacuated.')
  expect(await axe(document)).toEqual([])
  submit()
  await until(() => line.askedFor('routing:save').length === 1)
  expect(line.askedFor('routing:save')[0]).toMatchObject({
    team: network,
    version: 0,
    routing: {
      silence: { nudge: 300, hold: 600, close: null },
      limits: { length: { most: 20, refuge: { to: 'team', team: other } }, wait: null },
      overflow: { team: other, afterSeconds: null, atOnce: true },
      emergency: { en: 'The building is being evacuated.' },
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: /^Undo/ }))
  await until(() => line.askedFor('routing:save').length === 2)
  expect(line.askedFor('routing:save')[1]).toMatchObject({
    version: 1,
    routing: { silence: { nudge: null }, overflow: null, emergency: null },
  })
})

test('who picks a name in a note writes on behind it, without having to wait', async () => {
  const chat = hers()
  await aConsole({ mine: [chat] }, { [chat.id]: aTimeline(chat, accepted) }, `#/chats/${chat.id}`)
  fireEvent.click((await pane()).getByRole('button', { name: 'Note' }))
  const note = screen.getByLabelText<HTMLTextAreaElement>('Note')
  note.value = 'Ask @be today'
  note.setSelectionRange(7, 7)
  fireEvent.input(note)
  await screen.findByText('Ben Baum, 1 of 1.', { exact: false })

  // As a browser does, which draws nothing before the next key.
  note.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))

  expect([note.value, note.selectionStart]).toEqual(['Ask @Ben Baum today', 'Ask @Ben Baum '.length])
})
