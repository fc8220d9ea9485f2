import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { aLook, anOffer, aSummary, ben, later, rita } from '../a-desk.ts'

// What browsers have and jsdom has not: a loudspeaker that a gesture unlocks, and notices of the system.
const heard: number[] = []
const notices: { title: string; closed: boolean }[] = []

class Loudspeaker {
  state = 'suspended'
  currentTime = 0
  destination = {}
  async resume() {
    this.state = 'running'
  }
  async close() {
    this.state = 'closed'
  }
  createOscillator() {
    const frequency = { value: 0 }
    return { frequency, connect: (to: unknown) => to, start: () => void heard.push(frequency.value), stop: () => undefined }
  }
  createGain() {
    const gain = { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined }
    return { gain, connect: (to: unknown) => to }
  }
}

class Notice {
  static permission = 'granted'
  title: string
  closed = false
  constructor(title: string) {
    this.title = title
    notices.push(this)
  }
  close() {
    this.closed = true
  }
}

beforeEach(() => {
  Object.assign(globalThis, { AudioContext: Loudspeaker, Notification: Notice })
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'queueMicrotask', 'nextTick', 'setImmediate', 'performance'],
  })
})

afterEach(() => {
  cleanup()
  closeConsoles()
  jest.useRealTimers()
  heard.length = 0
  notices.length = 0
  for (const name of ['AudioContext', 'Notification']) Reflect.deleteProperty(globalThis, name)
  Reflect.deleteProperty(document, 'hidden')
})

const seconds = (count: number) => act(() => void jest.advanceTimersByTime(count * 1000))

test('an offer says that the sound is locked; after a click it rings, again and again, until a colleague takes it', async () => {
  const { line } = await aConsole()
  const offer = anOffer(aSummary())
  line.announce('offer:made', offer)
  const locked = await screen.findByRole('button', { name: /Sound is locked/ })
  expect(heard).toEqual([])

  fireEvent.click(locked)
  await waitFor(() => expect(heard).toEqual([660, 880]))
  expect(screen.queryByRole('button', { name: /Sound is locked/ })).toBeNull()
  seconds(3)
  expect(heard).toEqual([660, 880, 660, 880])

  line.announce('conversation:changed', later(offer.conversation, { offer: null, status: 'active', agent: ben }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull())
  seconds(10)
  expect(heard).toHaveLength(4)
})

test('whoever looks elsewhere is notified of an offer, until it is gone', async () => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: true })
  const { line, session } = await aConsole()
  session.habits.notify.value = true
  const offer = anOffer(aSummary())

  line.announce('offer:made', offer)
  await waitFor(() => expect(notices.map(({ title }) => title)).toEqual(['Rita Roth needs help']))
  line.announce('offer:over', { offer: offer.offer, conversation: offer.conversation.id, why: 'expired' })

  await waitFor(() => expect(notices.map(({ closed }) => closed)).toEqual([true]))
})

test('nobody is notified of what he sees', async () => {
  const { line, session } = await aConsole()
  session.habits.notify.value = true

  line.announce('offer:made', anOffer(aSummary()))

  await screen.findByRole('button', { name: 'Accept' })
  expect(notices).toEqual([])
})

test('of several offers the first is told whole and hears the keys; the others are a line each, until it is their turn', async () => {
  const { line } = await aConsole()
  const content = await screen.findByRole('main')
  content.focus()
  const people = ['Rita Roth', 'Tom Tiger', 'Uma Uhl']
  const offers = people.map((name) => anOffer(aSummary({ requester: { id: rita, name, verified: true } })))
  for (const offer of offers) line.announce('offer:made', offer)
  await screen.findByRole('button', { name: 'Accept Uma Uhl' })

  const first = screen.getByRole('button', { name: 'Accept' })
  expect(document.activeElement).toBe(content)
  expect(first.classList).toContain('primary')
  expect(screen.getAllByText(/Why you/)).toHaveLength(1)
  expect(screen.getAllByRole('button', { name: 'Decline' })).toHaveLength(1)
  const behind = screen.getByRole('button', { name: 'Accept Tom Tiger' })
  fireEvent.keyDown(behind, { key: 'Backspace' })
  expect(screen.queryByLabelText(/Why not/)).toBeNull()

  line.announce('offer:over', { offer: offers[0]?.offer ?? '', conversation: offers[0]?.conversation.id ?? '', why: 'taken' })
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Accept Tom Tiger' })).toBeNull())
  expect(screen.getByRole('article', { name: /Take this chat/ }).textContent).toContain('Tom Tiger')
  expect(document.activeElement).toBe(content)
})

test('whoever says why not goes on with it when another offer comes before it', async () => {
  const { line } = await aConsole()
  await screen.findByRole('main')
  const named = (name: string) => anOffer(aSummary({ requester: { id: rita, name, verified: true } }))
  const [hers, another] = [named('Rita Roth'), named('Tom Tiger')]
  line.announce('offer:made', hers)
  fireEvent.click(await screen.findByRole('button', { name: 'Decline' }))
  line.answering['desk:look'] = () => aLook({ offers: [another, hers] })
  await line.restore()
  await waitFor(() => expect(screen.getAllByRole('article', { name: /Take this chat/ })).toHaveLength(2))
  expect(screen.getByLabelText(/Why not/).closest('article')?.classList).not.toContain('brief')
})
