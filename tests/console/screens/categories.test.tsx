import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import type { Category } from '../../../shared/category.ts'
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
  return { id: `60000000-0000-4000-8000-00000000000${number}`, parent, name, position: number, retired: false, version: 1 }
}

/** Ada administers, and the far end keeps what she saves. */
async function theTree(kept: Category[]) {
  const me = { id: ada, name: 'Ada Abel', role: 'administrator' as const, teams: [network], standing }
  const console = await aConsole({ me }, {}, '#/nowhere')
  let all = kept
  console.line.answering['categories:list'] = () => ({ categories: all })
  console.line.answering['categories:save'] = ({ category, ...wanted }) => {
    all = [...all.filter(({ id }) => id !== category), { ...wanted, id: category, version: wanted.version + 1 }]
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
