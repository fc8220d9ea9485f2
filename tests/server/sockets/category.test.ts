import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Category, inTree } from '../../../shared/category.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'

let desk: TestDesk
let ada: Person
let olga: Person
let rita: Person

beforeAll(async () => {
  desk = await aDesk({ categories: true })
  ada = await desk.agent('Ada', { capacity: 20 })
  olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
  rita = await desk.requester('Rita')
})
afterAll(() => desk.close())

const tree = async () => inTree((await ada.ask('categories:list', {})).categories)
const paths = async () => (await tree()).map(({ path, closed }) => (closed ? `(${path})` : path))

async function at(path: string) {
  const found = (await tree()).find((category) => category.path === path)
  if (!found) throw new Error(`There is no ${path}`)
  return found
}

const save = (change: Partial<Category> & { id?: string }, base?: Category) => {
  const {
    id: category,
    retired,
    version,
    parent,
    name,
    position,
  } = {
    ...{ id: randomUUID(), retired: false, version: 0, parent: null, name: 'New', position: 0 },
    ...base,
    ...change,
  }
  return olga.ask('categories:save', { category, retired, version, parent, name, position })
}

test('Olga adds, renames, moves, orders and retires, and every step is in the audit log', async () => {
  expect(await paths()).toEqual(['Hardware', 'Hardware / Printer', 'Mail', 'Network', 'Network / VPN'])
  await save({ parent: (await at('Network')).id, name: 'Wi-Fi' })
  await save({ name: 'E-mail' }, await at('Mail'))
  await save({ parent: (await at('Network')).id, position: 9 }, await at('E-mail'))
  await save({ position: 0 }, await at('Network'))
  await save({ retired: true }, await at('Hardware'))

  expect(await paths()).toEqual(['Network', 'Network / Wi-Fi', 'Network / VPN', 'Network / E-mail', '(Hardware)', '(Hardware / Printer)'])
  const { records } = await olga.ask('audit:list', { before: null })
  const kept = records.filter(({ what }) => what === 'categories:save').map(({ subject }) => subject?.name)
  expect(kept).toEqual(['Hardware', 'Network', 'Network / E-mail', 'E-mail', 'Network / Wi-Fi'])
  await save({ retired: false }, await at('Hardware'))
})

test('a ticket chooses from the tree by path or id, keeps what was retired, and follows a new name', async () => {
  const vpn = await at('Network / VPN')
  const chat = await rita.asks('The tunnel breaks off', null, 'message')
  await ada.does(chat, { kind: 'classify', category: 'network / vpn' })
  const read = async () => (await ada.ask('ticket:read', { conversation: chat })).ticket
  expect(await read()).toMatchObject({ category: 'Network / VPN', categoryId: vpn.id })

  await save({ retired: true, name: 'Tunnel' }, vpn)
  const row = async () => (await ada.ask('ticket:list', { filters: { category: (await at('Network')).id } })).rows[0]
  expect(await row()).toMatchObject({ conversation: chat, category: 'Network / Tunnel', categoryId: vpn.id })
  // It has it already, so it may be said again, such as by an undo; another ticket may not take it any more.
  await ada.does(chat, { kind: 'classify', category: vpn.id })
  const other = await rita.asks('The tunnel breaks off again', null, 'message')
  await expect(ada.does(other, { kind: 'classify', category: vpn.id })).rejects.toMatchObject({ code: 'no-such-category' })
  await expect(ada.does(other, { kind: 'classify', category: 'Space travel' })).rejects.toMatchObject({ code: 'no-such-category' })
  await ada.does(chat, { kind: 'classify', category: null })
  expect(await read()).toMatchObject({ category: null, categoryId: null })
  expect((await ada.ask('ticket:list', { filters: { category: 'none' } })).rows.map(({ conversation }) => conversation)).toContain(chat)
})

test('the tree keeps its shape whatever is asked', async () => {
  const [network, tunnel] = [await at('Network'), await at('Network / Tunnel')]
  const third = randomUUID()
  await save({ id: third, parent: tunnel.id, name: 'Third' })
  await save({ parent: third, name: 'Fourth' })
  const fourth = await at('Network / Tunnel / Third / Fourth')

  await expect(save({ parent: fourth.id, name: 'Fifth' })).rejects.toMatchObject({ code: 'too-deep' })
  await expect(save({ parent: (await at('Hardware')).id }, network)).rejects.toMatchObject({ code: 'too-deep' })
  for (const parent of [network.id, fourth.id]) {
    await expect(save({ parent }, network)).rejects.toMatchObject({ code: 'below-itself' })
  }
  await expect(save({ name: 'hardware' })).rejects.toMatchObject({ code: 'name-taken' })
  await expect(save({ parent: randomUUID() })).rejects.toMatchObject({ code: 'no-such-category' })
  await expect(save({ version: 99 }, network)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await expect(save({ name: 'A / B' })).rejects.toMatchObject({ code: 'malformed' })
  await expect(save({ name: 'x'.repeat(61) })).rejects.toMatchObject({ code: 'too-large' })
  await expect(save({ name: ' ' })).rejects.toMatchObject({ code: expect.stringMatching(/malformed|too/) })
})

test('what no ticket has is removed with all below it, and comes back as it was', async () => {
  const before = await paths()
  const network = await at('Network')
  await save({ name: 'Telephony', position: 1 })
  const telephony = await at('Telephony')
  await save({ parent: telephony.id, name: 'Headset' })
  await save({ retired: true }, await at('Telephony / Headset'))
  expect((await at('Telephony')).used).toBe(false)
  const remove = ({ id, version }: Category) => olga.ask('categories:remove', { category: id, version })
  const restore = ({ id }: Category) => olga.ask('categories:restore', { category: id })

  const chat = await rita.asks('No Wi-Fi', null, 'message')
  await ada.does(chat, { kind: 'classify', category: 'Network / Wi-Fi' })
  expect((await at('Network / Wi-Fi')).used).toBe(true)
  await expect(remove(network)).rejects.toMatchObject({ code: 'category-in-use' })
  await expect(remove({ ...telephony, version: 7 })).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await remove(telephony)
  expect(await paths()).toEqual(before)
  await expect(ada.does(chat, { kind: 'classify', category: telephony.id })).rejects.toMatchObject({ code: 'no-such-category' })

  await restore(telephony)
  expect(await paths()).toEqual([before[0], ...before.slice(1, -2), 'Telephony', '(Telephony / Headset)', ...before.slice(-2)])
  await expect(restore(telephony)).rejects.toMatchObject({ code: 'undo-over' })
  await remove(await at('Telephony'))
  await save({ name: 'Telephony' })
  await expect(restore(telephony)).rejects.toMatchObject({ code: 'name-taken' })
})

test('only administrators arrange it, and requesters never see it', async () => {
  const wanted = { category: randomUUID(), version: 0, parent: null, name: 'Mine', position: 0, retired: false }
  await expect(ada.ask('categories:save', wanted)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(rita.ask('categories:save', wanted)).rejects.toMatchObject({ code: 'not-allowed' })
  for (const who of [ada, rita]) {
    await expect(who.ask('categories:remove', { category: randomUUID(), version: 1 })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(who.ask('categories:restore', { category: randomUUID() })).rejects.toMatchObject({ code: 'not-allowed' })
  }
  await expect(rita.ask('categories:list', {})).rejects.toMatchObject({ code: 'not-allowed' })
})
