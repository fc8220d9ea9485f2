/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openRequesterChat, type RequesterChat } from '../../../shared/client/chat.ts'
import { newId } from '../../../shared/client/ids.ts'
import { browserStore } from '../../../shared/client/storage.ts'
import { ada, aFarEnd, rita } from './a-far-end.ts'
import { until } from './a-line.ts'

const chats: RequesterChat[] = []

function ritaOpens(line: ReturnType<typeof aFarEnd>['line'], conversation: string) {
  const chat = openRequesterChat({ connection: line.connection, store: browserStore(), conversation, me: rita })
  chats.push(chat)
  return chat
}

const said = (chat: RequesterChat) => chat.entries.value.flatMap((entry) => (entry.kind === 'said' && entry.body ? [entry.body.text] : []))

beforeEach(() => localStorage.clear())
afterEach(() => {
  for (const chat of chats.splice(0)) chat.dispose()
})

async function aChatWithAda() {
  const desk = aFarEnd()
  const conversation = newId()
  desk.begins(conversation)
  const chat = ritaOpens(desk.line, conversation)
  await until(() => chat.state.value !== null)
  return { desk, chat, conversation }
}

test('Rita sees where her conversation stands and what was said', async () => {
  const { chat } = await aChatWithAda()
  expect(said(chat)).toEqual(['My screen is black'])
  expect(chat.state.value).toMatchObject({ status: 'active', agent: { name: 'Ada' } })
  expect(chat.names.value[ada]).toBe('Ada')
})

test('a question that opens a conversation is on the screen before, while and after it is sent', async () => {
  const desk = aFarEnd()
  desk.line.cut()
  const conversation = newId()
  const chat = ritaOpens(desk.line, conversation)
  chat.write({ kind: 'open', topic: null, text: 'My screen is black', entrance: 'line' })
  expect(chat.outgoing.value.map(({ act }) => act.text)).toEqual(['My screen is black'])
  desk.line.restore()
  await until(() => chat.state.value?.status === 'waiting')
  expect(said(chat)).toEqual(['My screen is black'])
  expect(chat.outgoing.value).toEqual([])
  expect(chat.refused.value).toBeNull()
})

test('messages that were missed are fetched when the next one shows a gap', async () => {
  const { desk, chat } = await aChatWithAda()
  desk.goesDeaf()
  desk.adaSays('Is the cable in?')
  desk.adaSays('Both ends?')
  desk.hearsAgain()
  desk.adaSays('And the power?')
  await until(() => said(chat).length === 4)
  expect(said(chat)).toEqual(['My screen is black', 'Is the cable in?', 'Both ends?', 'And the power?'])
})

test('messages that were missed are fetched when the numbers are repeated', async () => {
  const { desk, chat } = await aChatWithAda()
  desk.goesDeaf()
  desk.adaSays('Is the cable in?')
  desk.repeatsNumbers()
  await until(() => said(chat).includes('Is the cable in?'))
})

test('repeated numbers of another conversation, or that we have, ask for nothing', async () => {
  const { desk, chat } = await aChatWithAda()
  desk.repeatsNumbers()
  desk.line.announce('numbers:repeated', { conversation: newId(), public: 99 })
  await new Promise((next) => setTimeout(next))
  expect(desk.line.askedFor('conversation:catch-up')).toEqual([])
  expect(said(chat)).toHaveLength(1)
})

test('a message that arrives twice, or late, is shown once and in its place', async () => {
  const { desk, chat } = await aChatWithAda()
  desk.goesDeaf()
  const first = desk.adaSays('One')
  const second = desk.adaSays('Two')
  desk.hearsAgain()
  desk.tell(second)
  desk.tell(first)
  desk.tell(first, second)
  await until(() => said(chat).length === 3)
  expect(said(chat)).toEqual(['My screen is black', 'One', 'Two'])
})

test('after a cut, what was said meanwhile comes with the return, and more than a page of it too', async () => {
  const desk = aFarEnd({ pageSize: 10 })
  const conversation = newId()
  desk.begins(conversation)
  const chat = ritaOpens(desk.line, conversation)
  await until(() => chat.state.value !== null)
  desk.line.cut()
  desk.goesDeaf()
  for (let n = 1; n <= 25; n++) desk.adaSays(`Line ${n}`)
  desk.hearsAgain()
  desk.line.restore()
  await until(() => said(chat).at(-1) === 'Line 25')
  expect(said(chat)).toHaveLength(10)
  expect(chat.more.value).toBe(true)
  await chat.older()
  await chat.older()
  expect(said(chat)).toEqual(['My screen is black', ...Array.from({ length: 25 }, (_, n) => `Line ${n + 1}`)])
  expect(chat.more.value).toBe(false)
})

test('what happens between the subscription and the snapshot is not lost', async () => {
  const desk = aFarEnd()
  const conversation = newId()
  desk.begins(conversation)
  const honest = desk.line.answering['conversation:open']
  desk.line.answering['conversation:open'] = async (asked) => {
    const snapshot = await honest?.(asked)
    if (!snapshot) throw new Error('No snapshot')
    desk.adaSays('Already here')
    return snapshot
  }
  const chat = ritaOpens(desk.line, conversation)
  await until(() => said(chat).includes('Already here'))
  expect(chat.state.value?.last).toBe(4)
})

test('a message of mine is waiting, sent, delivered and seen, as its reader’s devices say', async () => {
  const { desk, chat, conversation } = await aChatWithAda()
  desk.line.cut()
  chat.write({ kind: 'say', text: 'Still black' })
  expect(chat.outgoing.value).toHaveLength(1)
  desk.line.restore()
  await until(() => chat.outgoing.value.length === 0)
  const mine = chat.entries.value.at(-1)
  if (!mine) throw new Error('Nothing was said')
  expect(chat.delivery(mine)).toBe('sent')
  desk.line.announce('cursor:moved', { conversation, person: ada, delivered: mine.seq, seen: 0 })
  expect(chat.delivery(mine)).toBe('delivered')
  desk.line.announce('cursor:moved', { conversation, person: ada, delivered: 0, seen: mine.seq })
  expect(chat.delivery(mine)).toBe('seen')
  desk.line.announce('cursor:moved', { conversation, person: ada, delivered: 0, seen: 0 })
  expect(chat.delivery(mine)).toBe('seen')
})

test('a requester who is asked whether he is still there hears of it like of a message', async () => {
  const { desk, chat } = await aChatWithAda()
  desk.asksWhetherSheIsThere()
  expect(chat.unread.value).toBe(1)
  chat.show(true)
  expect(chat.unread.value).toBe(0)
})

test('what arrives is marked delivered, and seen only once it is before the reader', async () => {
  const { desk, chat } = await aChatWithAda()
  desk.adaSays('Is the cable in?')
  desk.adaSays('Both ends?')
  expect(chat.unread.value).toBe(2)
  await until(() => desk.line.askedFor('conversation:mark').length > 0)
  expect(desk.line.askedFor('conversation:mark')).toEqual([expect.not.objectContaining({ seen: expect.anything() })])
  chat.show(true)
  expect(chat.unread.value).toBe(0)
  await until(() => desk.line.askedFor('conversation:mark').some(({ seen }) => seen === 5))
})

test('someone who writes is shown until he speaks', async () => {
  const { desk, chat, conversation } = await aChatWithAda()
  desk.line.announce('person:typing', { conversation, person: ada })
  expect(chat.typing.value).toEqual([ada])
  desk.adaSays('Is the cable in?')
  expect(chat.typing.value).toEqual([])
})

test('an act whose answer was lost is said again under the same id', async () => {
  const { desk, chat } = await aChatWithAda()
  const honest = desk.line.answering['conversation:act']
  let answers = 0
  desk.line.answering['conversation:act'] = (asked) => {
    if (!honest) throw new Error('Nobody answers')
    const answer = honest(asked)
    if (answers++ === 0) desk.line.cut()
    return answer
  }
  const ending = chat.act({ kind: 'end' })
  await until(() => desk.line.connection.state.value.kind === 'offline')
  desk.line.restore()
  await ending
  const ids = desk.line.askedFor('conversation:act').map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(1)
  expect(new Set(ids).size).toBe(1)
  await until(() => chat.state.value?.status === 'ended')
  expect(desk.entries.filter(({ kind }) => kind === 'ended')).toHaveLength(1)
})

test('a conversation that is not hers is not there', async () => {
  const desk = aFarEnd()
  const chat = ritaOpens(desk.line, newId())
  await until(() => chat.refused.value !== null)
  expect(chat.refused.value).toBe('not-found')
})
