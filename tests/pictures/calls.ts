import { createHmac, randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Scene, Screen } from './screen.ts'
import type { Studio } from './studio.ts'
import { fails, isRefused, loads, loses, opens } from './usual.ts'

const place = '#/settings/phone'

/** Where administrators set the telephone system up. */
export const phone: Screen = {
  empty: opens('nora', place),
  many: opens('olga', place, (page) =>
    page
      .getByLabel(/^Extension of/)
      .first()
      .waitFor(),
  ),
  loading: loads('olga', place),
  error: fails('olga', place),
  offline: loses('olga', place),
  refused: opens('olga', place, async (page) => {
    await page
      .getByLabel(/^Extension of/)
      .first()
      .fill('two hundred')
    await isRefused(page)
  }),
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Log a call or visit' })

/** Calls, over the chats. */
export const calls: Record<string, Scene> = {
  call: async (studio) => {
    const page = await studio.at('ada', '#/chats')
    await page.keyboard.press('Alt+c')
    await dialog(page).getByRole('combobox', { name: 'Person' }).fill('ri')
    await dialog(page).getByRole('option').first().waitFor()
    return page
  },
  'call-written': async (studio) => {
    const page = await studio.at('ada', '#/chats')
    await page.keyboard.press('Alt+c')
    await dialog(page).getByLabel('What was asked').fill('The VPN says timed out')
    await dialog(page).getByLabel('Guide as your checklist').selectOption({ index: 1 })
    await dialog(page).getByLabel('What was done').fill('Reset the password')
    await page.keyboard.press('Enter')
    await dialog(page).getByText('Another team goes on').click()
    await page.keyboard.press('Control+Enter')
    await dialog(page).locator('.error').first().waitFor()
    return page
  },
  calling: async (studio) => {
    const page = await studio.at('ada', '#/chats')
    await isCalled(studio)
    await page.getByRole('region', { name: 'Calls', exact: true }).getByRole('button', { name: 'Let it go' }).first().waitFor()
    return page
  },
}

/** The telephone system tells that somebody calls Ada. */
async function isCalled(studio: Studio) {
  const olga = await studio.actorFor('olga')
  const { version } = await olga.ask('telephony:read', {})
  const { secret } = await olga.ask('telephony:save', { version, enabled: true, extensions: [], newSecret: true })
  const body = JSON.stringify({ call: randomUUID(), number: '+44 113 496 0123', agent: 'ada.lindqvist@northwind.example' })
  const time = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', secret ?? '')
    .update(`${time}.${body}`)
    .digest('hex')
  await fetch(`${studio.busy.url}/hooks/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'firstline-timestamp': time, 'firstline-signature': `v1=${signature}` },
    body,
  })
}

/** Where administrators list what helps from afar. */
export const remote: Screen = {
  empty: opens('nora', '#/settings/remote'),
  many: opens('olga', '#/settings/remote', async (page) => {
    await page.getByLabel('Addresses that may be tried').fill('Intranet = https://intranet.northwind.example/')
    await page.getByLabel('Tools', { exact: true }).fill('Quick Assist = ms-quick-assist:')
  }),
  loading: loads('olga', '#/settings/remote'),
  error: fails('olga', '#/settings/remote'),
  offline: loses('olga', '#/settings/remote'),
  refused: opens('olga', '#/settings/remote', async (page) => {
    await page.getByLabel('Tools', { exact: true }).fill('Trick = javascript:alert(1)')
    await isRefused(page)
  }),
}
