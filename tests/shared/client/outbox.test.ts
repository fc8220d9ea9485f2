/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { newId } from '../../../shared/client/ids.ts'
import { createOutbox, type Outbox } from '../../../shared/client/outbox.ts'
import { browserStore, createStore } from '../../../shared/client/storage.ts'
import { clearUnsent, conversationsWithUnsent } from '../../../shared/client/unsent.ts'
import { Refused } from '../../../shared/refusal.ts'
import { ada, aFarEnd, rita } from './a-far-end.ts'
import { until } from './a-line.ts'

const outboxes: Outbox[] = []
const store = browserStore()

function aDeskWithRita() {
  const desk = aFarEnd()
  const conversation = newId()
  desk.begins(conversation)
  return { desk, conversation, ritas: () => anOutbox(desk, conversation, rita) }
}

function anOutbox(desk: ReturnType<typeof aFarEnd>, conversation: string, me: string, arrived = async () => {}) {
  const outbox = createOutbox({ connection: desk.line.connection, store, conversation, me, arrived, onSent: () => {} })
  outboxes.push(outbox)
  return outbox
}

const say = (text: string) => ({ kind: 'say', text }) as const

beforeEach(() => localStorage.clear())
afterEach(() => {
  for (const outbox of outboxes.splice(0)) outbox.dispose()
})

test('what is written without a line is sent in order when it is back', async () => {
  const { desk, ritas } = aDeskWithRita()
  desk.line.cut()
  const outbox = ritas()
  for (const text of ['one', 'two', 'three']) outbox.put(say(text))
  expect(outbox.unsent.value.map(({ act }) => act.text)).toEqual(['one', 'two', 'three'])
  desk.line.restore()
  await until(() => outbox.unsent.value.length === 0)
  expect(desk.texts()).toEqual(['My screen is black', 'one', 'two', 'three'])
})

test('one is on its way at a time', async () => {
  const { desk, ritas } = aDeskWithRita()
  let inFlight = 0
  let most = 0
  const honest = desk.line.answering['conversation:act']
  desk.line.answering['conversation:act'] = async (asked) => {
    if (!honest) throw new Error('Nobody answers')
    most = Math.max(most, ++inFlight)
    await new Promise((next) => setTimeout(next, 2))
    inFlight--
    return honest(asked)
  }
  const outbox = ritas()
  for (let n = 0; n < 10; n++) outbox.put(say(`${n}`))
  await until(() => outbox.unsent.value.length === 0)
  expect(most).toBe(1)
  expect(desk.texts().slice(1)).toEqual(Array.from({ length: 10 }, (_, n) => `${n}`))
})

test('a reload in the middle of sending sends it once', async () => {
  const { desk, conversation, ritas } = aDeskWithRita()
  const honest = desk.line.answering['conversation:act']
  desk.line.answering['conversation:act'] = (asked) => {
    if (!honest) throw new Error('Nobody answers')
    const answer = honest(asked)
    desk.line.cut()
    return answer
  }
  const before = ritas()
  before.put(say('Still black'))
  await until(() => desk.texts().includes('Still black'))
  before.dispose()
  expect(conversationsWithUnsent(store, rita)).toEqual([conversation])

  if (honest) desk.line.answering['conversation:act'] = honest
  desk.line.restore()
  const after = ritas()
  expect(after.unsent.value.map(({ act }) => act.text)).toEqual(['Still black'])
  await until(() => after.unsent.value.length === 0)
  expect(desk.texts()).toEqual(['My screen is black', 'Still black'])
})

test('what the desk will not take is kept with its reason until its writer decides', async () => {
  const { desk, ritas } = aDeskWithRita()
  desk.adaEnds()
  const outbox = ritas()
  outbox.put(say('One more thing'))
  await until(() => outbox.unsent.value[0]?.refused === 'already-ended')
  expect(ritas().unsent.value).toMatchObject([{ act: { text: 'One more thing' }, refused: 'already-ended' }])
  outbox.discard(outbox.unsent.value[0]?.id ?? '')
  expect(outbox.unsent.value).toEqual([])
  expect(localStorage).toHaveLength(0)
})

test('one that was refused can be tried again, and does not hold up the next', async () => {
  const { desk, ritas } = aDeskWithRita()
  const honest = desk.line.answering['conversation:act']
  const { refuse } = await import('../../../shared/refusal.ts')
  desk.line.answering['conversation:act'] = (asked) => {
    if (asked.act.kind === 'say' && asked.act.text === 'first') refuse('not-allowed')
    return honest ? honest(asked) : { left: [] }
  }
  const outbox = ritas()
  outbox.put(say('first'))
  outbox.put(say('second'))
  await until(() => desk.texts().includes('second'))
  if (honest) desk.line.answering['conversation:act'] = honest
  outbox.again(outbox.unsent.value[0]?.id ?? '')
  await until(() => outbox.unsent.value.length === 0)
  expect(desk.texts()).toContain('first')
})

test('a desk that is busy is asked again, not given up', async () => {
  const { desk, ritas } = aDeskWithRita()
  const honest = desk.line.answering['conversation:act']
  const { refuse } = await import('../../../shared/refusal.ts')
  let tries = 0
  desk.line.answering['conversation:act'] = (asked) => {
    if (tries++ === 0) refuse('too-fast')
    return honest ? honest(asked) : { left: [] }
  }
  const outbox = ritas()
  outbox.put(say('Hello?'))
  await until(() => outbox.unsent.value.length === 0)
  expect(desk.texts()).toContain('Hello?')
})

test('two tabs that share an outbox send each message once', async () => {
  const { desk, ritas } = aDeskWithRita()
  desk.line.cut()
  const one = ritas()
  one.put(say('from the first tab'))
  const other = ritas()
  other.put(say('from the second tab'))
  desk.line.restore()
  await until(() => desk.texts().length === 3)
  window.dispatchEvent(new StorageEvent('storage', { key: null, storageArea: localStorage }))
  await until(() => one.unsent.value.length === 0 && other.unsent.value.length === 0)
  expect(desk.texts()).toEqual(['My screen is black', 'from the first tab', 'from the second tab'])
})

test('what Rita wrote is not sent in Ada’s name', async () => {
  const { desk, conversation, ritas } = aDeskWithRita()
  desk.line.cut()
  ritas().put(say('Rita wrote this'))
  for (const outbox of outboxes.splice(0)) outbox.dispose()
  desk.line.restore()
  expect(anOutbox(desk, conversation, ada).unsent.value).toEqual([])
  expect(conversationsWithUnsent(store, ada)).toEqual([])
  clearUnsent(store)
  expect(localStorage).toHaveLength(0)
})

test('where storage is blocked, memory keeps it while the page lives', () => {
  const blocked = createStore(null)
  blocked.set('a', '1')
  expect(blocked.get('a')).toBe('1')
  expect(blocked.keys('')).toEqual(['a'])
  blocked.remove('a')
  expect(blocked.get('a')).toBeNull()
})

const aFile = { id: newId(), name: 'long.log', size: 20_000_000, type: '' }

test('words do not wait behind a message whose file is on its way', async () => {
  const { desk, conversation } = aDeskWithRita()
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const outbox = anOutbox(desk, conversation, rita, () => arrived)
  outbox.put({ kind: 'say', text: 'The log', files: [aFile.id] }, newId(), [aFile])
  outbox.put(say('It takes a while'))
  await until(() => outbox.unsent.value.length === 1)
  expect(outbox.unsent.value[0]?.act.text).toBe('The log')
  arrive()
  await until(() => outbox.unsent.value.length === 0)
  expect(desk.texts().slice(-2)).toEqual(['It takes a while', 'The log'])
})

test('a message whose file was lost says so, and its words can go without it', async () => {
  const { desk, conversation } = aDeskWithRita()
  const outbox = anOutbox(desk, conversation, rita, () => Promise.reject(new Refused('no-such-file')))
  const id = newId()
  outbox.put({ kind: 'say', text: 'The log', files: [aFile.id] }, id, [aFile])
  await until(() => outbox.unsent.value[0]?.refused === 'no-such-file')
  outbox.withoutFiles(id)
  await until(() => outbox.unsent.value.length === 0)
  expect(desk.texts().at(-1)).toBe('The log')
  expect(desk.line.askedFor('conversation:act').at(-1)?.act).toEqual(say('The log'))
})

test('what was to follow an opening goes when its writer lets go of it', async () => {
  const { desk, conversation } = aDeskWithRita()
  desk.line.answering['conversation:act'] = () => {
    throw new Refused('desk-closed')
  }
  const outbox = anOutbox(desk, conversation, rita, () => new Promise(() => {}))
  outbox.put({ kind: 'open', topic: null, text: 'Help', entrance: 'line' }, conversation)
  outbox.put({ kind: 'say', text: '', files: [aFile.id] }, newId(), [aFile])
  await until(() => outbox.unsent.value[0]?.refused === 'desk-closed')
  outbox.discard(conversation)
  expect(outbox.unsent.value).toEqual([])
})
