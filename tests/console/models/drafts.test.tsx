import { afterEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Drafts, DraftsModel } from '../../../console/models/drafts.ts'
import { createStore } from '../../../shared/client/storage.ts'
import type { Draft } from '../../../shared/protocol/draft.ts'
import { aLine, type Line, until } from '../../shared/client/a-line.ts'
import { ada, ben } from '../a-desk.ts'

const chat = '40000000-0000-4000-8000-000000000001'
const living: Drafts[] = []
afterEach(() => {
  for (const drafts of living.splice(0)) drafts[Symbol.dispose]()
  localStorage.clear()
})

/** Where Ada's drafts are kept, with as many devices of hers as it takes. What is told waits until the test lets it arrive. */
function aDeskOfDrafts() {
  const kept = new Map<string, Draft>()
  const lines: Line[] = []
  const told: { to: Line; draft: Draft }[] = []
  let last = 0
  const keyOf = ({ conversation, lane }: Pick<Draft, 'conversation' | 'lane'>) => `${conversation} ${lane}`

  return {
    kept,
    aDevice(storage: Storage | null = null, me = ada) {
      const line = aLine({
        'drafts:list': () => ({ drafts: [...kept.values()].filter(({ text, aside }) => text || aside.length > 0), more: false }),
        'drafts:keep': ({ version, ...words }) => {
          const now = kept.get(keyOf(words))
          if (now && now.version !== version && (now.text || now.aside.length > 0)) return now
          const next = { ...words, version: ++last }
          kept.set(keyOf(words), next)
          for (const to of lines) told.push({ to, draft: next })
          return next
        },
      })
      lines.push(line)
      const drafts = new DraftsModel(createStore(storage), line.connection, me)
      living.push(drafts)
      const of = () => drafts.of(chat).peek().reply
      return { line, drafts, of, text: () => of().text, writes: (text: string) => drafts.write(chat, 'reply', text) }
    },
    /** The oldest news arrives, unless the line to it is cut. */
    arrives() {
      const news = told.shift()
      if (news?.to.connection.state.peek().kind === 'online') news.to.announce('draft:kept', news.draft)
      return news !== undefined
    },
  }
}

type Device = ReturnType<ReturnType<typeof aDeskOfDrafts>['aDevice']>

/** Until nobody has anything more to tell. */
async function settle(desk: ReturnType<typeof aDeskOfDrafts>, devices: Device[]) {
  for (const { line } of devices) line.restore()
  for (let quiet = 0; quiet < 2; quiet++) {
    await Promise.all(devices.map(({ drafts }) => drafts.tell()))
    while (desk.arrives()) quiet = 0
    await new Promise((next) => setTimeout(next, 0))
  }
}

test('what Ada begins on one device stands on the other, and is gone from both once it is sent', async () => {
  const desk = aDeskOfDrafts()
  const [laptop, tablet] = [desk.aDevice(), desk.aDevice()]
  laptop.writes('Have you tried')
  await settle(desk, [laptop, tablet])
  expect(tablet.text()).toBe('Have you tried')
  tablet.writes('')
  await settle(desk, [laptop, tablet])
  expect([laptop.text(), tablet.text()]).toEqual(['', ''])
})

test('words go to the desk within a second, together, and at once when she turns away', async () => {
  const desk = aDeskOfDrafts()
  const laptop = desk.aDevice()
  for (const text of ['H', 'He', 'Hel', 'Hell', 'Hello']) laptop.writes(text)
  expect(laptop.line.askedFor('drafts:keep')).toEqual([])
  await until(() => desk.kept.size === 1)
  expect(laptop.line.askedFor('drafts:keep').map(({ text }) => text)).toEqual(['Hello'])
  laptop.writes('Hello Rita')
  dispatchEvent(new Event('pagehide'))
  await until(() => laptop.line.askedFor('drafts:keep').length === 2)
})

test('what she wrote on two devices at once is lost on neither: the later words stand, the others lie aside', async () => {
  const desk = aDeskOfDrafts()
  const [laptop, tablet] = [desk.aDevice(), desk.aDevice()]
  tablet.line.cut()
  laptop.writes('from the laptop')
  tablet.writes('from the tablet')
  await laptop.drafts.tell()
  await settle(desk, [laptop, tablet])
  for (const device of [laptop, tablet]) expect(device.of()).toMatchObject({ text: 'from the tablet', aside: ['from the laptop'] })

  laptop.drafts.takeUp(chat, 'reply', 'from the laptop')
  await settle(desk, [laptop, tablet])
  for (const device of [laptop, tablet]) expect(device.of()).toMatchObject({ text: 'from the tablet\nfrom the laptop', aside: [] })
})

test('what was written without a line is told after the return; what was sent elsewhere meanwhile is not offered again', async () => {
  const desk = aDeskOfDrafts()
  const [laptop, tablet] = [desk.aDevice(), desk.aDevice()]
  laptop.writes('Sent from the tablet')
  await settle(desk, [laptop, tablet])
  laptop.line.cut()
  tablet.writes('')
  await settle(desk, [tablet])
  desk.kept.clear()
  await settle(desk, [laptop, tablet])
  expect([laptop.text(), tablet.text()]).toEqual(['', ''])
})

test('a draft that only this browser knew outlasts a reload, and is told the desk as soon as there is a line', async () => {
  const desk = aDeskOfDrafts()
  const before = desk.aDevice(localStorage)
  before.line.cut()
  before.writes('Written on the train')
  before.drafts[Symbol.dispose]()
  living.splice(0)

  const [laptop, tablet] = [desk.aDevice(localStorage), desk.aDevice()]
  await settle(desk, [laptop, tablet])
  expect([laptop.text(), tablet.text()]).toEqual(['Written on the train', 'Written on the train'])
})

test('what Ada left in a browser is neither shown to Ben nor told in his name', async () => {
  const desk = aDeskOfDrafts()
  const hers = desk.aDevice(localStorage)
  hers.line.cut()
  hers.writes('Between us')
  const his = aDeskOfDrafts()
  const hisDevice = his.aDevice(localStorage, ben)
  await settle(his, [hisDevice])
  expect([hisDevice.text(), his.kept.size]).toEqual(['', 0])
  hisDevice.drafts.clear()
  expect(localStorage).toHaveLength(0)
})

test('whoever signs out leaves nothing behind here, and finds it again elsewhere', async () => {
  const desk = aDeskOfDrafts()
  const laptop = desk.aDevice(localStorage)
  laptop.writes('Half a sen')
  await laptop.drafts.tell()
  laptop.drafts.clear()
  while (desk.arrives());
  expect(localStorage).toHaveLength(0)
  const tablet = desk.aDevice()
  await settle(desk, [tablet])
  expect(tablet.text()).toBe('Half a sen')
})

test('whatever order words, news and cuts come in, all devices agree in the end, and every word is somewhere', async () => {
  const deed = fc.tuple(fc.nat(2), fc.constantFrom('write', 'write', 'tell', 'arrive', 'cut', 'restore'))
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
      const desk = aDeskOfDrafts()
      const devices = [desk.aDevice(), desk.aDevice(), desk.aDevice()]
      const written: string[] = []
      for (const [who, what] of deeds) {
        const device = devices[who]
        if (!device) continue
        if (what === 'write') {
          const word = `<${written.length}>`
          written.push(word)
          device.writes(device.text() + word)
        } else if (what === 'tell') void device.drafts.tell()
        else if (what === 'cut') device.line.cut()
        else if (what === 'restore') device.line.restore()
        else desk.arrives()
        await Promise.resolve()
      }
      await settle(desk, devices)
      const [first, ...others] = devices.map(({ of }) => ({ text: of().text, aside: of().aside }))
      for (const other of others) expect(other).toEqual(first)
      const all = [first?.text, ...(first?.aside ?? [])].join()
      expect(written.filter((word) => !all.includes(word))).toEqual([])
      for (const { drafts } of devices) drafts[Symbol.dispose]()
    }),
    { numRuns: 150 },
  )
}, 60_000)
