import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import type { Trace } from '../../../shared/entry.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, accepted, aTimeline, closeConsoles } from '../a-console.tsx'
import { ada, ago, benHimself, hers, later, network, printers, rita } from '../a-desk.ts'
import { axe } from '../axe.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
  history.replaceState(null, '', '#')
})

const ute = { ...benHimself, id: '20000000-0000-4000-8000-000000000009', name: 'Ute Ulm', teams: [printers], load: 0 }
const says = (by: string, text: string): [string, Trace] => [by, { kind: 'said', body: { text } }]
const brief = { symptom: 'Paper jams', impact: 'One person', environment: 'Floor 3', steps: '- Is it plugged in?', ask: 'Which roller?' }
const sent: [string, Trace][] = [
  [ada, { kind: 'escalated', team: printers, body: brief }],
  [ada, { kind: 'work-passed', team: printers, agent: null, body: { name: 'Printers' } }],
]
const send = () => fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement)

test('Ada escalates with a brief that the record has begun, asks somebody into the chat, and takes it back with one press', async () => {
  const chat = hers({ subject: 'The printer jams' })
  const tried: [string, Trace] = [ada, { kind: 'tried', outcome: 'did-not-help', body: { what: 'Plugged it in anew' } }]
  const timeline = aTimeline(chat, accepted, says(ada, 'Is it plugged in?'), says(rita, 'Yes'), tried)
  const { did, session } = await aConsole({ mine: [chat], colleagues: [benHimself, ute] }, { [chat.id]: timeline }, `#/chats/${chat.id}`)
  fireEvent.click(await screen.findByRole('button', { name: 'Escalate' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Escalate the work' }))
  expect(dialog.getByLabelText<HTMLTextAreaElement>('What is wrong').value).toContain('The printer jams')
  expect(dialog.getByLabelText<HTMLTextAreaElement>('What was tried, and what came of it').value).toMatch(/^- Plugged it in anew: /)
  expect(dialog.getByLabelText<HTMLSelectElement>('To which team').value).toBe(printers)
  send()
  await dialog.findByText('Write it down.')
  fireEvent.input(dialog.getByLabelText('What you ask of them'), { target: { value: 'Which roller?' } })
  fireEvent.change(dialog.getByLabelText('How'), { target: { value: ute.id } })
  expect(await axe(document)).toEqual([])
  send()
  await until(() => did().length === 1)
  expect(did()[0]).toMatchObject({ kind: 'escalate', team: printers, agent: ute.id, brief: { ask: 'Which roller?', environment: '' } })
  await screen.findByText('The work is with Printers. You keep talking to the requester.')
  session.notices.takeBackLast()
  await until(() => did().length === 2)
  expect(did()[1]).toEqual({ kind: 'recall-work' })
})

test('the ticket shows both owners and the brief; one of the team takes the work, or returns it with one press', async () => {
  const chat = hers({ team: network })
  const me = {
    id: ute.id,
    name: ute.name,
    role: 'agent' as const,
    teams: [printers],
    standing: { agent: ute.id, capacity: 5, load: 0, wish: 'away' as const, missed: 0 },
  }
  const colleagues = [{ ...benHimself, id: ada, name: 'Ada Abel' }]
  const { did } = await aConsole({ me, colleagues, line: [chat] }, { [chat.id]: aTimeline(chat, accepted, ...sent) }, `#/chats/${chat.id}`)
  const work = within(await screen.findByRole('region', { name: 'Escalation' }))
  expect(work.getByText('Ada Abel')).toBeTruthy()
  expect(work.getByText('Printers, nobody yet')).toBeTruthy()
  expect(work.getByText('Which roller?')).toBeTruthy()
  expect(work.queryByRole('button', { name: 'Take it back' })).toBeNull()
  fireEvent.click(work.getByRole('button', { name: 'Take the work' }))
  await until(() => did().length === 1)
  fireEvent.click(work.getByRole('button', { name: 'Return it' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Return the work' }))
  expect(await axe(document)).toEqual([])
  fireEvent.click(dialog.getByRole('button', { name: 'A picture of the screen' }))
  await until(() => did().length === 2)
  expect(did()).toEqual([{ kind: 'take-work' }, { kind: 'return-work', missing: 'A picture of the screen' }])
})

test('who is asked into a chat hears by whom', async () => {
  const chat = hers({ asked: { id: '50000000-0000-4000-8000-000000000077', agent: ada, until: ago(-30) }, agent: benHimself.id })
  const ringing = { conversation: chat, offer: chat.asked?.id ?? '', until: ago(-30), why: null, by: benHimself.id }
  const { did } = await aConsole({ offers: [ringing] })
  await screen.findByText(/Ben Baum asks you to come into this chat/)
  fireEvent.click(screen.getByRole('button', { name: 'Accept' }))
  await until(() => did().length === 1)
  expect(did()).toEqual([{ kind: 'accept', offer: chat.asked?.id }])
})

test('that the work came back, and that nobody came into the chat, is told to whoever talks to the requester', async () => {
  const chat = hers({ workTeam: printers, asked: { id: '50000000-0000-4000-8000-000000000078', agent: ute.id, until: ago(-30) } })
  const { line } = await aConsole({ mine: [chat] })
  line.announce('conversation:changed', later(chat, { asked: null }))
  await screen.findByText('Nobody came into the chat with Rita Roth. The work waits for the team.')
  line.announce('conversation:changed', later(chat, { asked: null, workTeam: null, returnedAt: ago(1) }))
  await screen.findByText('The work for Rita Roth came back. See what is missing.')
})
