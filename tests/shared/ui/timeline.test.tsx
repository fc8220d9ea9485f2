import { afterEach, expect, test } from '@jest/globals'
import { signal } from '@preact/signals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { tellAgent } from '../../../console/models/for-agent.ts'
import type { Unsent } from '../../../shared/client/unsent.ts'
import type { Entry, PublicTrace } from '../../../shared/entry.ts'
import { Composer } from '../../../shared/ui/Composer.tsx'
import { dayOf } from '../../../shared/ui/days.ts'
import { tellRequester } from '../../../shared/ui/for-requester.ts'
import { Timeline, type TimelineProps } from '../../../shared/ui/Timeline.tsx'

const rita = 'rita'
const ada = 'ada'
const names: Record<string, string> = { rita: 'Rita', ada: 'Ada' }

const entry = (seq: number, by: string, trace: PublicTrace, at = '2026-11-02T09:12:00.000Z'): Entry => ({
  ...trace,
  lane: 'public',
  seq,
  by,
  at,
})
const says = (seq: number, by: string, text: string) => entry(seq, by, { kind: 'said', body: { text } })

function timeline(entries: Entry[], more: Partial<TimelineProps> = {}) {
  const nothing = () => {}
  return (
    <Timeline
      label="The conversation"
      tell={tellRequester}
      entries={entries}
      outgoing={[]}
      nameOf={(id) => names[id] ?? 'Someone'}
      isOurs={(person) => person === rita}
      delivery={() => 'sent'}
      typing={[]}
      more={false}
      loadingOlder={false}
      older={async () => {}}
      again={nothing}
      discard={nothing}
      onEnd={nothing}
      {...more}
    />
  )
}

const draw = (entries: Entry[], more?: Partial<TimelineProps>) => render(timeline(entries, more))

afterEach(cleanup)

test('messages, sentences and days stand in a log that is read out politely', () => {
  draw([
    entry(1, ada, { kind: 'assigned', agent: ada, how: 'offer', body: { name: 'Ada' } }),
    says(2, ada, 'Hello Rita'),
    says(3, rita, 'It is black'),
  ])
  const log = screen.getByRole('log', { name: 'The conversation' })
  expect(log.getAttribute('aria-live')).toBe('polite')
  expect(log.textContent).toContain('Ada is here to help.')
  expect(log.textContent).toContain('Ada: Hello Rita')
  expect(log.textContent).toContain('2 November')
  expect(screen.getByText('Sent')).toBeTruthy()
})

test('markup in a message is text', () => {
  draw([says(1, ada, '<img src=x onerror=alert(1)> <b>bold</b>')])
  const log = screen.getByRole('log')
  expect(log.querySelector('img, b')).toBeNull()
  expect(log.textContent).toContain('<img src=x onerror=alert(1)>')
})

test('an object in the place of a text is not drawn', () => {
  const smuggled: { text: string } = JSON.parse('{"text":{"type":"img","props":{"src":"x"},"key":null,"ref":null}}')
  draw([entry(1, ada, { kind: 'said', body: smuggled })])
  expect(screen.getByRole('log').querySelector('img')).toBeNull()
})

test('links open elsewhere and tell the other page nothing', () => {
  draw([says(1, ada, 'Look at https://intranet.example/vpn')])
  const link = screen.getByRole('link')
  expect(link.getAttribute('href')).toBe('https://intranet.example/vpn')
  expect(link.getAttribute('target')).toBe('_blank')
  expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow')
})

test('a message that was refused says why, and its writer decides', async () => {
  const unsent: Unsent = {
    id: 'a',
    n: 1,
    by: rita,
    at: '2026-11-02T09:13:00.000Z',
    act: { kind: 'say', text: 'One more' },
    refused: 'already-ended',
  }
  const decided: string[] = []
  draw([says(1, rita, 'It is black')], {
    outgoing: [unsent],
    again: (id) => decided.push(`again ${id}`),
    discard: (id) => decided.push(`discard ${id}`),
  })
  expect(await screen.findByText(/This conversation has ended/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }))
  expect(decided).toEqual(['again a', 'discard a'])
})

test('a message on its way is waiting, and becomes the same message when it is sent', () => {
  const unsent: Unsent = { id: 'a', n: 1, by: rita, at: '2026-11-02T09:12:30.000Z', act: { kind: 'say', text: 'Got it' }, refused: null }
  const { rerender } = draw([], { outgoing: [unsent] })
  expect(screen.getByText('Waiting to send')).toBeTruthy()
  const bubble = screen.getByText('Got it', { exact: false })
  const sent = { ...says(1, rita, 'Got it'), act: 'a' }
  rerender(timeline([sent]))
  expect(screen.getByText('Got it', { exact: false })).toBe(bubble)
  expect(screen.queryByText('Waiting to send')).toBeNull()
})

test('agents see notes as notes, and who writes', () => {
  const note: Entry = {
    kind: 'noted',
    body: { text: 'Old monitor' },
    lane: 'internal',
    seq: 1,
    after: 1,
    by: ada,
    at: '2026-11-02T09:12:00.000Z',
  }
  draw([says(1, rita, 'It is black'), note], { tell: tellAgent, isOurs: (person) => person !== rita, typing: [rita] })
  expect(screen.getByText('Note, only agents see this.')).toBeTruthy()
  expect(screen.getByText('Rita is writing')).toBeTruthy()
})

test('erased words are said to be erased', () => {
  draw([entry(1, ada, { kind: 'said', body: null })])
  expect(screen.getByText('This text was erased.')).toBeTruthy()
})

test('days are named from today', () => {
  const now = new Date(2026, 10, 20, 8)
  expect(dayOf(new Date(2026, 10, 20, 1).toISOString(), now)).toBe('Today')
  expect(dayOf(new Date(2026, 10, 19, 23).toISOString(), now)).toBe('Yesterday')
  expect(dayOf(new Date(2026, 10, 2).toISOString(), now)).toBe('Monday 2 November')
  expect(dayOf(new Date(2025, 10, 2).toISOString(), now)).toBe('2 November 2025')
})

function compose(onSend: (text: string) => void, value = 'Hello ') {
  render(<Composer label="Your message" placeholder="Write" value={signal(value)} onInput={() => {}} onSend={onSend} />)
  return screen.getByRole('textbox', { name: 'Your message' })
}

test('Enter sends; Shift+Enter, a word under composition, and nothing do not', () => {
  const sent: string[] = []
  const area = compose((text) => sent.push(text))
  fireEvent.keyDown(area, { key: 'Enter', shiftKey: true })
  fireEvent.keyDown(area, { key: 'Enter', isComposing: true })
  fireEvent.keyDown(area, { key: 'Enter', keyCode: 229 })
  expect(sent).toEqual([])
  fireEvent.keyDown(area, { key: 'Enter' })
  expect(sent).toEqual(['Hello'])
  cleanup()
  const empty = compose((text) => sent.push(text), '  ')
  fireEvent.keyDown(empty, { key: 'Enter' })
  expect(sent).toEqual(['Hello'])
  expect(screen.getByRole('button', { name: 'Send' }).hasAttribute('disabled')).toBe(true)
})

test('what is put into the field from elsewhere stands in it, and can be sent', async () => {
  const draft = signal('')
  render(<Composer label="Your message" placeholder="Write" value={draft} onInput={() => {}} onSend={() => {}} />)
  const send = screen.getByRole('button', { name: 'Send' })
  expect(send).toHaveProperty('disabled', true)
  draft.value = 'From another device'
  expect(await screen.findByDisplayValue('From another device')).toBeTruthy()
  expect(send).toHaveProperty('disabled', false)
  draft.value = ''
  expect(await screen.findByDisplayValue('')).toBeTruthy()
  await waitFor(() => expect(send).toHaveProperty('disabled', true))
})

test('who went to the end of a long chat has its last lines; the rest is an empty place', async () => {
  draw(Array.from({ length: 600 }, (_, place) => says(place + 1, rita, `Line ${place + 1}`)))
  expect(await screen.findByText(/Line 600$/)).toBeTruthy()
  expect(screen.getByRole('log').querySelectorAll('.message').length).toBeLessThan(60)
})

test('whoever scrolls finds lines drawn ahead of him, and most of his steps draw nothing', async () => {
  draw(Array.from({ length: 600 }, (_, place) => says(place + 1, rita, `Line ${place + 1}.`)))
  const log = screen.getByRole('log')
  const [whole, sight] = [33_900, 700]
  Object.defineProperties(log, { scrollHeight: { value: whole }, clientHeight: { value: sight } })
  const goesTo = (top: number) => {
    log.scrollTop = top
    fireEvent.scroll(log)
  }
  goesTo(20_000)
  let drawn = log.textContent
  let draws = 0
  for (let top = 19_900; top >= 17_900; top -= 100) {
    goesTo(top)
    const inTheMiddle = 600 - Math.round((whole - top - sight / 2) / 56.5)
    await waitFor(() => expect(log.textContent).toContain(`Line ${inTheMiddle}.`))
    if (log.textContent !== drawn) draws += 1
    drawn = log.textContent
  }
  expect(draws).toBeGreaterThan(0)
  expect(draws).toBeLessThan(5)
})
