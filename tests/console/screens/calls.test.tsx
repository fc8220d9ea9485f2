import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, accepted, aTimeline, closeConsoles } from '../a-console.tsx'
import { ada, ago, ben, hers, rita } from '../a-desk.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const ritaRoth = { id: rita, name: 'Rita Roth', email: 'rita@example.com', phone: '204', verified: true, lastAt: null }
const aCall = (id: string, number: string) => ({ id, number, at: ago(5), people: number === '204' ? [ritaRoth] : [] })
const written = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value
const write = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const opensLog = async () => {
  fireEvent.keyDown(window, { key: 'c', code: 'KeyC', altKey: true })
  return within(await screen.findByRole('dialog', { name: 'Log a call or visit' }))
}
const closesLog = () => fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }))

test('what is half written of a call stays within reach: when another rings, a colleague logs it, or its card is gone', async () => {
  const { line, session } = await aConsole()
  line.answering['calls:ringing'] = () => ({ calls: [] })
  line.answering['requesters:find'] = () => ({ people: [] })
  line.announce('call:came', aCall('a', '204'))
  await screen.findByRole('heading', { name: 'Rita Roth' })
  await opensLog()
  write('What was asked', 'The printer is out')
  closesLog()

  line.announce('call:came', aCall('b', ''))
  await screen.findByRole('heading', { name: 'Number not shown' })
  const other = await opensLog()
  expect(written('What was asked')).toBe('')
  fireEvent.click(other.getByRole('button', { name: 'Rita Roth' }))
  await waitFor(() => expect([written('What was asked'), written('Person')]).toEqual(['The printer is out', 'Rita Roth']))
  closesLog()

  line.announce('call:over', { call: 'a', by: 'Ben Baum' })
  line.announce('call:over', { call: 'b', by: null })
  await screen.findByText('Ben Baum has logged that call.')
  const kept = await opensLog()
  expect([written('What was asked'), written('Person')]).toEqual(['The printer is out', 'Rita Roth'])
  fireEvent.click(kept.getByRole('button', { name: 'Begin another' }))
  await waitFor(() => expect([written('What was asked'), written('Person')]).toEqual(['', '']))
  expect(kept.getByRole('button', { name: 'Rita Roth' })).toBeTruthy()
  session.overlay.close()
})

test('nobody is somebody new before it is known who there is, and that people cannot be looked for is said', async () => {
  const { line } = await aConsole()
  let answer: (() => void) | undefined
  line.answering['requesters:find'] = () =>
    new Promise((resolve) => {
      answer = () => resolve({ people: [ritaRoth] })
    })
  await opensLog()
  const person = screen.getByLabelText('Person')
  fireEvent.input(person, { target: { value: 'Rita Roth' } })
  await until(() => answer !== undefined)
  fireEvent.keyDown(person, { key: 'Enter' })
  expect(screen.queryByLabelText('Name')).toBeNull()
  answer?.()
  await screen.findByRole('option', { name: /^Rita Roth/ })
  expect(screen.getByRole('option', { name: 'New: Rita Roth' })).toBeTruthy()

  line.answering['requesters:find'] = () => Promise.reject(new Error('The line is gone'))
  fireEvent.input(person, { target: { value: 'Rita Rot' } })
  await screen.findByText('People cannot be looked for just now. What you write is kept.')
  expect(screen.getByRole('option', { name: 'New: Rita Rot' })).toBeTruthy()
})

test('what is written of a tool that is open is there again after a look at another chat', async () => {
  const [one, other] = [hers(), hers({ requester: { id: ben, name: 'Tom Beck', verified: true } })]
  const wanted = { what: 'remote', name: 'Quick Assist', link: 'ms-quick-assist:' } as const
  const open = aTimeline(
    one,
    accepted,
    [ada, { kind: 'consent-asked', consent: 'a', wanted }],
    [rita, { kind: 'consent-given', consent: 'a', body: null }],
  )
  const { did } = await aConsole({ mine: [one, other] }, { [one.id]: open }, `#/chats/${one.id}`)
  await screen.findByText('The requester agreed to Quick Assist.')
  write('What came of it', 'Cleared the ca')
  fireEvent.keyDown(window, { key: '2', code: 'Digit2', altKey: true })
  await screen.findByRole('article', { name: 'Tom Beck' })
  fireEvent.keyDown(window, { key: '1', code: 'Digit1', altKey: true })
  await screen.findByText('The requester agreed to Quick Assist.')
  expect(written('What came of it')).toBe('Cleared the ca')
  fireEvent.click(screen.getByRole('button', { name: 'It helped' }))
  await until(() => did().length > 0)
  expect(did()).toEqual([{ kind: 'end-consent', consent: 'a', outcome: 'done', result: 'Cleared the ca' }])
})

test('that there is no news is said only once the desk has said so', async () => {
  const { line } = await aConsole()
  line.answering['news:list'] = () => new Promise(() => undefined)
  fireEvent.keyDown(window, { key: 'm', code: 'KeyM', altKey: true })
  await screen.findByText('Your news has not come yet.')
})

test('what is logged leaves nothing behind for the next call', async () => {
  const { line } = await aConsole()
  line.answering['requesters:find'] = () => ({ people: [ritaRoth] })
  line.answering['call:log'] = () => ({ number: 7 })
  const logs = async (asked: string) => {
    const log = await opensLog()
    expect([written('What was asked'), log.queryByText('Not logged yet:')]).toEqual(['', null])
    fireEvent.input(screen.getByLabelText('Person'), { target: { value: 'Rita' } })
    fireEvent.click(await screen.findByRole('option', { name: /^Rita Roth/ }))
    write('What was asked', asked)
    fireEvent.click(log.getByRole('button', { name: /^Log it/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }
  await logs('The printer is out')
  await logs('The printer is in')
  const [first, second] = line.askedFor('call:log')
  expect([first?.asked, second?.asked, first?.conversation === second?.conversation]).toEqual([
    'The printer is out',
    'The printer is in',
    false,
  ])
})
