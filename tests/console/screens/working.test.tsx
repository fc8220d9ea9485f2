import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { followAddress } from '../../../console/router.ts'
import type { TicketRow } from '../../../shared/protocol/ticket-list.ts'
import { Refused } from '../../../shared/refusal.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, accepted, aTimeline, closeConsoles, snapshotOf } from '../a-console.tsx'
import { ada, ago, anOffer, aSummary, ben, hers, later, network, rita } from '../a-desk.ts'
import { axe } from '../axe.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
  history.replaceState(null, '', '#')
})

const tom = { id: ben, name: 'Tom Beck', verified: true }
const pane = async (name = 'Rita Roth') => within(await screen.findByRole('article', { name }))
const areaNamed = (label: string) => screen.getByLabelText(label) as HTMLTextAreaElement
const press = (key: string, held: object = {}, target: Element | Window = window) =>
  fireEvent.keyDown(target, { key, code: /^\d$/.test(key) ? `Digit${key}` : key.length === 1 ? `Key${key.toUpperCase()}` : key, ...held })

test('Alt and a digit lead to a chat in the order of the list, J and K to its neighbours', async () => {
  const [one, other] = [hers(), hers({ requester: tom, unansweredSince: null })]
  await aConsole({ mine: [one, other] })

  press('2', { altKey: true })
  await pane('Tom Beck')
  press('j')
  await pane('Rita Roth')
  press('k')
  await pane('Tom Beck')
})

test('news leads to its line as soon as that is there, unless she does something else meanwhile', async () => {
  const chat = aSummary()
  const whole = aTimeline(
    chat,
    [ben, { kind: 'noted', body: { text: 'Which gateway, sorrel?' } }],
    [rita, { kind: 'said', body: { text: 'Hello?' } }],
  )
  const { id: conversation, number, subject } = chat
  const about = {
    conversation,
    number,
    subject,
    requester: 'Rita Roth',
    lane: 'internal',
    seq: 1,
    by: 'Ben Baum',
    why: 'mentioned',
  } as const
  /** Ada goes where the news leads; what is returned brings the page on which that is. */
  const goesThere = async () => {
    const { line } = await aConsole({ line: [chat] })
    line.answering['conversation:open'] = () => ({ ...snapshotOf(chat, whole), entries: whole.slice(3), more: true })
    let come: (() => void) | undefined
    line.answering['conversation:page'] = () =>
      new Promise((resolve) => {
        come = () => resolve({ entries: whole.slice(0, 3), more: false })
      })
    line.announce('news:came', { ...about, at: ago(0), seen: false, text: 'Which gateway, sorrel?', following: false })
    fireEvent.click(await screen.findByRole('button', { name: 'Go there' }))
    await until(() => come !== undefined)
    return () => come?.()
  }
  const led = () => document.querySelector('.led-to')?.textContent ?? null

  const late = await goesThere()
  expect(led()).toBeNull()
  late()
  await waitFor(() => expect(led()).toContain('Which gateway, sorrel?'))
  cleanup()
  closeConsoles()

  const tooLate = await goesThere()
  press('x')
  tooLate()
  await screen.findByText('Which gateway, sorrel?', { selector: '.note *' })
  expect(led()).toBeNull()
})

test('the browser’s own button leads back to the chat before', async () => {
  const [one, other] = [hers(), hers({ requester: tom, unansweredSince: null })]
  await aConsole({ mine: [one, other] })
  const stop = followAddress()
  press('1', { altKey: true })
  await pane('Rita Roth')
  press('2', { altKey: true })
  await pane('Tom Beck')
  expect(location.hash).toBe(`#/chats/${other.id}`)

  history.back()
  await pane('Rita Roth')
  expect(location.hash).toBe(`#/chats/${one.id}`)
  stop()
})

test('letters alone are text in a field, and nothing at all for those who turned them off', async () => {
  const [one, other] = [hers(), hers({ requester: tom })]
  const { session } = await aConsole({ mine: [one, other] }, {}, `#/chats/${one.id}`)
  await pane()

  press('j', {}, areaNamed('Reply to Rita Roth'))
  session.habits.singleKeys.value = false
  press('j')

  expect(screen.getByRole('article', { name: 'Rita Roth' })).toBeTruthy()
})

test('the question mark shows all keys, and Escape leaves the sheet', async () => {
  await aConsole()
  press('?', { shiftKey: true })

  const sheet = within(screen.getByRole('dialog', { name: 'Keys' }))
  for (const deed of ['Take what rings, the next in line, or else a message left', 'Decline the offer, with a reason', 'New line'])
    expect(sheet.getByText(deed)).toBeTruthy()
  expect(await axe(document)).toEqual([])
  fireEvent(screen.getByRole('dialog'), new Event('cancel'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('the palette goes to a chat by a few letters of its matter, and to a ticket by words', async () => {
  const [one, other] = [hers(), hers({ requester: tom, subject: 'Badge opens nothing' })]
  const { line } = await aConsole({ mine: [one, other] }, {}, `#/chats/${one.id}`)
  const row = { conversation: one.id, number: 77, label: 'INC-000077', subject: [{ text: 'Old badge', hit: true }], requester: tom }
  line.answering['ticket:list'] = () => ({ rows: [row as unknown as TicketRow], next: null, total: null })
  await pane()

  press('k', { ctrlKey: true })
  const palette = within(screen.getByRole('dialog', { name: 'Find anything' }))
  const field = palette.getByRole('combobox')
  fireEvent.input(field, { target: { value: 'badge' } })
  await palette.findByText('INC-000077 Old badge')
  expect(palette.getAllByRole('option')[0]?.getAttribute('aria-selected')).toBe('true')
  fireEvent.keyDown(field, { key: 'Enter' })

  await pane('Tom Beck')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('Backspace on an offer declines it, and whoever lets it go by is told', async () => {
  const offer = anOffer(aSummary())
  const { line } = await aConsole({ offers: [offer] })

  press('Backspace', {}, screen.getByRole('button', { name: 'Accept' }))
  expect(screen.getByLabelText('Why not? (for your team)')).toBeTruthy()
  line.announce('offer:over', { offer: offer.offer, conversation: offer.conversation.id, why: 'expired' })

  expect(await screen.findByText('The offer of Rita Roth went by unanswered, and goes on to others.')).toBeTruthy()
})

test('while something rings, the list does not say that there is nothing, nor count it as hers', async () => {
  await aConsole({ offers: [anOffer(aSummary())], me: { ...aMe(), standing: { ...standing, load: 1 } } })

  expect(screen.getByText('No chats yet. One is being offered to you.')).toBeTruthy()
  expect(screen.getByText('0 of 5')).toBeTruthy()
})

test('an offer counts down from what is left, not from what is left and a bit', async () => {
  await aConsole({ offers: [anOffer(aSummary(), 60)] })
  expect(screen.getByText('60 s left')).toBeTruthy()
})

test('a saved reply is filled with the names of this chat', async () => {
  const mine = hers({ number: 12 })
  const { session } = await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  const text = 'Hello {{requester.first}}, {{ticket.number}} is yours. {{agent.name}}'
  session.replies.list.value = [{ id: ada, name: 'Hello', text, whose: 'everyone', version: 1 }]
  await pane()

  fireEvent.click(screen.getByRole('button', { name: 'Saved replies' }))
  fireEvent.keyDown(areaNamed('Reply to Rita Roth'), { key: 'Enter' })

  expect(areaNamed('Reply to Rita Roth').value).toBe('Hello Rita, INC-000012 is yours. Ada Abel')
})

test('a button looks for articles, below what is written already, and says so when they cannot be looked for', async () => {
  const mine = hers()
  const { line } = await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  await pane()
  const area = areaNamed('Reply to Rita Roth')
  fireEvent.input(area, { target: { value: 'Try this:' } })
  fireEvent.click(screen.getByRole('button', { name: 'Knowledge' }))
  expect(area.value).toBe('Try this:\n??')
  expect(await screen.findByText('Articles: type ?? and a word')).toBeTruthy()

  line.answering['articles:search'] = () => Promise.reject(new Refused('too-fast'))
  fireEvent.input(area, { target: { value: 'Try this:\n??vpn' } })
  expect(await screen.findByText('Articles cannot be looked for now. Esc closes this.', { selector: '.empty' })).toBeTruthy()
  fireEvent.keyDown(area, { key: 'Escape' })
  expect(screen.queryByText('Articles cannot be looked for now. Esc closes this.')).toBeNull()
})

test('a message that is held can be taken back, and is sent by itself otherwise', async () => {
  const mine = hers()
  const { session, did } = await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  session.habits.undoSend.value = true
  await pane()
  const area = areaNamed('Reply to Rita Roth')

  fireEvent.input(area, { target: { value: 'To the wrong one' } })
  fireEvent.keyDown(area, { key: 'Enter' })
  expect(area.value).toBe('')
  press('z', { ctrlKey: true }, area)
  expect(area.value).toBe('To the wrong one')
  expect(did()).toEqual([])

  fireEvent.keyDown(area, { key: 'Enter' })
  dispatchEvent(new Event('pagehide'))
  await until(() => did().length === 1)
  expect(did()).toEqual([{ kind: 'say', text: 'To the wrong one' }])
})

test('where one writes it says to whom, and that a note goes to agents', async () => {
  const mine = hers()
  await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  const chat = await pane()

  expect(chat.getByText('To Rita Roth')).toBeTruthy()
  press('p', { altKey: true })
  expect(await chat.findByText('Only agents see this')).toBeTruthy()
})

test('the history shows what the same person asked before, and opens it beside the chat', async () => {
  const mine = hers()
  const before = hers({ status: 'ended', subject: 'The old one', ticketStatus: 'closed' })
  const { line } = await aConsole(
    { mine: [mine], line: [before] },
    { [before.id]: aTimeline(before, accepted, [ada, { kind: 'said', body: { text: 'It was the cable.' } }]) },
    `#/chats/${mine.id}`,
  )
  const row = { conversation: before.id, number: 3, label: 'INC-000003', subject: [{ text: 'The old one', hit: false }], requester: tom }
  const about = { priority: 4, status: 'closed', openedAt: before.changedAt, communicationOwner: null }
  line.answering['ticket:list'] = () => ({ rows: [{ ...row, ...about } as unknown as TicketRow], next: null, total: null })
  await pane()

  fireEvent.click(screen.getByRole('tab', { name: 'History' }))
  fireEvent.click(await screen.findByRole('button', { name: /The old one/ }))

  expect(await screen.findByText('It was the cable.')).toBeTruthy()
  expect(line.askedFor('ticket:list')[0]?.filters).toEqual({ requester: rita })
  expect(await axe(document)).toEqual([])
})

test('Ctrl and Enter begin the wrap-up, and nothing has ended before it is sent', async () => {
  const mine = hers()
  const { did } = await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  const chat = await pane()

  press('Enter', { ctrlKey: true }, areaNamed('Reply to Rita Roth'))

  expect(await chat.findByLabelText('Outcome')).toBeTruthy()
  expect(did()).toEqual([])
  fireEvent.click(chat.getByRole('button', { name: 'Later' }))
  expect(areaNamed('Reply to Rita Roth')).toBeTruthy()
})

test('after a cut it says how much was missed', async () => {
  const mine = hers()
  const timelines = { [mine.id]: aTimeline(mine, accepted) }
  const { line } = await aConsole({ mine: [mine] }, timelines, `#/chats/${mine.id}`)
  await pane()

  line.cut()
  timelines[mine.id] = aTimeline(
    mine,
    accepted,
    [rita, { kind: 'said', body: { text: 'Hello?' } }],
    [ada, { kind: 'noted', body: { text: 'x' } }],
  )
  line.restore()

  expect(await screen.findByText(/2 missed events loaded/)).toBeTruthy()
})

test('the title counts what rings and what is new, and the icon of the tab has a dot', async () => {
  const icon = document.head.appendChild(Object.assign(document.createElement('link'), { rel: 'icon', href: '/console/icon.svg' }))
  const { line } = await aConsole()
  const offer = anOffer(aSummary())

  line.announce('offer:made', offer)
  await waitFor(() => expect(document.title).toBe('(1) Firstline'))
  expect(icon.getAttribute('href')).toBe('/console/icon-news.svg')
  line.announce('conversation:changed', later(offer.conversation, { offer: null, status: 'active', agent: ben }))

  await waitFor(() => expect(document.title).toBe('Firstline'))
  expect(icon.getAttribute('href')).toBe('/console/icon.svg')
  icon.remove()
})

test('that a ticket was logged is told once, however often it is', async () => {
  const mine = hers()
  const logged = { kind: 'logged', upTo: { public: 3, internal: 0 }, sha256: 'ab' } as const
  const entries = aTimeline(mine, accepted, [ada, logged as never], [ada, logged as never])
  await aConsole({ mine: [mine] }, { [mine.id]: entries }, `#/chats/${mine.id}`)
  await pane()

  expect(screen.getAllByText('The ticket was logged.')).toHaveLength(1)
})

const standing = { agent: ada, capacity: 5, load: 2, wish: 'available' as const, missed: 0 }
const aMe = () => ({ id: ada, name: 'Ada Abel', role: 'agent' as const, teams: [network], standing })
