import type { Page } from 'playwright-core'
import type { SettingsPage } from '../../console/router.ts'
import type { Scene } from './screen.ts'
import type { Sitter } from './studio.ts'

/** A place in somebody's console, and what is done there. */
export const opens =
  (who: Sitter, place: string, then: (page: Page) => Promise<unknown> = async () => undefined): Scene =>
  async (studio) => {
    const page = await studio.at(who, place)
    await then(page)
    return page
  }

/** The network swallows the question: nothing comes. */
export const loads =
  (who: Sitter, place: string): Scene =>
  async (studio) => {
    const page = await studio.at(who, '#/nowhere')
    studio.houseOf(who).door.blackHole()
    await studio.turns(page, place)
    await page.getByText('Loading…').first().waitFor()
    return page
  }

/** The desk has lost its database. */
export const fails =
  (who: Sitter, place: string): Scene =>
  async (studio) => {
    const page = await studio.at(who, '#/nowhere')
    studio.houseOf(who).toPostgres.close()
    await studio.turns(page, place)
    await page.getByRole('alert').first().waitFor()
    return page
  }

/** Somebody has read a page, and then the network goes. */
export const loses =
  (who: Sitter, place: string): Scene =>
  async (studio) => {
    const page = await studio.at(who, place)
    studio.houseOf(who).door.close()
    await page.getByText('No connection', { exact: false }).first().waitFor()
    return page
  }

/** Presses a button, and waits for the dialog it opens. */
export const dialog = (button: string | RegExp) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name: button }).first().click()
  await page.getByRole('dialog').waitFor()
}

/** Saves, and waits for the sentence that says why not. */
export async function isRefused(page: Page, button: string | RegExp = 'Save') {
  const form = page.getByRole('dialog').or(page.getByRole('main')).last()
  await form.getByRole('button', { name: button, exact: true }).last().click()
  await form.locator('.error, .said.bad').first().waitFor()
}

/** Opens what is folded under the name of a team. */
export async function unfolds(page: Page, team: string) {
  const folded = page.locator('details', { hasText: team }).first()
  await folded.locator('summary').click()
  return folded
}

/** What all pages of the settings have: on a desk that is new, on one with three months behind it, and while something fails. */
export function usual(page: SettingsPage) {
  const place = `#/settings/${page}`
  return {
    empty: opens('nora', place),
    loading: loads('olga', place),
    error: fails('olga', place),
    offline: loses('olga', place),
    many: opens('olga', place),
  }
}
