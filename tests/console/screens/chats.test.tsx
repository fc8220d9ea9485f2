import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, accepted, aTimeline, closeConsoles } from '../a-console.tsx'
import { ada, ago, anOffer, aSummary, ben, hers, later, network } from '../a-desk.ts'
import { axe } from '../axe.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const pane = async (name = 'Rita Roth') => within(await screen.findByRole('article', { name }))
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const areaNamed = (label: string) => screen.getByLabelText(label) as HTMLTextAreaElement

test('an offer names the person, the matter, the wait and the reason, and is accepted', async () => {
  const offer = anOffer(aSummary({ requester: { id: ada, name: 'Eve Ost', verified: false }, subject: 'Locked out' }))
  const { did } = await aConsole({ offers: [offer] })

  const card = within(screen.getByRole('region', { name: 'Offers' }))
  for (const text of ['Eve Ost', 'Locked out', 'Unverified', 'Why you: You carry 2 of 5, and have been free the longest: 4 min.'])
    expect(card.getByText(text)).toBeTruthy()
  expect(document.activeElement?.textContent).toContain('Accept')
  fireEvent.click(card.getByRole('button', { name: 'Accept' }))

  expect(did()).toEqual([{ kind: 'accept', offer: offer.offer }])
})

test('who is writing keeps the focus when something rings', async () => {
  const mine = hers()
  const { line } = await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  await pane()
  areaNamed('Reply to Rita Roth').focus()

  line.announce('offer:made', anOffer(aSummary({ requester: { id: ben, name: 'Tom', verified: true } })))

  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(document.activeElement).toBe(areaNamed('Reply to Rita Roth'))
})

test('a decline takes a reason along', async () => {
  const offer = anOffer(aSummary())
  const { did } = await aConsole({ offers: [offer] })

  press('Decline')
  fireEvent.input(screen.getByLabelText('Why not? (for your team)'), { target: { value: 'Not my area' } })
  press('Decline')

  expect(did()).toEqual([{ kind: 'decline', offer: offer.offer, reason: 'Not my area' }])
})

test('the line shows who waits, what for, and what is known', async () => {
  await aConsole({ line: [aSummary({ absent: true, requester: { id: ben, name: 'Tom Beck', verified: false }, priority: 1 })] })

  const [item] = within(screen.getByRole('region', { name: /^Waiting/ })).getAllByRole('listitem')
  for (const text of ['P1', 'Absent', 'Unverified']) expect(within(item as HTMLElement).getByText(text)).toBeTruthy()
  expect(item?.textContent).toContain('waits for somebody')
})

test('the clocks of the lists go on by themselves, and change their word when a wait becomes long', async () => {
  const { session } = await aConsole({ mine: [hers()], line: [aSummary({ waitingSince: ago(50) })] })
  const clocks = () => [...document.querySelectorAll('.wait-clock')].map((clock) => `${clock.textContent}${clock.className}`)
  expect(clocks()).toEqual([expect.stringMatching(/^1:0\d.*slow/), expect.stringMatching(/^0:5\d.*fresh/)])
  expect(document.querySelector('.sect .n')?.textContent).toContain('0:5')

  session.clock.set(new Date(session.clock.now.peek() + 250_000).toISOString())

  await until(() => clocks().join().includes('late'))
  expect(clocks()).toEqual([expect.stringMatching(/^5:1\d.*late/), expect.stringMatching(/^5:0\d.*late/)])
  expect(document.querySelector('.sect .n')?.textContent).toContain('5:0')
})

test('the clocks of rows that nobody sees stand still until somebody does', async () => {
  const turns: ((isSeen: boolean) => void)[] = []
  globalThis.IntersectionObserver = function Watching(hear: (turns: { isIntersecting: boolean }[]) => void) {
    return { observe: () => turns.push((isIntersecting) => hear([{ isIntersecting }])), disconnect: () => {} }
  } as unknown as typeof IntersectionObserver
  const { session } = await aConsole({ line: Array.from({ length: 20 }, () => aSummary({ waitingSince: ago(50) })) })
  await until(() => turns.length === 2)
  const changed = () => [...document.querySelectorAll('.wait-clock')].filter(({ textContent }) => textContent?.startsWith('5:')).length

  turns[1]?.(false)
  session.clock.set(new Date(session.clock.now.peek() + 260_000).toISOString())
  await until(() => changed() > 0)
  expect(changed()).toBe(12)
  turns[1]?.(true)
  await until(() => changed() === 20)
  Reflect.deleteProperty(globalThis, 'IntersectionObserver')
})

test('what Ada writes goes to Rita; a note does not, and tells nobody that she writes', async () => {
  const mine = hers()
  const { line, did } = await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  await pane()

  press('Note')
  fireEvent.input(areaNamed('Note'), { target: { value: 'Password expired' } })
  fireEvent.keyDown(areaNamed('Note'), { key: 'Enter' })
  expect(line.askedFor('conversation:type')).toEqual([])
  press('Reply')
  fireEvent.input(areaNamed('Reply to Rita Roth'), { target: { value: 'Hello Rita' } })
  fireEvent.keyDown(areaNamed('Reply to Rita Roth'), { key: 'Enter' })

  await screen.findByText('Hello Rita')
  expect(line.askedFor('conversation:type')).toHaveLength(1)
  await until(() => did().length === 2)
  expect(did()).toEqual([
    { kind: 'note', text: 'Password expired' },
    { kind: 'say', text: 'Hello Rita' },
  ])
})

test('a draft stays with its chat', async () => {
  const [one, other] = [hers(), hers({ requester: { id: ben, name: 'Tom Beck', verified: true } })]
  const { session } = await aConsole({ mine: [one, other] }, {}, `#/chats/${one.id}`)
  await pane()
  fireEvent.input(areaNamed('Reply to Rita Roth'), { target: { value: 'I will look' } })

  session.chats.show(other.id)
  await pane('Tom Beck')
  expect(areaNamed('Reply to Tom Beck').value).toBe('')
  expect(screen.getByText('Draft:').parentElement?.textContent).toContain('I will look')
  session.chats.show(one.id)
  await pane()

  expect(areaNamed('Reply to Rita Roth').value).toBe('I will look')
})

test('a slash offers saved replies, and Enter takes one over instead of sending', async () => {
  const mine = hers()
  const { session, did } = await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  session.replies.list.value = [
    { id: ada, name: 'Restart', text: 'Please restart it once.', whose: 'everyone', version: 1 },
    { id: ben, name: 'Greeting', text: 'Good morning!', whose: 'mine', version: 1 },
  ]
  await pane()
  const area = areaNamed('Reply to Rita Roth')

  fireEvent.input(area, { target: { value: '/rest' } })
  expect(screen.getByText('Please restart it once.')).toBeTruthy()
  fireEvent.keyDown(area, { key: 'Enter' })

  expect(area.value).toBe('Please restart it once.')
  expect(did()).toEqual([])
})

test('where there are no saved replies yet, a slash says so and leads to where they are made', async () => {
  const mine = hers()
  await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  await pane()

  fireEvent.input(areaNamed('Reply to Rita Roth'), { target: { value: '/' } })

  expect(screen.getAllByText(/^No saved replies yet/)).not.toHaveLength(0)
  expect(screen.getByRole('link', { name: 'New reply' }).getAttribute('href')).toBe('#/settings/replies')
})

test('two chats stand side by side, and neither gets what is written in the other', async () => {
  const [one, other] = [hers(), hers({ requester: { id: ben, name: 'Tom Beck', verified: true } })]
  await aConsole({ mine: [one, other] }, {}, `#/chats/${one.id}`)
  await pane()

  press('Open beside: Tom Beck')

  const left = await pane()
  const right = await pane('Tom Beck')
  fireEvent.input(left.getByLabelText('Reply to Rita Roth'), { target: { value: 'To Rita' } })
  expect((right.getByLabelText('Reply to Tom Beck') as HTMLTextAreaElement).value).toBe('')
})

test('an ended chat asks for its outcome, says what is missing, and is resolved', async () => {
  const mine = { ...hers(), ...later(hers(), { status: 'ended' }) }
  const entries = aTimeline(mine, accepted, [ada, { kind: 'ended', why: 'agent' }])
  const { did } = await aConsole({ mine: [mine] }, { [mine.id]: entries }, `#/chats/${mine.id}`)
  await pane()
  await screen.findByText('3 min')

  press('Resolve')
  expect(screen.getByText('Choose an outcome')).toBeTruthy()
  expect(did()).toEqual([])
  fireEvent.change(screen.getByLabelText('Outcome'), { target: { value: 'solved' } })
  fireEvent.input(screen.getByLabelText('Resolution'), { target: { value: 'New cable' } })
  press('Resolve')

  expect(did()).toEqual([{ kind: 'resolve', code: 'solved', resolution: 'New cable', minutes: 3 }])
})

test('the outcome may wait, and the list keeps reminding', async () => {
  const mine = { ...hers(), status: 'ended' as const }
  const entries = aTimeline(mine, accepted, [ada, { kind: 'ended', why: 'agent' }])
  await aConsole({ mine: [mine] }, { [mine.id]: entries }, `#/chats/${mine.id}`)
  await pane()

  press('Later')

  expect(screen.queryByLabelText('Outcome')).toBeNull()
  expect(screen.getByRole('heading', { name: /To wrap up/ })).toBeTruthy()
})

test('a transfer shows who has room, and takes the comment along, which is not lost with the dialog', async () => {
  const mine = hers()
  const { did } = await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  await pane()

  press('Transfer')
  expect(screen.getByRole('option', { name: 'Ben Baum: available, 1 of 5 chats' })).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Transfer to'), { target: { value: `agent ${ben}` } })
  fireEvent.input(screen.getByLabelText('Comment for whoever goes on'), { target: { value: 'Cable changed' } })
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }))
  press('Transfer')
  fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement)

  expect(did()).toEqual([{ kind: 'transfer', to: { agent: ben }, comment: 'Cable changed' }])
})

test('priority follows from impact and urgency', async () => {
  const mine = hers()
  const { did } = await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  await pane()

  fireEvent.change(screen.getByLabelText('Urgency'), { target: { value: 'high' } })

  expect(did()).toEqual([{ kind: 'classify', urgency: 'high' }])
})

test('an agent reads a colleague’s chat and can only write notes; a supervisor may join', async () => {
  const his = hers({ agent: ben })
  const entries = aTimeline(his, [ben, { kind: 'assigned', agent: ben, how: 'take', body: { name: 'Ben Baum' } }])
  await aConsole({ line: [his] }, { [his.id]: entries }, `#/chats/${his.id}`)
  await pane()

  expect(screen.getByText('Ben Baum has this chat. You can write notes.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Join' })).toBeNull()
  expect(areaNamed('Note')).toBeTruthy()
})

test('a supervisor may join a chat or take it over', async () => {
  const his = hers({ agent: ben })
  const entries = aTimeline(his, [ben, { kind: 'assigned', agent: ben, how: 'take', body: { name: 'Ben Baum' } }])
  const standing = { agent: ada, capacity: 5, load: 0, wish: 'available' as const, missed: 0 }
  const me = { id: ada, name: 'Ada Abel', role: 'supervisor' as const, teams: [network], standing }
  const { did } = await aConsole({ me, line: [his] }, { [his.id]: entries }, `#/chats/${his.id}`)
  await pane()

  press('Join')

  expect(did()).toEqual([{ kind: 'join' }])
  expect(screen.getByRole('button', { name: 'Take over' })).toBeTruthy()
})

test('after two missed offers a notice says why Ada is away', async () => {
  const { line } = await aConsole()

  line.announce('standing:changed', { agent: ada, capacity: 5, load: 0, wish: 'away', missed: 0, why: 'missed' })

  expect(await screen.findByText(/You were set to away/)).toBeTruthy()
  expect(screen.getByRole('switch').getAttribute('aria-checked')).toBe('false')
})

test('a cut is shown with its seconds, and the return with the moment up to which all is there', async () => {
  const { line } = await aConsole()

  line.cut()
  expect(await screen.findByText(/No connection for \d+ s/)).toBeTruthy()
  line.restore()

  expect(await screen.findByText(/Everything is complete up to \d\d:\d\d:\d\d/)).toBeTruthy()
})

test('Alt N takes the next one', async () => {
  const next = aSummary({ waitingSince: ago(30) })
  const { did } = await aConsole({ line: [next] })

  fireEvent.keyDown(window, { code: 'KeyN', altKey: true })

  expect(did()).toEqual([{ kind: 'take' }])
})

test('the whole desk is fit for a screen reader', async () => {
  const mine = hers()
  const offer = anOffer(aSummary())
  await aConsole({ mine: [mine], line: [offer.conversation, aSummary({ absent: true })], offers: [offer] }, {}, `#/chats/${mine.id}`)
  await pane()

  expect(await axe(document)).toEqual([])
})
