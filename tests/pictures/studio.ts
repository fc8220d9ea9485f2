import { SignJWT } from 'jose'
import type { Page } from 'playwright-core'
import { type AgentActor, agentAt } from '../../server/commands/actors/agent.ts'
import { post } from '../../server/commands/actors/person.ts'
import { visitor } from '../../server/commands/actors/visitor.ts'
import { aBrowser } from '../support/browser.ts'
import { aHouseForPictures, type House } from './house.ts'

export type Studio = Awaited<ReturnType<typeof openStudio>>

/** Nora has just begun with her desk, on which nothing is yet; the others have worked for months on theirs. */
export type Sitter = 'nora' | 'olga' | 'ada' | 'ben' | 'samir'

const addressOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@northwind.example`

/** Two desks, a browser, and the people who are photographed. */
export async function openStudio(root: string) {
  const [browser, fresh, busy] = await Promise.all([aBrowser(), aHouseForPictures(root, false), aHouseForPictures(root, true)])
  const link = fresh.firstLink()
  const nora = { email: 'nora@northwind.example', password: fresh.password, house: fresh }
  const olga = { email: addressOf('Olga Petrova'), password: busy.password, house: busy }
  const ada = { email: addressOf('Ada Lindqvist'), password: busy.password, house: busy }
  const ben = { email: addressOf('Ben Carter'), password: busy.password, house: busy }
  const samir = { email: addressOf('Samir Haddad'), password: busy.password, house: busy }
  const sitters = { nora, olga, ada, ben, samir }
  const actors = new Map<Sitter, AgentActor>()
  const pages = new Map<Sitter, Page>()

  async function aPage(context = browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })) {
    const page = await (await context).newPage()
    page.setDefaultTimeout(15_000)
    return page
  }

  let begun: Promise<unknown> | undefined
  /** Nora takes the link of the first administrator, once it was photographed. */
  const begins = (who: Sitter) => {
    if (who !== 'nora') return
    begun ??= post(fresh.url2, '/api/invitation/accept', { token: link, name: 'Nora Ekström', email: nora.email, password: nora.password })
    return begun
  }

  /** The console of somebody who signed in. */
  async function consoleOf(who: Sitter): Promise<Page> {
    const known = pages.get(who)
    if (known) return known
    await begins(who)
    const { email, password, house } = sitters[who]
    const page = await aPage()
    await page.goto(`${house.url}/console`)
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    pages.set(who, page)
    return page
  }

  /** Somebody who does things out of sight, over a line that never fails. */
  async function actorFor(who: Sitter): Promise<AgentActor> {
    await begins(who)
    const { email, password, house } = sitters[who]
    const actor = actors.get(who) ?? (await agentAt(house.url2, { email, password }))
    actors.set(who, actor)
    return actor
  }

  await staffed(await actorFor('olga'))
  await (await actorFor('samir')).wishes('available')
  let secret: Promise<(name: string) => Promise<string>> | undefined
  /** What the intranet of the busy desk signs for somebody who is there. */
  async function identityOf(name: string): Promise<string> {
    secret ??= actorFor('olga').then(voucher)
    return (await secret)(name)
  }

  return {
    browser,
    fresh,
    busy,
    aPage,
    consoleOf,
    actorFor,
    identityOf,
    houseOf: (who: Sitter): House => sitters[who].house,
    linkOfTheFirst: link,
    requester: async (name: string, house = busy) =>
      visitor(house.url2, house === busy ? { identity: await identityOf(name) } : { name, email: addressOf(name) }),

    /** Brings somebody's console to a place, as it is when everything has come. */
    async at(who: Sitter, place: string): Promise<Page> {
      const page = await consoleOf(who)
      await turns(page, '#/nowhere')
      await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
      await turns(page, place)
      await page.getByText('Loading…').first().waitFor({ state: 'detached' })
      return page
    },
    turns,

    /** Those who are photographed again keep their page. */
    async leaves(page: Page) {
      const kept = [...pages.values()]
      if (kept.includes(page)) return
      if (kept.some((one) => one.context() === page.context())) await page.close()
      else await page.context().close()
    },

    /** After each picture everything is as it should be again. */
    async heals() {
      for (const house of [fresh, busy]) house.heal()
      for (const house of [fresh, busy]) while (!(await house.isReady())) await new Promise((again) => setTimeout(again, 50))
      for (const page of pages.values()) {
        // A list that is open in a dialog takes the first Escape.
        for (let presses = 0; presses < 6 && (await page.getByRole('dialog').count()) > 0; presses++) await page.keyboard.press('Escape')
        // Their other button takes back what was done.
        for (const notice of await page.locator('.notice .icon-button').all()) await notice.click()
        await page.getByText('No connection', { exact: false }).first().waitFor({ state: 'detached' })
      }
    },
    async close() {
      for (const actor of actors.values()) actor.leaves()
      await browser.close()
      await Promise.all([fresh.close(), busy.close()])
    },
  }
}

async function turns(page: Page, place: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, place)
}

/** Offers ring long enough for a picture, Ben may have as many chats as there are pictures, and Samir is here without taking any. */
async function staffed(olga: AgentActor) {
  const { settings, version } = await olga.ask('settings:read', {})
  await olga.ask('settings:save', { version, settings: { ...settings, offerSeconds: 600 } })
  const { people } = await olga.ask('people:list', {})
  for (const { id, version, name, email, role, teams } of people) {
    const capacity = { 'Samir Haddad': 0, 'Ben Carter': 50 }[name]
    if (capacity !== undefined) await olga.ask('people:change', { agent: id, version, name, email, role, teams, capacity })
  }
}

async function voucher(olga: AgentActor) {
  const [site] = (await olga.ask('sites:list', {})).sites
  if (!site) throw new Error('The populated desk has no site')
  const { secret } = await olga.ask('sites:rotate', { site: site.id, version: site.version, publicKey: null, previousHours: 0 })
  return (name: string) =>
    new SignJWT({ name, email: addressOf(name) })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(site.issuer)
      .setAudience(site.audience)
      .setSubject(addressOf(name))
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret ?? ''))
}
