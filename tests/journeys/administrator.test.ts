import { expect } from '@jest/globals'
import { firstAdministratorLink } from '../../server/postgres/first-administrator.ts'
import { atConsole } from '../support/at-console.ts'
import { anInspection } from '../support/axe.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()
const password = 'a quiet harbour at noon'

journey(
  'Olga comes by the one-time link, invites Ada, and Ada signs in with her own password',
  async ({ desk, aBrowserOfOnesOwn }) => {
    const inspection = anInspection()
    const page = await (await aBrowserOfOnesOwn()).newPage()
    await page.goto((await firstAdministratorLink(desk.pool, desk.url)) ?? '')
    await page.getByRole('heading', { name: /first administrator/ }).waitFor()
    await inspection.looksAt('welcome, the first', page)
    await page.getByLabel('E-mail').fill('olga@example.com')
    await page.getByLabel('Your name').fill('Olga')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByLabel('The same password again').fill(password)
    await page.getByRole('button', { name: 'Set password and begin' }).click()
    await page.getByRole('link', { name: 'Finish later' }).click()
    await page.getByRole('switch').waitFor()

    await page.getByRole('link', { name: 'Settings', exact: true }).click()
    await page.getByRole('button', { name: 'Invite' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invite a person' })
    await dialog.getByLabel('Name').fill('Ada Lovelace')
    await dialog.getByLabel('E-mail').fill('ada@example.com')
    await dialog.getByLabel('Service desk').check()
    await dialog.getByRole('button', { name: 'Invite' }).click()
    const link = await dialog.getByLabel('One-time link for Ada Lovelace').inputValue()
    await inspection.looksAt('a one-time link', page)

    const adas = await (await aBrowserOfOnesOwn()).newPage()
    await adas.goto(link)
    await adas.getByRole('heading', { name: 'Welcome, Ada Lovelace' }).waitFor()
    await adas.getByRole('button', { name: 'Set password and begin' }).click()
    await inspection.looksAt('welcome, with what is missing', adas)
    await adas.getByLabel('Password', { exact: true }).fill(password)
    await adas.getByLabel('The same password again').fill(password)
    await adas.getByRole('button', { name: 'Set password and begin' }).click()
    const ada = atConsole(adas, 'Ada Lovelace')
    await ada.becomesAvailable()

    await adas.getByRole('link', { name: /^Your account/ }).click()
    await adas.getByRole('button', { name: 'Sign out', exact: true }).click()
    await adas.getByRole('heading', { name: 'Sign in to the help desk' }).waitFor()
    await inspection.looksAt('sign-in', adas)
    await adas.getByLabel('E-mail').fill('ada@example.com')
    await adas.getByLabel('Password').fill('not my password')
    await adas.getByRole('button', { name: 'Sign in' }).click()
    await adas.getByRole('alert').waitFor()
    await inspection.looksAt('sign-in, refused', adas)
    await adas.getByLabel('Password').fill(password)
    await adas.getByRole('button', { name: 'Sign in' }).click()
    await adas.getByRole('link', { name: 'Chats' }).click()
    await adas.getByRole('switch', { name: 'Availability: Available' }).waitFor()

    await adas.goto(link)
    await adas.getByText('This link has been used or is too old.').waitFor()
    await inspection.looksAt('a link that is over', adas)
    expect(await adas.getByLabel('Password').count()).toBe(0)

    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('link', { name: 'Audit log' }).click()
    await page
      .getByRole('cell', { name: /Ada Lovelace/ })
      .first()
      .waitFor()
  },
  150,
)
