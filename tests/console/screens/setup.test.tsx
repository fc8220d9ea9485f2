import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { route, routeOf } from '../../../console/router.ts'
import { defaultLook } from '../../../shared/look.ts'
import type { Setup } from '../../../shared/protocol/setup.ts'
import { refusals } from '../../../shared/reasons.ts'
import { refuse } from '../../../shared/refusal.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, network } from '../a-desk.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
const alma = { id: ada, name: 'Alma Admin', role: 'administrator' as const, teams: [network], standing }
const nothing = { name: false, team: false, hours: false, people: false, page: false, try: false }

/** Alma's console on a desk that is set up as far as this. */
async function almas(setup: Partial<Setup> = {}, isDemonstration = false) {
  const console = await aConsole({ me: alma }, {}, '#/chats')
  const { line, session } = console
  let now: Setup = { done: nothing, skipped: [], dismissed: false, version: 0, ...setup }
  line.answering['desk:profile'] = () => ({ name: null, isDemonstration })
  line.answering['setup:read'] = () => now
  line.answering['setup:save'] = ({ version, skipped, dismissed }) => {
    now = { ...now, skipped, dismissed, version: version + 1 }
    return now
  }
  await session.setup.load()
  return {
    ...console,
    goes(hash: string) {
      route.value = routeOf(hash)
    },
    settle(done: Partial<Setup['done']>) {
      now = { ...now, done: { ...now.done, ...done } }
    },
  }
}

test('a checklist leads to what is left; hidden, a sign in the rail remains until it is put away, which can be taken back', async () => {
  const { goes } = await almas({ done: { ...nothing, name: true }, skipped: ['team'] })
  const strip = await screen.findByRole('complementary', { name: 'Set up your desk' })
  expect(within(strip).getByText('Your desk: 2 of 6 steps done')).toBeTruthy()
  expect(within(strip).getByRole('link', { name: 'Go on' }).getAttribute('href')).toBe('#/setup/hours')

  goes('#/tickets')
  await until(() => screen.queryByRole('complementary', { name: 'Set up your desk' }) === null)
  goes('#/chats')
  fireEvent.click(
    within(await screen.findByRole('complementary', { name: 'Set up your desk' })).getByRole('button', { name: 'Hide for now' }),
  )
  await until(() => screen.queryByRole('complementary', { name: 'Set up your desk' }) === null)
  const sign = () => screen.queryByRole('link', { name: /^Your desk: 2 of 6 steps done/ })
  expect(sign()?.getAttribute('href')).toBe('#/setup')

  goes('#/setup')
  fireEvent.click(await screen.findByRole('button', { name: 'Put this list away' }))
  await until(() => sign() === null)
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await until(() => sign() !== null)
})

test('a desk that is ready says nothing of it', async () => {
  await almas({ done: { name: true, team: true, hours: true, people: true, page: true, try: true } })
  expect(screen.queryByRole('complementary', { name: 'Set up your desk' })).toBeNull()
})

test('the desk is named for every language at once, and the next step follows', async () => {
  const { line, goes, settle } = await almas()
  line.answering['look:read'] = () => ({ look: defaultLook, version: 5 })
  line.answering['look:save'] = ({ look, version }) => {
    settle({ name: true })
    return { look, version: version + 1 }
  }
  line.answering['teams:list'] = () => ({ teams: [{ id: network, name: 'Service desk', tier: 1, hours: null, topics: [], version: 1 }] })
  goes('#/setup')
  fireEvent.submit((await screen.findByLabelText('Name')).closest('form') as HTMLFormElement)
  expect(screen.getByText('Write a name')).toBeTruthy()

  fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Northwind IT' } })
  fireEvent.submit(screen.getByLabelText('Name').closest('form') as HTMLFormElement)
  expect(await screen.findByRole('heading', { name: 'Who answers first, and about what?' })).toBeTruthy()
  expect(line.askedFor('look:save')).toMatchObject([
    { version: 5, look: { texts: { en: { name: 'Northwind IT' }, de: { name: 'Northwind IT' } } } },
  ])
})

test('a step is left as it is, and found so again', async () => {
  const { line, goes } = await almas()
  line.answering['people:list'] = () => ({ people: [] })
  line.answering['origins:read'] = () => ({ origins: [], version: 0 })
  goes('#/setup/people')
  fireEvent.click(await screen.findByRole('button', { name: 'Leave it as it is' }))

  expect(await screen.findByRole('heading', { name: 'Where will the widget be?' })).toBeTruthy()
  expect(line.askedFor('setup:save')).toEqual([{ version: 0, skipped: ['people'], dismissed: false }])
  expect(screen.getByRole('link', { name: /^Colleagues ?: left as it is$/ })).toBeTruthy()
  expect((screen.getByLabelText('Into the page') as HTMLTextAreaElement).value).toBe(
    `<script async src="${location.origin}/widget.js"></script>`,
  )
})

test('an answer that leaves everything as it was is an answer', async () => {
  const { line, goes } = await almas()
  const team = { id: network, name: 'Service desk', tier: 1, hours: null, topics: [], version: 1 }
  line.answering['teams:list'] = () => ({ teams: [team] })
  line.answering['teams:save'] = () => ({ ...team, version: 2 })
  line.answering['people:list'] = () => ({ people: [] })
  goes('#/setup/hours')
  fireEvent.submit((await screen.findByLabelText('Always open')).closest('form') as HTMLFormElement)

  expect(await screen.findByRole('heading', { name: 'Who helps?' })).toBeTruthy()
  expect(line.askedFor('setup:save')).toMatchObject([{ skipped: ['hours'] }])
})

test('a demonstration says so everywhere; whoever belongs to it cannot remove it, and reads what to do', async () => {
  const { line, goes } = await almas({}, true)
  expect(await screen.findByRole('complementary', { name: 'Demonstration desk' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: /steps done/ })).toBeNull()
  const holds = { tickets: 300, people: 12, teams: 4, requesters: 40, replies: 7, sites: 1 }
  line.answering['demonstration:look'] = () => holds
  line.answering['demonstration:remove'] = () => refuse('made-up-person')
  goes('#/settings/demonstration')
  expect(await screen.findByText('300')).toBeTruthy()

  fireEvent.click(screen.getByRole('button', { name: 'Remove the demonstration' }))
  expect(line.askedFor('demonstration:remove')).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Remove for ever' }))
  expect(await screen.findByText(refusals['made-up-person'])).toBeTruthy()

  line.answering['demonstration:remove'] = () => {
    line.answering['desk:profile'] = () => ({ name: null, isDemonstration: false })
    return holds
  }
  fireEvent.click(screen.getByRole('button', { name: 'Remove for ever' }))
  expect(await screen.findByText('The demonstration is removed: 300 tickets and 12 agents.')).toBeTruthy()
  expect(screen.queryByRole('complementary', { name: 'Demonstration desk' })).toBeNull()
})
