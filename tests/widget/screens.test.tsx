import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { refuse } from '../../shared/refusal.ts'
import { consentIn } from '../../widget/parts/ConsentCard.tsx'
import { Widget } from '../../widget/parts/Widget.tsx'
import { until } from '../shared/client/a-line.ts'
import { aBrowserOfRita, aSlowFetch, leaveAll, standing } from './a-visit.ts'
import { ritaChats, ritaIsKnown, ritaWaits } from './rita.tsx'

afterEach(() => {
  cleanup()
  leaveAll()
})

test('who is here and how long it takes is said before anyone waits', async () => {
  await ritaIsKnown()
  expect(await screen.findByText('3 people are here · about 2 to 5 min')).toBeTruthy()
})

test('out of hours the desk says when it opens, and takes a message', async () => {
  const opensAt = new Date(2026, 10, 23, 8).toISOString()
  const { desk } = await ritaIsKnown({ reception: standing({ open: false, here: 0, opensAt }) })
  expect(await screen.findByText(/closed. It opens Monday.* 08:00/)).toBeTruthy()
  fireEvent.input(screen.getByLabelText('What happened?'), { target: { value: 'My screen is black' } })
  fireEvent.click(screen.getByRole('button', { name: 'Leave a message' }))
  await screen.findByText('Your message is with us', { selector: 'strong' })
  expect(desk.entries[0]).toMatchObject({ kind: 'opened', entrance: 'message' })
})

test('with nobody present a message is taken as well', async () => {
  await ritaIsKnown({ reception: standing({ open: false, here: 0 }) })
  expect(await screen.findByText(/Nobody is here right now/)).toBeTruthy()
})

test('that a line is full is said before she writes, and what becomes of her request', async () => {
  const { desk } = await ritaIsKnown({ reception: standing({ full: 'call-back' }) })
  expect(await screen.findByText(/Too many are waiting just now. Write what happened/)).toBeTruthy()
  fireEvent.input(screen.getByLabelText('What happened?'), { target: { value: 'My screen is black' } })
  fireEvent.click(screen.getByRole('button', { name: 'Ask to be called back' }))
  await until(() => desk.entries.length > 0)
  expect(desk.line.askedFor('conversation:act')[0]?.act).toMatchObject({ kind: 'open', entrance: 'message', callBack: true })
})

test('where it will probably take longer than anybody may wait, she is offered a call back, before she asks and while she waits', async () => {
  const longest = { seconds: 300, refuge: 'call-back' as const }
  const { desk } = await ritaIsKnown({ reception: standing({ longest, minutes: { from: 6, to: 9 } }) })
  expect(await screen.findByText(/about 6 to 9 min · this may take longer than 5 min/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Ask to be called back instead' })).toBeTruthy()
  fireEvent.input(screen.getByLabelText('What happened?'), { target: { value: 'My screen is black' } })
  fireEvent.click(screen.getByRole('button', { name: 'Chat with the help desk' }))
  await screen.findByText('Your request has the number INC-000012.')
  await screen.findByRole('button', { name: 'Leave a message instead' })

  const conversation = desk.entries[0]?.act ?? ''
  desk.line.announce('place:moved', { conversation, place: 4, minutes: { from: 6, to: 9 } })
  await screen.findByText('This may take longer than 5 minutes.')
  fireEvent.click(screen.getByRole('button', { name: 'Ask to be called back instead' }))
  await screen.findByText('Your message is with us', { selector: 'strong' })
  expect(desk.line.askedFor('conversation:act').at(-1)?.act).toEqual({ kind: 'leave-message', callBack: true })
})

test('whoever waits reads why her team had to close, as soon as it does', async () => {
  const { desk } = await ritaWaits()
  desk.line.announce('reception:changed', standing({ open: false, notices: { en: 'Fire alarm.', de: 'Feueralarm.' } }))
  expect((await screen.findByText('Fire alarm.')).closest('[role="status"]')).toBeTruthy()
  desk.line.announce('reception:changed', standing())
  await waitFor(() => expect(screen.queryByText('Fire alarm.')).toBeNull())
})

test('before she writes, why every team had to close stands out from what is always said there', async () => {
  const { desk } = await ritaIsKnown()
  await screen.findByText('3 people are here · about 2 to 5 min')
  expect(document.querySelector('.welcome.shut')).toBeNull()
  desk.line.announce('reception:changed', standing({ open: false, notices: { en: 'Fire alarm.', de: 'Feueralarm.' } }))
  expect((await screen.findByText('Fire alarm.')).matches('.welcome.shut')).toBe(true)
})

test('on a slow network her request is on its way before its screen is, and she is told so', async () => {
  const { fetchTalk, letThrough } = aSlowFetch()
  const { desk } = await ritaIsKnown({}, fetchTalk)
  await screen.findByText('3 people are here · about 2 to 5 min')
  desk.line.cut()
  fireEvent.input(screen.getByLabelText('What happened?'), { target: { value: 'My screen is black' } })
  fireEvent.click(screen.getByRole('button', { name: 'Chat with the help desk' }))
  await screen.findByText('Sending your request')
  await screen.findByText(/No connection/)
  expect(document.activeElement?.tagName).toBe('H1')
  desk.line.restore()
  await screen.findByText('Loading')
  letThrough()
  await screen.findByText('Your request has the number INC-000012.')
  expect(desk.texts()).toEqual(['My screen is black'])
})

test('her place moves, and an estimate that nobody can make is not made', async () => {
  const { desk, visit } = await ritaWaits()
  const conversation = visit.current.value ?? ''
  expect(screen.getByText('You are in line')).toBeTruthy()
  desk.line.announce('place:moved', { conversation, place: 2, minutes: { from: 3, to: 6 } })
  expect((await screen.findByText('2nd')).parentElement?.textContent).toBe('2ndin line, about 3 to 6 min')
  desk.line.announce('place:moved', { conversation, place: 1, minutes: null })
  expect((await screen.findByText('1st')).parentElement?.textContent).toBe('1stin line')
})

test('leaving the line is asked once more, and starts anew', async () => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
  const { desk } = await ritaWaits()
  fireEvent.click(screen.getByRole('button', { name: 'Leave the line' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Leave' }))
  await screen.findByRole('heading', { name: 'You left the line' })
  expect(desk.entries.at(-1)?.kind).toBe('abandoned')
})

test('without a connection she is told so, and what she writes waits', async () => {
  const { desk } = await ritaChats()
  desk.line.cut()
  expect(await screen.findByText('No connection. Messages are sent when you’re back.')).toBeTruthy()
  const area = screen.getByRole('textbox', { name: 'Your message' })
  fireEvent.input(area, { target: { value: 'Got it, trying now' } })
  fireEvent.keyDown(area, { key: 'Enter' })
  expect(await screen.findByText('Waiting to send')).toBeTruthy()
  desk.line.restore()
  expect((await screen.findAllByText('Sent')).length).toBeGreaterThan(0)
  expect(screen.queryByText(/No connection/)).toBeNull()
  expect(desk.texts()).toContain('Got it, trying now')
})

test('what she began to say of herself, or of how it was, is there again after a reload, and gone once it is sent', async () => {
  const browser = aBrowserOfRita()
  const first = render(<Widget visit={browser.aTab()} close={() => {}} />)
  fireEvent.input(screen.getByLabelText('Your name'), { target: { value: 'Rit' } })
  fireEvent.input(screen.getByLabelText('Your e-mail address'), { target: { value: 'rita@exa' } })
  first.unmount()
  const again = render(<Widget visit={browser.aTab()} close={() => {}} />)
  const writtenIn = (label: string | RegExp) => (screen.getByLabelText(label) as HTMLInputElement).value
  expect([writtenIn('Your name'), writtenIn('Your e-mail address')]).toEqual(['Rit', 'rita@exa'])
  again.unmount()

  const { desk, visit } = await ritaChats()
  expect([visit.draft('name'), visit.draft('email')]).toEqual(['', ''])
  desk.adaEnds()
  fireEvent.click(await screen.findByRole('radio', { name: '4 stars' }))
  fireEvent.input(await screen.findByLabelText(/What should we know/), { target: { value: 'Qui' } })
  cleanup()
  render(<Widget visit={visit} close={() => {}} />)
  expect(((await screen.findByRole('radio', { name: '4 stars' })) as HTMLInputElement).checked).toBe(true)
  expect(writtenIn(/What should we know/)).toBe('Qui')
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  await screen.findByText('Thank you for telling us.')
  await waitFor(() => expect(localStorage.getItem(`firstline:draft:comment:${visit.current.peek()}`)).toBeNull())
})

test('after the end she rates, in her own words if she likes', async () => {
  const { desk } = await ritaChats()
  desk.adaEnds()
  desk.adaResolves('A new cable')
  await screen.findByRole('heading', { name: 'Solved' })
  fireEvent.click(screen.getByRole('radio', { name: '4 stars' }))
  fireEvent.input(await screen.findByLabelText(/What should we know/), { target: { value: 'Quick!' } })
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  await screen.findByText('Thank you for telling us.')
  expect(desk.entries.at(-1)).toMatchObject({ kind: 'rated', stars: 4, body: { comment: 'Quick!' } })
})

test('it is back: she reopens and writes on', async () => {
  const { desk } = await ritaChats()
  desk.adaEnds()
  fireEvent.click(await screen.findByRole('button', { name: /reopen/ }))
  expect(await screen.findByRole('textbox', { name: 'Your message' })).toBeTruthy()
})

test('what she was asked to agree to before the end is not asked of her again when the chat goes on', async () => {
  const { desk } = await ritaChats()
  desk.adaAsksFor('a')
  expect(consentIn(desk.entries)).toMatchObject({ id: 'a', state: 'asked' })
  desk.adaEnds()
  desk.adaTakesIt()
  expect(consentIn(desk.entries)).toBeNull()
  desk.adaAsksFor('b')
  expect(consentIn(desk.entries)?.id).toBe('b')
})

test('when it is too late to reopen she may ask anew, with the words she had', async () => {
  const { desk } = await ritaChats()
  fireEvent.input(screen.getByRole('textbox', { name: 'Your message' }), { target: { value: 'Now it is black ag' } })
  desk.adaEnds(new Date(Date.now() - 8 * 86_400_000))
  fireEvent.click(await screen.findByRole('button', { name: 'It’s back: ask anew' }))
  const text = await screen.findByLabelText('What happened?')
  expect(text instanceof HTMLTextAreaElement && text.value).toBe('Now it is black ag')
  expect(screen.queryByRole('button', { name: /reopen/ })).toBeNull()
})

test('too late to bring the old chat back, she takes her words along to a new one', async () => {
  const { desk, visit } = await ritaChats()
  const honest = desk.line.answering['conversation:act']
  desk.line.answering['conversation:act'] = (asked) => {
    if (asked.act.kind === 'reopen') refuse('too-old-to-reopen')
    return honest ? honest(asked) : { left: [] }
  }
  desk.line.cut()
  visit.chat.value?.write({ kind: 'say', text: 'It is back again' })
  desk.adaEnds()
  desk.line.restore()
  fireEvent.click(await screen.findByRole('button', { name: 'Start anew with these words' }))
  const text = await screen.findByLabelText('What happened?')
  expect(text instanceof HTMLTextAreaElement && text.value).toBe('It is back again')
  expect(desk.texts()).not.toContain('It is back again')
})

test('what she writes in another tab stands in this one, and is gone from both once it is sent', async () => {
  const { visit } = await ritaChats()
  const id = visit.current.value ?? ''
  const inAnotherTab = (text: string) => {
    visit.keepDraft(id, text)
    window.dispatchEvent(new StorageEvent('storage', { key: `firstline:draft:${id}`, storageArea: localStorage }))
  }
  const area = await screen.findByRole('textbox', { name: 'Your message' })
  inAnotherTab('It is still bl')
  await waitFor(() => expect(area).toHaveProperty('value', 'It is still bl'))
  inAnotherTab('')
  await waitFor(() => expect(area).toHaveProperty('value', ''))
})

test('an open request elsewhere is gone on with, and the words go along', async () => {
  const { desk, visit } = await ritaWaits()
  const first = visit.current.value ?? ''
  const honest = desk.line.answering['conversation:act']
  desk.line.answering['conversation:act'] = async (asked) => {
    const { refuse } = await import('../../shared/refusal.ts')
    if (asked.act.kind === 'open') refuse('already-open')
    return honest ? honest(asked) : { left: [] }
  }
  fireEvent.click(screen.getByRole('button', { name: 'All my requests' }))
  fireEvent.input(await screen.findByLabelText('What happened?'), { target: { value: 'And the mouse' } })
  fireEvent.click(await screen.findByRole('button', { name: 'Chat with the help desk' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Go to my open request' }))
  const area = await screen.findByRole('textbox', { name: 'Your message' })
  expect(visit.current.value).toBe(first)
  expect(area instanceof HTMLTextAreaElement && area.value).toBe('And the mouse')
})

test('Escape gives the page back', async () => {
  const { closed } = await ritaIsKnown()
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(closed()).toBe(1)
})
