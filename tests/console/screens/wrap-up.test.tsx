import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { route } from '../../../console/router.ts'
import type { Category } from '../../../shared/category.ts'
import { usualClosing } from '../../../shared/closing.ts'
import type { LinkedTicket, WrapUpSuggestion } from '../../../shared/protocol/ticket.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, accepted, aTimeline, closeConsoles } from '../a-console.tsx'
import { ada, ago, hers, later } from '../a-desk.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const mail: Category = {
  id: '60000000-0000-4000-8000-000000000001',
  parent: null,
  name: 'Mail',
  position: 0,
  retired: false,
  used: true,
  version: 1,
}
const like: LinkedTicket = {
  conversation: '40000000-0000-4000-8000-00000000ffff',
  number: 7,
  label: 'INC-000007',
  subject: 'Mail is down',
  status: 'in-progress',
}

/** Ada's chat is over; the desk suggests this. */
async function itIsOver(suggestion: Partial<WrapUpSuggestion> = {}, others: ReturnType<typeof hers>[] = []) {
  const mine = { ...hers(), status: 'ended' as const }
  const entries = aTimeline(
    mine,
    accepted,
    [ada, { kind: 'said', body: { text: 'Restart it, please' } }],
    [ada, { kind: 'tried', outcome: 'did-not-help', body: { what: 'Another browser' } }],
    [ada, { kind: 'ended', why: 'agent' }],
  )
  const again = await aConsole({ mine: [mine, ...others] }, { [mine.id]: entries }, '#/nowhere')
  again.line.answering['categories:list'] = () => ({ categories: [mail] })
  again.line.answering['ticket:suggest'] = () => ({
    category: null,
    minutes: 12,
    similar: [],
    code: null,
    resolution: null,
    subject: null,
    rules: usualClosing,
    ...suggestion,
  })
  route.value = { at: 'chats', conversation: mine.id }
  const form = await screen.findByRole('form', { name: 'Wrap up' })
  await within(form).findByText('12 min')
  return { ...again, mine, form, at: within(form) }
}

const presses = (form: HTMLElement, how: KeyboardEventInit) => fireEvent.keyDown(form, how)

test('what is known is filled in, and only what is missing is asked for', async () => {
  const { did, at, form } = await itIsOver({ category: { id: mail.id, why: 'similar' } })
  await at.findByText('Mail')
  expect(at.getByText('1 step is logged')).toBeTruthy()
  expect(at.getByText('Another browser: did not help')).toBeTruthy()
  expect(at.getByText('as tickets like this one')).toBeTruthy()
  expect(at.queryByLabelText('Category')).toBeNull()
  fireEvent.change(at.getByLabelText('Outcome'), { target: { value: 'advice' } })
  // What was said last is offered beside the field, which looks as empty as it is.
  expect(at.getByRole('button', { name: /^Use my last message\s*Restart it, please$/ })).toBeTruthy()
  expect(at.getByLabelText('Resolution').getAttribute('placeholder')).toBeNull()
  fireEvent.keyDown(at.getByLabelText('Resolution'), { key: 'ArrowDown' })
  presses(form, { key: 'Enter', ctrlKey: true })

  await until(() => did().length === 2)
  expect(did()).toEqual([
    { kind: 'classify', category: mail.id },
    { kind: 'resolve', code: 'advice', resolution: 'Restart it, please', minutes: 12 },
  ])
})

test('a wrap-up that is half written is there again after other chats, and gone once it is sent', async () => {
  const waits = hers({ unansweredSince: ago(30) })
  const { did, session, mine, at } = await itIsOver({ category: { id: mail.id, why: 'similar' } }, [waits])
  await at.findByText('Mail')
  fireEvent.change(at.getByLabelText('Outcome'), { target: { value: 'solved' } })
  fireEvent.input(at.getByLabelText('Resolution'), { target: { value: 'A new ca' } })
  route.value = { at: 'chats', conversation: waits.id }
  await screen.findByRole('textbox', { name: /^Reply to/ })
  expect(screen.queryByRole('form', { name: 'Wrap up' })).toBeNull()
  route.value = { at: 'chats', conversation: mine.id }

  const form = await screen.findByRole('form', { name: 'Wrap up' })
  await within(form).findByText('12 min')
  const area = within(form).getByLabelText('Resolution') as HTMLTextAreaElement
  expect([(within(form).getByLabelText('Outcome') as HTMLSelectElement).value, area.value]).toEqual(['solved', 'A new ca'])
  fireEvent.input(area, { target: { value: 'A new cable' } })
  presses(form, { key: 'Enter', ctrlKey: true })
  await until(() => did().length === 2)
  expect(did()[1]).toMatchObject({ kind: 'resolve', code: 'solved', resolution: 'A new cable' })
  await until(() => Object.keys(session.wrapUps.of(mine.id).read()).length === 0)
})

test('a category that nobody can guess is asked for', async () => {
  const { did, at, form } = await itIsOver()
  fireEvent.change(at.getByLabelText('Outcome'), { target: { value: 'solved' } })
  fireEvent.input(at.getByLabelText('Resolution'), { target: { value: 'New cable' } })
  presses(form, { key: 'Enter', ctrlKey: true })
  expect(await at.findByText('Choose a category')).toBeTruthy()
  expect(did()).toEqual([])

  const field = at.getByRole('combobox', { name: 'Category' })
  fireEvent.keyDown(field, { key: 'ArrowDown' })
  fireEvent.keyDown(field, { key: 'Enter' })
  presses(form, { key: 'Enter', ctrlKey: true })
  await until(() => did().length === 2)
  expect(did()[0]).toEqual({ kind: 'classify', category: mail.id })
})

test('no answer is two keys, and the next chat that waits for a reply is there', async () => {
  const waits = hers({ unansweredSince: ago(30) })
  const { did, at, form } = await itIsOver({}, [waits])
  presses(form, { altKey: true, code: 'KeyQ', key: 'q' })
  const next = at.getByRole('button', { name: 'Resolve and next' })
  expect(document.activeElement).toBe(next)
  fireEvent.click(next)

  await until(() => did().length === 1)
  expect(did()).toEqual([{ kind: 'resolve', code: 'no-answer', resolution: '', minutes: 12 }])
  await until(() => route.value.at === 'chats' && route.value.conversation === waits.id)
})

test('a duplicate names the other ticket: the likest stands first', async () => {
  const { did, at, form } = await itIsOver({ similar: [like] })
  presses(form, { altKey: true, code: 'KeyU', key: 'u' })
  const field = at.getByRole('combobox', { name: 'Duplicate of' })
  expect(document.activeElement).toBe(field)
  expect(within(at.getByRole('listbox', { name: 'Choices' })).getByRole('option').textContent).toContain('INC-000007 Mail is down')
  presses(form, { key: 'Enter', ctrlKey: true })
  expect(await at.findByText('Choose the ticket that this one repeats')).toBeTruthy()
  fireEvent.keyDown(field, { key: 'Enter' })
  presses(form, { key: 'Enter', ctrlKey: true })

  await until(() => did().length === 1)
  expect(did()).toEqual([{ kind: 'resolve', code: 'duplicate', resolution: '', minutes: 12, duplicateOf: like.conversation }])
})

const knownAll = {
  category: { id: mail.id, why: 'similar' as const },
  code: { is: 'solved' as const, why: 'answered' as const },
  resolution: { text: 'Restart it, please', why: 'said' as const },
}

test('what the chat says of its end is filled in, and written over by the first key', async () => {
  const { at, form } = await itIsOver({ ...knownAll, subject: 'The mail is down' })
  const area = at.getByLabelText('Resolution') as HTMLTextAreaElement
  expect(area.value).toBe('Restart it, please')
  expect(at.getByText('The mail is down')).toBeTruthy()
  expect(at.getByText('as the last word was an answer')).toBeTruthy()
  fireEvent.focus(area)
  expect([area.selectionStart, area.selectionEnd]).toEqual([0, area.value.length])
  // No answer needs no resolution; what was taken over comes back, and one's own words stay.
  presses(form, { altKey: true, code: 'KeyQ', key: 'q' })
  expect(area.value).toBe('')
  fireEvent.change(at.getByLabelText('Outcome'), { target: { value: 'advice' } })
  expect(area.value).toBe('Restart it, please')
  fireEvent.input(area, { target: { value: 'A new cable' } })
  presses(form, { altKey: true, code: 'KeyQ', key: 'q' })
  expect(area.value).toBe('A new cable')
})

test('five chats are closed by two keys each, however quickly they are pressed', async () => {
  const chats = [1, 2, 3, 4, 5].map((place) => ({ ...hers({ unansweredSince: ago(100 - place) }) }))
  const timelines = Object.fromEntries(chats.map((chat) => [chat.id, aTimeline(chat, accepted)]))
  const { line, did } = await aConsole({ mine: chats }, timelines, `#/chats/${chats[0]?.id}`)
  line.answering['categories:list'] = () => ({ categories: [mail] })
  line.answering['ticket:suggest'] = () => ({ minutes: 3, similar: [], subject: null, rules: usualClosing, ...knownAll })
  for (const [place] of chats.entries()) {
    await screen.findByRole('textbox', { name: /^Reply to/ })
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true })
    const form = await screen.findByRole('form', { name: 'Wrap up' })
    // Still down from before, it sends nothing.
    fireEvent.keyDown(form, { key: 'Enter', ctrlKey: true, repeat: true })
    fireEvent.keyDown(form, { key: 'Enter', ctrlKey: true, shiftKey: true })
    await until(() => did().filter(({ kind }) => kind === 'resolve').length === place + 1)
    const ended = line.askedFor('conversation:act').at(-1)?.conversation
    const chat = chats.find(({ id }) => id === ended)
    if (chat) line.announce('conversation:changed', later(chat, { status: 'ended', ticketStatus: 'resolved', unansweredSince: null }))
  }
  const resolved = line.askedFor('conversation:act').filter(({ act }) => act.kind === 'resolve')
  expect(resolved.map(({ conversation }) => conversation)).toEqual(chats.map(({ id }) => id))
  for (const { act } of resolved) expect(act).toEqual({ kind: 'resolve', code: 'solved', resolution: 'Restart it, please', minutes: 3 })
})
