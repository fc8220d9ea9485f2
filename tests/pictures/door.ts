import type { Screen } from './screen.ts'
import type { Studio } from './studio.ts'

const alone = 'the same for everybody'

/** Signing in. */
export const signIn: Screen = {
  empty: comesTo,
  loading: async (studio) => {
    const page = await studio.aPage()
    await page.route('**/api/me', () => undefined)
    await page.goto(`${studio.busy.url}/console`)
    await page.getByText('Loading…').waitFor()
    return page
  },
  error: (studio) => tries(studio, () => studio.busy.toPostgres.close()),
  offline: (studio) => tries(studio, () => studio.busy.door.close()),
  refused: (studio) => tries(studio, () => undefined),
  many: alone,
  also: {
    unreachable: async (studio) => {
      const page = await comesTo(studio)
      await page.route('**/api/me', (route) => route.abort())
      await page.reload()
      await page.getByText('cannot be reached').waitFor()
      return page
    },
  },
}

/** The one-time link. */
export const welcome: Screen = {
  empty: async (studio) => {
    const page = await studio.aPage()
    await page.goto(`${studio.fresh.url}/console#/welcome/${studio.linkOfTheFirst}`)
    await page.getByLabel('Password', { exact: true }).waitFor()
    return page
  },
  loading: async (studio) => {
    const page = await studio.aPage()
    await page.route('**/api/invitation**', () => undefined)
    await page.goto(`${studio.busy.url}/console#/welcome/12345678901234567890`)
    await page.getByText('Loading…').waitFor()
    return page
  },
  error: async (studio) => {
    studio.busy.toPostgres.close()
    const page = await studio.aPage()
    await page.goto(`${studio.busy.url}/console#/welcome/12345678901234567890`)
    await page.getByRole('alert').waitFor()
    return page
  },
  offline: 'the page itself comes over the network',
  refused: async (studio) => {
    const page = await studio.aPage()
    await page.goto(`${studio.busy.url}/console#/welcome/12345678901234567890`)
    await page.getByRole('alert').waitFor()
    return page
  },
  many: alone,
  also: {
    wrong: async (studio) => {
      const page = await studio.aPage()
      await page.goto(`${studio.fresh.url}/console#/welcome/${studio.linkOfTheFirst}`)
      await page.getByLabel('Password', { exact: true }).fill('too short')
      await page.getByRole('button', { name: 'Set password and begin' }).click()
      await page.locator('.error').first().waitFor()
      return page
    },
  },
}

/** An address that leads nowhere. */
export const nowhere: Screen = {
  empty: (studio) => studio.at('olga', '#/nowhere'),
  loading: alone,
  error: alone,
  offline: alone,
  refused: alone,
  many: alone,
}

async function comesTo(studio: Studio) {
  const page = await studio.aPage()
  await page.goto(`${studio.busy.url}/console`)
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  return page
}

/** Signs in with another password, after something happened. */
async function tries(studio: Studio, happens: () => void) {
  const page = await comesTo(studio)
  happens()
  await page.getByLabel('E-mail').fill('ada.lindqvist@northwind.example')
  await page.getByLabel('Password').fill('good morning')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').waitFor()
  return page
}
