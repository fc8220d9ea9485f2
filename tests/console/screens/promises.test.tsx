import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { until } from '../../shared/client/a-line.ts'
import { aBoard, aTeamBoard, bens, overseer } from '../a-board.ts'
import { aConsole, accepted, aTimeline, closeConsoles } from '../a-console.tsx'
import { ada, ago, ben, hers, later } from '../a-desk.ts'
import { axe } from '../axe.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
  history.replaceState(null, '', '#')
})

const pane = async () => within(await screen.findByRole('article', { name: 'Rita Roth' }))
const aPromise = (until: string, reached: 'near' | 'broken' | null = null) => ({ until, since: ago(600), by: ada, about: '', reached })

test('Ada promises news in the chat, sees it with its clock, and takes it back with one press', async () => {
  const chat = hers()
  const { did, session } = await aConsole({ mine: [chat] }, {}, `#/chats/${chat.id}`)
  const here = await pane()
  fireEvent.click(here.getByRole('button', { name: 'Promise news' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Promise the next news' }))
  fireEvent.change(dialog.getByLabelText('News by'), { target: { value: 'own' } })
  fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement)
  await dialog.findByText('Choose a day and a time.')
  expect(did()).toEqual([])
  fireEvent.change(dialog.getByLabelText('News by'), { target: { value: '30' } })
  fireEvent.input(dialog.getByLabelText('What about? (the requester reads it too)'), { target: { value: 'What the lab says' } })
  expect(await axe(document)).toEqual([])
  fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement)
  await until(() => did().length === 1)
  expect(did()[0]).toMatchObject({ kind: 'promise', text: 'What the lab says', until: expect.stringMatching(/Z$/) })
  await screen.findByText(/Rita Roth hears from us by/)
  session.notices.takeBackLast()
  await until(() => did().length === 2)
  expect(did()[1]).toEqual({ kind: 'withdraw-promise' })
})

test('what was promised stands above the chat and in the list; that the news was given is said with one press', async () => {
  const chat = hers({ promise: aPromise(ago(-1800)) })
  const promised = { kind: 'promised' as const, until: ago(-1800), body: { text: 'What the lab says' } }
  const { did } = await aConsole({ mine: [chat] }, { [chat.id]: aTimeline(chat, accepted, [ada, promised]) }, `#/chats/${chat.id}`)
  const here = await pane()
  expect(here.getByText('(30 min left)')).toBeTruthy()
  expect(here.getByText('What the lab says')).toBeTruthy()
  expect(within(screen.getByRole('region', { name: /^Mine/ })).getByText(/^Next news by/)).toBeTruthy()
  fireEvent.click(here.getByRole('button', { name: 'News given' }))
  await until(() => did().length === 1)
  expect(did()).toEqual([{ kind: 'keep-promise' }])
})

test('the owner is told once that he owes news; a supervisor once that none was given, and sees it on the board', async () => {
  const chat = hers()
  const { line } = await aConsole({ mine: [chat] })
  line.announce('conversation:changed', later(chat, { promise: aPromise(ago(-300), 'near') }))
  await screen.findByText(/^Rita Roth was promised news by/)
  cleanup()
  closeConsoles()

  const row = bens({ promise: aPromise(ago(60), 'broken') })
  const other = await aConsole({ me: overseer }, {}, '#/nowhere')
  other.line.answering['board:look'] = () => aBoard(aTeamBoard({ promises: { open: 3, broken: 1, first: [row] } }))
  const { route } = await import('../../../console/router.ts')
  route.value = { at: 'board' }
  const owed = within(await screen.findByRole('region', { name: /^Promises/ }))
  expect(owed.getByText('Ben Baum')).toBeTruthy()
  expect(owed.getByText(/^News was promised by/)).toBeTruthy()
  expect(screen.getByText('1 broken')).toBeTruthy()
  for (const priority of [3, 2] as const) other.line.announce('conversation:changed', { ...row, owner: ben, priority })
  expect(await screen.findAllByText(/^Ben Baum promised Rita Roth news by/)).toHaveLength(1)
})
