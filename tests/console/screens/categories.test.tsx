import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import type { Category } from '../../../shared/category.ts'
import { Refused } from '../../../shared/refusal.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, network } from '../a-desk.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
const aNetwork = aCategory(1, 'Network')

function aCategory(number: number, name: string, parent: string | null = null): Category {
  return { id: `60000000-0000-4000-8000-00000000000${number}`, parent, name, position: number, retired: false, used: true, version: 1 }
}

/** Ada administers, and the far end keeps what she saves. */
async function theTree(kept: Category[]) {
  const me = { id: ada, name: 'Ada Abel', role: 'administrator' as const, teams: [network], standing }
  const console = await aConsole({ me }, {}, '#/nowhere')
  let all = kept
  console.line.answering['categories:list'] = () => ({ categories: all })
  console.line.answering['categories:save'] = ({ category, ...wanted }) => {
    const used = all.find(({ id }) => id === category)?.used ?? false
    all = [...all.filter(({ id }) => id !== category), { ...wanted, used, id: category, version: wanted.version + 1 }]
    return { categories: all }
  }
  let removed: Category[] = []
  console.line.answering['categories:remove'] = ({ category }) => {
    removed = all.filter(({ id, parent }) => [id, parent].includes(category))
    if (removed.some(({ used }) => used)) throw new Refused('category-in-use')
    all = all.filter((one) => !removed.includes(one))
    return { categories: all }
  }
  console.line.answering['categories:restore'] = () => {
    all = [...all, ...removed]
    return { categories: all }
  }
  const { route } = await import('../../../console/router.ts')
  route.value = { at: 'settings', page: 'categories' }
  await screen.findByRole('heading', { name: 'Categories' })
  return { ...console, paths: () => screen.queryAllByRole('button', { name: /^Change / }).map((one) => one.getAttribute('aria-label')) }
}

test('an empty tree offers the usual categories to begin with', async () => {
  const { paths } = await theTree([])
  fireEvent.click(await screen.findByRole('button', { name: 'Begin with the usual ones' }))
  await until(() => paths().includes('Change Other'))
  expect(paths()).toContain('Change Network / VPN')
})

test('a category is added below another, and a name is asked for', async () => {
  const { line, paths } = await theTree([aNetwork])
  fireEvent.click(await screen.findByRole('button', { name: 'New category below Network' }))
  const dialog = within(screen.getByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }))
  expect(dialog.getByText('Write a name')).toBeTruthy()
  fireEvent.input(dialog.getByLabelText('Name'), { target: { value: 'A / B' } })
  expect(dialog.getByText('A name cannot contain a slash between two blanks')).toBeTruthy()
  fireEvent.input(dialog.getByLabelText('Name'), { target: { value: 'VPN' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }))

  await until(() => paths().includes('Change Network / VPN'))
  expect(line.askedFor('categories:save')).toMatchObject([{ parent: aNetwork.id, name: 'VPN', version: 0, retired: false }])
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await until(() => !paths().includes('Change Network / VPN'))
})

test('a name that is taken is said at its field', async () => {
  const { line } = await theTree([aNetwork])
  line.answering['categories:save'] = () => {
    throw new Refused('name-taken')
  }
  fireEvent.click(await screen.findByRole('button', { name: 'New category' }))
  const dialog = within(screen.getByRole('dialog'))
  fireEvent.input(dialog.getByLabelText('Name'), { target: { value: 'network' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await dialog.findByText('This name is already in use.')
  expect(dialog.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true')
})

test('what is retired leaves the tree, is shown on request, and comes back with Undo', async () => {
  const { paths } = await theTree([aNetwork, aCategory(2, 'VPN', aNetwork.id)])
  fireEvent.click((await screen.findAllByRole('button', { name: 'Retire' }))[0] as HTMLElement)
  await until(() => paths().length === 0)
  fireEvent.click(screen.getByLabelText('Show what is retired'))
  expect(paths()).toEqual(['Change Network', 'Change Network / VPN'])
  expect(screen.getAllByText('Retired')).toHaveLength(2)

  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await until(() => screen.queryAllByText('Retired').length === 0)
  expect(paths()).toEqual(['Change Network', 'Change Network / VPN'])
})

test('what no ticket has is removed with all below it, and Undo brings it back', async () => {
  const mail = { ...aCategory(3, 'Mail'), used: false }
  const { paths } = await theTree([aNetwork, mail, { ...aCategory(4, 'Calendar', mail.id), used: false }])
  await until(() => paths().length === 3)
  expect(screen.getAllByRole('button', { name: 'Retire' })).toHaveLength(1)
  fireEvent.click(screen.getAllByRole('button', { name: 'Remove' })[0] as HTMLElement)
  await screen.findByText('Mail is removed, with the one below it.')
  expect(paths()).toEqual(['Change Network'])
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await until(() => paths().length === 3)
})

test('what a ticket has got meanwhile is retired instead, and said to be', async () => {
  const { line, paths } = await theTree([{ ...aNetwork, used: false }])
  line.answering['categories:remove'] = () => {
    throw new Refused('category-in-use')
  }
  fireEvent.click(await screen.findByRole('button', { name: 'Remove' }))
  await screen.findByText('Network is retired. It stays on the tickets that have it.')
  expect(paths()).toEqual([])
})

test('a category moves past what is seen, not beyond the ends, and its button keeps the focus', async () => {
  const hidden = { ...aCategory(1, 'Fax'), retired: true, position: 1 }
  const { line } = await theTree([
    { ...aNetwork, position: 0 },
    { ...hidden, id: aCategory(2, '').id },
    { ...aCategory(3, 'Mail'), position: 2 },
  ])
  fireEvent.click(await screen.findByRole('button', { name: 'Move Network up' }))
  const down = screen.getByRole('button', { name: 'Move Network down' })
  down.focus()
  fireEvent.click(down)
  await screen.findByText('Network is moved.')
  await until(() => document.activeElement === down)
  expect(line.askedFor('categories:save')).toMatchObject([{ name: 'Network', position: 2 }])
})
