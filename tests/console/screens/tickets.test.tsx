import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import type { Category } from '../../../shared/category.ts'
import { Refused } from '../../../shared/refusal.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ben, network, printers } from '../a-desk.ts'
import { aRow } from '../a-ticket-row.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const aNetwork: Category = {
  id: '60000000-0000-4000-8000-000000000001',
  parent: null,
  name: 'Network',
  position: 0,
  retired: false,
  used: true,
  version: 1,
}
const vpn: Category = { ...aNetwork, id: '60000000-0000-4000-8000-000000000002', parent: aNetwork.id, name: 'VPN' }
const mail: Category = { ...aNetwork, id: '60000000-0000-4000-8000-000000000003', name: 'Mail', position: 1 }

async function theList() {
  const console = await aConsole({}, {}, '#/nowhere')
  console.line.answering['categories:list'] = () => ({ categories: [aNetwork, vpn, mail] })
  console.line.answering['ticket:list'] = ({ after }) =>
    after
      ? { rows: [aRow(2, 'An older one')], next: null, total: null }
      : { rows: [aRow(3, 'VPN is down')], next: 'further', total: { count: 2, more: false } }
  const { route } = await import('../../../console/router.ts')
  route.value = { at: 'tickets' }
  await screen.findByText('VPN is down')
  return console
}

test('the list shows what is open, with what was found, and goes on page by page', async () => {
  const { line } = await theList()

  expect(screen.getByText('Showing 1 of 2')).toBeTruthy()
  expect(screen.getByText('timed out').tagName).toBe('MARK')
  expect(screen.getByText('Unverified')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }))

  await screen.findByText('An older one')
  expect(screen.getByText('VPN is down')).toBeTruthy()
  expect(screen.getByText('Showing 2 of 2')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
  expect(line.askedFor('ticket:list')).toMatchObject([{ filters: { status: ['new', 'in-progress', 'on-hold'] } }, { after: 'further' }])
})

test('filters narrow the list, and begin it anew', async () => {
  const { line } = await theList()

  fireEvent.click(screen.getByRole('button', { name: 'Mine' }))
  fireEvent.change(screen.getByLabelText('Priority'), { target: { value: '1' } })
  fireEvent.change(screen.getByLabelText('Team'), { target: { value: network } })
  fireEvent.change(screen.getByLabelText('Category'), { target: { value: vpn.id } })
  fireEvent.change(screen.getByLabelText('Opened'), { target: { value: '7' } })
  await until(() => line.askedFor('ticket:list').length === 6)

  const last = line.askedFor('ticket:list').at(-1)
  expect(last).toMatchObject({ filters: { owner: 'me', priority: [1], team: network, category: vpn.id, openedDays: 7 }, after: null })
})

test('a search looks through all tickets, the closed ones too', async () => {
  const { line } = await theList()

  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'timed out' } })
  fireEvent.submit(screen.getByRole('searchbox').closest('form') as HTMLFormElement)
  await until(() => line.askedFor('ticket:list').length === 2)

  expect(line.askedFor('ticket:list').at(-1)).toMatchObject({ filters: {}, words: 'timed out', after: null })
})

test('a column orders the list, and turns it round when it is pressed again', async () => {
  const { line } = await theList()

  fireEvent.click(screen.getByRole('button', { name: 'Subject' }))
  fireEvent.click(screen.getByRole('button', { name: 'Subject' }))
  await until(() => line.askedFor('ticket:list').length === 3)

  expect(line.askedFor('ticket:list').slice(1)).toMatchObject([
    { sort: 'subject', reversed: false },
    { sort: 'subject', reversed: true },
  ])
  expect(screen.getByRole('columnheader', { name: 'Subject' }).getAttribute('aria-sort')).toBe('descending')
})

test('where nothing fits, everything is one press away', async () => {
  const { line } = await theList()
  line.answering['ticket:list'] = ({ filters }) =>
    filters?.priority
      ? { rows: [], next: null, total: { count: 0, more: false } }
      : { rows: [aRow(7, 'There after all')], next: null, total: { count: 1, more: false } }
  fireEvent.change(screen.getByLabelText('Priority'), { target: { value: '5' } })
  await screen.findByText('No ticket fits these filters.')

  fireEvent.click(screen.getByRole('button', { name: 'Show all tickets' }))
  expect(await screen.findByText('There after all')).toBeTruthy()
  expect(line.askedFor('ticket:list').at(-1)).toMatchObject({ filters: {} })
})

test('a desk that has no tickets says how they come', async () => {
  const { line } = await theList()
  line.answering['ticket:list'] = () => ({ rows: [], next: null, total: { count: 0, more: false } })
  fireEvent.click(screen.getByRole('button', { name: 'All' }))

  expect(await screen.findByText(/There are no tickets yet/)).toBeTruthy()
})

test('J and K move, X chooses; none of it while somebody writes', async () => {
  const { line } = await theList()
  line.answering['ticket:list'] = () => ({
    rows: [aRow(3, 'One'), aRow(2, 'Two'), aRow(1, 'Three')],
    next: null,
    total: { count: 3, more: false },
  })
  fireEvent.click(screen.getByRole('button', { name: 'All' }))
  await screen.findByText('Three')
  const main = screen.getByRole('main')
  const key = (letter: string) => fireEvent.keyDown(document.activeElement ?? main, { key: letter })

  main.focus()
  for (const letter of ['j', 'j', 'x', 'k', 'x']) key(letter)
  expect(document.activeElement?.textContent).toBe('INC-000003')
  expect(screen.getByRole('region', { name: '2 chosen' })).toBeTruthy()
  screen.getByRole('searchbox').focus()
  key('x')
  expect(screen.getByRole('region', { name: '2 chosen' })).toBeTruthy()
})

test('a cell is changed where it stands, and the change can be taken back', async () => {
  const { line, did } = await theList()
  fireEvent.click(screen.getByRole('button', { name: 'Category: None yet. Change' }))
  const field = within(screen.getByRole('table')).getByRole('combobox', { name: 'Category' })
  fireEvent.input(field, { target: { value: 'vpn' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await screen.findByText('1 ticket changed.')
  expect(did()).toEqual([{ kind: 'classify', category: vpn.id }])

  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByText('1 ticket as before.')
  expect(did().at(-1)).toEqual({ kind: 'classify', category: null })
  expect(line.askedFor('ticket:list').length).toBeGreaterThan(2)
})

test('many are changed at once; what was refused is said, and the rest can be taken back', async () => {
  const { line, did } = await theList()
  const rows = Array.from({ length: 6 }, (_, place) => ({ ...aRow(place + 1, `Ticket ${place + 1}`), urgency: 'low' as const }))
  line.answering['ticket:list'] = () => ({ rows, next: null, total: { count: 6, more: false } })
  line.answering['conversation:act'] = ({ conversation }) => {
    if (conversation === rows[2]?.conversation) throw new Refused('not-allowed')
    return { left: [] }
  }
  fireEvent.click(screen.getByRole('button', { name: 'All' }))
  await screen.findByText('Ticket 6')
  fireEvent.click(screen.getByLabelText('Choose all that are shown'))
  fireEvent.change(screen.getByLabelText('Set Urgency'), { target: { value: 'high' } })

  await screen.findByText('5 tickets changed.', { exact: false })
  expect(screen.getByText('1 not: Your role does not allow this.', { exact: false })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByText('5 tickets as before.')
  expect(did().filter((act) => act.kind === 'classify' && act.urgency === 'low')).toHaveLength(5)
})

test('what cannot be taken back is named, said if it was in part, chosen again, and tried again', async () => {
  const { line, did } = await theList()
  const rows = [1, 2, 3].map((place) => ({ ...aRow(place, `Ticket ${place}`), communicationOwner: { id: ben, name: 'Ben Berg' } }))
  line.answering['ticket:list'] = () => ({ rows, next: null, total: { count: 3, more: false } })
  fireEvent.click(screen.getByRole('button', { name: 'All' }))
  await screen.findByText('Ticket 3')
  fireEvent.click(screen.getByLabelText('Choose all that are shown'))
  fireEvent.change(screen.getByLabelText('Set Team'), { target: { value: printers } })
  await screen.findByText('3 tickets changed.')

  // Ben has gone meanwhile, but for one chat: the teams come back, and not their owner.
  line.answering['conversation:act'] = ({ conversation, act }) => {
    if (act.kind === 'transfer' && 'agent' in act.to && conversation !== rows[0]?.conversation) throw new Refused('agent-unavailable')
    return { left: [] }
  }
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByText('1 ticket as before.')
  const said = screen.getByText(/2 not: This agent is not available now\./)
  expect(
    within(said)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([rows[1]?.label, rows[2]?.label])
  expect(within(said).getAllByText(/in part/)).toHaveLength(2)
  fireEvent.click(screen.getByRole('button', { name: 'Choose these 2' }))
  expect(screen.getByRole('region', { name: '2 chosen' })).toBeTruthy()

  const before = did().length
  line.answering['conversation:act'] = () => ({ left: [] })
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('2 tickets as before.')
  expect(did().slice(before)).toEqual([1, 2].map(() => ({ kind: 'transfer', to: { agent: ben }, comment: '' })))
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

test('a list is kept as a view, for oneself or for the team', async () => {
  const { line } = await theList()
  fireEvent.change(screen.getByLabelText('Priority'), { target: { value: '1' } })
  fireEvent.click(await screen.findByRole('button', { name: 'View' }))
  const dialog = within(screen.getByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: 'Keep' }))
  expect(dialog.getByText('Give it a name')).toBeTruthy()
  fireEvent.input(dialog.getByLabelText('Name'), { target: { value: 'On fire' } })
  fireEvent.change(dialog.getByLabelText('For whom'), { target: { value: network } })
  line.answering['views:save'] = ({ view, name, whose, query, version }) => {
    const saved = { id: view, name, whose, query: query as never, version: version + 1, changeable: true }
    line.answering['views:list'] = () => ({ views: [saved] })
    return saved
  }
  fireEvent.click(dialog.getByRole('button', { name: 'Keep' }))

  expect((await screen.findByRole('button', { name: 'On fire' })).getAttribute('aria-pressed')).toBe('true')
  expect(line.askedFor('views:save')).toMatchObject([{ name: 'On fire', whose: { team: network }, query: { filters: { priority: [1] } } }])
})

test('an export says how far it is, and whoever stops it saves nothing', async () => {
  await theList()
  const { fetch } = globalThis
  const rows = Uint8Array.from('Number\nINC-000001\nINC-000002\n', (letter) => letter.charCodeAt(0))
  let isStopped = () => false
  const answer = (stop: AbortSignal) => {
    isStopped = () => stop.aborted
    const coming = [{ done: false, value: rows }]
    const later = new Promise<never>((_, cut) => stop.addEventListener('abort', () => cut(new DOMException('Stopped', 'AbortError'))))
    return {
      ok: true,
      headers: new Map([['firstline-rows', '5']]),
      body: { getReader: () => ({ read: async () => coming.shift() ?? later }) },
    }
  }
  Object.assign(globalThis, { fetch: async (_: string, { signal }: { signal: AbortSignal }) => answer(signal) })
  const button = screen.getByRole('button', { name: 'CSV' })
  button.focus()
  fireEvent.click(button)

  expect(await screen.findByText('Exporting: 2 of 5')).toBeTruthy()
  expect(document.activeElement?.textContent?.trim()).toBe('Cancel')
  fireEvent.click(button)
  await screen.findByRole('button', { name: 'CSV' })
  expect([isStopped(), screen.queryByText('The export is saved.')]).toEqual([true, null])
  Object.assign(globalThis, { fetch })
})
