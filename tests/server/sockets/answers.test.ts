import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { visitor } from '../../../server/commands/actors/visitor.ts'
import { defaultLook } from '../../../shared/look.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let alma: Person
let ada: Person
const [building, device] = [randomUUID(), randomUUID()]
const asks = [
  { id: building, label: 'Building', required: true, choices: ['North', 'South'] },
  { id: device, label: 'Device', required: false, choices: [] },
]

beforeAll(async () => {
  desk = await aDesk()
  alma = await desk.agent('Alma', { role: 'administrator', wish: 'away' })
  ada = await desk.agent('Ada', { capacity: 50 })
  await alma.ask('look:save', { version: 0, look: { ...defaultLook, fields: asks } })
  await eventually(async () => !(await isOpened()))
}, 60_000)
afterAll(() => desk.close())

type Answered = { field: string; label: string; text: string }[]

async function opens(answers?: Answered, who?: Person) {
  const rita = who ?? (await desk.requester('Rita'))
  const chat = randomUUID()
  await rita.does(chat, { kind: 'open', topic: null, text: 'My screen is black', entrance: 'line', ...(answers && { answers }) }, chat)
  const { state, entries } = await ada.ask('conversation:open', { conversation: chat })
  const said = entries.find(({ kind }) => kind === 'said')
  return { chat, answers: 'answers' in state ? state.answers : undefined, said: said?.kind === 'said' ? said.body?.text : null }
}
const isOpened = () =>
  opens().then(
    () => true,
    () => false,
  )
const north = { field: building, label: 'Building', text: 'North' }

test('what the desk must know is asked by the desk, not by the page: without it nothing is opened, and it can be sent again', async () => {
  const rita = await desk.requester('Rita')
  await refusedWith('answers-needed', opens(undefined, rita))
  await refusedWith('answers-needed', opens([{ ...north, text: '  ' }], rita))
  await refusedWith('answers-needed', opens([{ ...north, text: 'Elsewhere' }], rita))
  await refusedWith('answers-needed', opens([{ ...north, field: device }], rita))
  expect((await rita.ask('visit:look', {})).conversations).toEqual([])
  await opens([north], rita)
})

test('answers stand in the first message for everybody, and as fields of the ticket for agents, in the desk’s own words', async () => {
  const { chat, answers, said } = await opens([
    { field: device, label: 'Device', text: 'Laptop 17' },
    { ...north, label: 'Head of the house' },
  ])
  expect(answers).toEqual([
    { label: 'Building', text: 'North' },
    { label: 'Device', text: 'Laptop 17' },
  ])
  expect(said).toBe('My screen is black\n\nBuilding: North\nDevice: Laptop 17')
  expect((await ada.ask('ticket:read', { conversation: chat })).conversation.answers).toEqual(answers)
})

test('an older page loses nothing: what is no longer asked stays in the message, and is no field', async () => {
  const { answers, said } = await opens([north, { field: randomUUID(), label: 'Room', text: '4.12' }])
  expect(answers).toEqual([{ label: 'Building', text: 'North' }])
  expect(said).toBe('My screen is black\n\nBuilding: North\nRoom: 4.12')
})

test('the people of a rehearsal answer what they must, whatever that is', async () => {
  const extra = await visitor(desk.url, { name: 'Extra', email: 'extra@example.com' })
  const chat = await extra.asks('It is broken')
  extra.leaves()
  expect((await ada.ask('ticket:read', { conversation: chat })).conversation.answers).toEqual([{ label: 'Building', text: 'North' }])
})

test('what the desk asks no more is needed no more, from the next moment on', async () => {
  await alma.ask('look:save', { version: 1, look: defaultLook })
  await eventually(isOpened)
  expect(await opens()).toMatchObject({ answers: undefined, said: 'My screen is black' })
})
