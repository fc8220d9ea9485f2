import { afterEach, expect, test } from '@jest/globals'
import { refuse } from '../../shared/refusal.ts'
import { until } from '../shared/client/a-line.ts'
import { aBrowserOfRita, aSlowFetch, leaveAll } from './a-visit.ts'

afterEach(leaveAll)

const introduction = { name: 'Rita', email: 'rita@example.com' }
const jwt = (claims: object) => `e30.${btoa(JSON.stringify(claims))}.signature`

test('nothing is kept before somebody says who he is', () => {
  const { aTab } = aBrowserOfRita()
  const visit = aTab()
  expect(visit.me.value).toBeNull()
  expect(localStorage).toHaveLength(0)
})

test('Rita says who she is, asks, and is on her way', async () => {
  const { desk, aTab } = aBrowserOfRita()
  const visit = aTab()
  await visit.introduce(introduction)
  await until(() => visit.reception.value !== null)
  visit.ask(null, 'My screen is black', 'line')
  await until(() => visit.chat.value?.state.value?.status === 'waiting')
  expect(desk.texts()).toEqual(['My screen is black'])
  expect(visit.going.value).toBe(true)
})

test('after a reload she is where she was, with her half-written words', async () => {
  const { aTab } = aBrowserOfRita()
  const before = aTab()
  await before.introduce(introduction)
  await until(() => before.reception.value !== null)
  const conversation = before.ask(null, 'My screen is black', 'line')
  await until(() => Boolean(before.chat.value?.state.value))
  before.keepDraft(conversation, 'And the mou')
  before.dispose()

  const { aTab: again, desk } = aBrowserOfRita()
  desk.begins(conversation)
  const visit = again()
  expect(visit.me.value?.name).toBe('Rita')
  expect(visit.current.value).toBe(conversation)
  expect(visit.draft(conversation)).toBe('And the mou')
  await until(() => visit.chat.value?.state.value?.agent?.name === 'Ada')
})

test.each([
  ['the chat is there', undefined],
  ['the chat is still on its way', () => aSlowFetch().fetchTalk],
])('a question asked without a line, while %s, survives a reload and is asked once', async (_, fetchTalk) => {
  const { desk, aTab } = aBrowserOfRita()
  const before = aTab(fetchTalk?.())
  await before.introduce(introduction)
  await until(() => before.reception.value !== null)
  desk.line.cut()
  before.ask(null, 'My screen is black', 'line')
  before.dispose()
  desk.line.restore()
  const visit = aTab()
  await until(() => visit.chat.value?.state.value?.status === 'waiting')
  expect(desk.texts()).toEqual(['My screen is black'])
})

test('the page says who its user is: once is enough', async () => {
  const { begun, aTab } = aBrowserOfRita()
  const identity = jwt({ iss: 'intranet', sub: '7', exp: 1 })
  const visit = aTab()
  await visit.identify(identity)
  expect(visit.me.value).toMatchObject({ name: 'Rita', verified: true })
  await visit.identify(jwt({ iss: 'intranet', sub: '7', exp: 2 }))
  await aTab().identify(identity)
  expect(begun).toHaveLength(1)
  await visit.identify(jwt({ iss: 'intranet', sub: '8' }))
  expect(begun).toHaveLength(2)
})

test('a page that cannot be believed leaves the form, with the reason', async () => {
  const { aTab } = aBrowserOfRita()
  const visit = aTab()
  await visit.identify('forged')
  expect(visit.me.value).toBeNull()
  expect(visit.trouble.value).toBe('identity-refused')
})

test('a sign-out leaves nothing in the browser, and the server is told', async () => {
  const { desk, ended, aTab } = aBrowserOfRita()
  const visit = aTab()
  await visit.introduce(introduction)
  await until(() => visit.reception.value !== null)
  desk.line.cut()
  visit.ask(null, 'My screen is black', 'line')
  visit.keepDraft('new', 'secret')
  await visit.reset()
  expect({ ...localStorage }).toEqual({})
  expect(ended).toEqual(['token-1'])
  expect(visit.me.value).toBeNull()
  expect(visit.chat.value).toBeNull()
})

test('whoever comes next in this browser finds nothing of the one before', async () => {
  const { aTab } = aBrowserOfRita()
  const visit = aTab()
  await visit.introduce(introduction)
  visit.keepDraft('new', 'Rita’s words')
  await visit.introduce({ name: 'Eve', email: 'eve@example.com' })
  expect(visit.draft('new')).toBe('')
  expect(visit.me.value?.name).toBe('Eve')
})

test('a visit that was ended on the other side is over here', async () => {
  const { desk, aTab } = aBrowserOfRita()
  const visit = aTab()
  await visit.introduce(introduction)
  await until(() => visit.reception.value !== null)
  desk.line.announce('access:ended', { why: 'reset' })
  expect(visit.me.value).toBeNull()
  expect({ ...localStorage }).toEqual({})
})

test('a token that is no longer good is dropped; the page’s word opens a new visit', async () => {
  const { desk, begun, aTab } = aBrowserOfRita()
  const visit = aTab()
  await visit.identify(jwt({ iss: 'intranet', sub: '7' }))
  await until(() => visit.reception.value !== null)
  desk.line.refuse()
  desk.line.restore()
  await until(() => begun.length === 2)
  await until(() => visit.me.value !== null)
})

test('a second tab follows the first in and out', async () => {
  const { aTab } = aBrowserOfRita()
  const one = aTab()
  const other = aTab()
  await one.introduce(introduction)
  const told = (key: string) => window.dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }))
  told('firstline:visit')
  expect(other.me.value?.name).toBe('Rita')
  await one.reset()
  told('firstline:visit')
  expect(other.me.value).toBeNull()
})

test('what she wrote for a chat that ended meanwhile brings it back, and is sent once', async () => {
  const { desk, aTab } = aBrowserOfRita()
  const visit = aTab()
  await visit.introduce(introduction)
  await until(() => visit.reception.value !== null)
  visit.ask(null, 'My screen is black', 'line')
  await until(() => Boolean(visit.chat.value?.state.value))
  desk.adaTakesIt()
  desk.line.cut()
  visit.chat.value?.write({ kind: 'say', text: 'It is still black' })
  desk.adaEnds()
  desk.line.restore()
  await until(() => desk.texts().includes('It is still black'))
  expect(desk.entries.map(({ kind }) => kind).filter((kind) => kind === 'reopened')).toHaveLength(1)
  await until(() => visit.chat.value?.state.value?.status === 'active')
})

test('what is said while the widget is closed is counted, and read when it opens', async () => {
  const { desk, aTab } = aBrowserOfRita()
  const visit = aTab()
  await visit.introduce(introduction)
  await until(() => visit.reception.value !== null)
  visit.ask(null, 'My screen is black', 'line')
  await until(() => Boolean(visit.chat.value?.state.value))
  desk.adaTakesIt()
  visit.goHome()
  await until(() => visit.conversations.value?.length === 1)
  visit.show(false)
  desk.adaSays('Is the cable in?')
  expect(visit.unread.value).toBe(1)
})

test('what she asks before the chat itself has been fetched is sent at once, and once', async () => {
  const { desk, aTab } = aBrowserOfRita()
  const { fetchTalk, letThrough } = aSlowFetch()
  const visit = aTab(fetchTalk)
  await visit.introduce(introduction)
  await until(() => visit.reception.value !== null)
  visit.ask(null, 'My screen is black', 'line')
  await until(() => desk.texts().length === 1)
  expect(visit.chat.value).toBeNull()
  expect(visit.going.value).toBe(true)
  letThrough()
  await until(() => visit.chat.value?.state.value?.status === 'waiting')
  expect(desk.texts()).toEqual(['My screen is black'])
  expect(Object.keys(localStorage).filter((key) => key.includes('outbox'))).toEqual([])
})

test('a no to what she asked then waits for her with her words', async () => {
  const { desk, aTab } = aBrowserOfRita()
  const { fetchTalk, letThrough } = aSlowFetch()
  const visit = aTab(fetchTalk)
  await visit.introduce(introduction)
  await until(() => visit.reception.value !== null)
  desk.line.answering['conversation:act'] = () => refuse('desk-closed')
  visit.ask(null, 'My screen is black', 'line')
  await until(() => desk.line.askedFor('conversation:act').length === 1)
  letThrough()
  await until(() => visit.chat.value?.outgoing.value[0]?.refused === 'desk-closed')
  expect(visit.chat.value?.outgoing.value[0]?.act.text).toBe('My screen is black')
})

test('only while a conversation is before her eyes must she know at once that her line is gone', async () => {
  const { desk, aTab, isTalking } = aBrowserOfRita()
  const visit = aTab()
  await visit.introduce(introduction)
  await until(() => visit.reception.value !== null)
  expect(isTalking()).toBe(false)
  visit.ask(null, 'My screen is black', 'line')
  await until(() => visit.chat.value?.state.value?.status === 'waiting')
  expect(isTalking()).toBe(true)
  visit.show(false)
  expect(isTalking()).toBe(false)
  visit.show(true)
  desk.adaTakesIt()
  desk.adaEnds()
  expect(isTalking()).toBe(false)
})
