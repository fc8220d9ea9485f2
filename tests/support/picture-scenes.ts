import { join } from 'node:path'
import { SignJWT } from 'jose'
import type { Browser, Page } from 'playwright-core'
import { type AgentActor, agentAt } from '../../server/commands/actors/agent.ts'
import type { Person } from '../../server/commands/actors/person.ts'
import { visitor } from '../../server/commands/actors/visitor.ts'
import { aBrowser } from './browser.ts'
import { chats } from './picture-chats.ts'

export interface PictureDesk {
  url: string
  /** What everybody of the populated desk signs in with. */
  password: string
  /** Where the pictures go. */
  folder: string
}

const addressOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@northwind.example`

/** Ada has four chats, it rings for a fifth, and Rita waits at the widget: then it goes on, and everything is photographed. */
export async function playForPictures(desk: PictureDesk) {
  const browser = await aBrowser()
  const olga = await agentAt(desk.url, { email: addressOf('Olga Petrova'), password: desk.password })
  const ada = await agentAt(desk.url, { email: addressOf('Ada Lindqvist'), password: desk.password })
  try {
    await olga.wishes('away')
    await ada.wishes('available')
    await letItRingLong(olga)
    const comes = await introductions(olga, desk.url)
    const { topics } = await olga
      .ask('teams:list', {})
      .then(({ teams }) => teams.find(({ name }) => name === 'Service desk') ?? { topics: [] })
    const topic = topics[0]?.id ?? null
    const screen = await atConsole(browser, desk, 'Ada Lindqvist')
    for (const chat of chats) await goesOn(ada, await comes.inPerson(chat.name), topic, chat.lines)
    await turnsTo(screen, 'Mei Chen')

    const rita = await atDemo(browser, desk.url, await comes.identity('Rita Moreno'))
    await opensWidget(rita)
    await rita.frameLocator('iframe').getByRole('button', { name: 'Attach files' }).waitFor()
    await shoot(rita, desk, 'widget-home')
    await asks(
      rita,
      'I cannot sign in any more: it says that my password has expired. I have a presentation at ten.',
      'Password or account',
    )
    await rita.frameLocator('iframe').getByText(/1st/).first().waitFor()
    await shoot(rita, desk, 'widget-waiting')
    const ringing = await ada.isOffered()
    await (await comes.inPerson('Peter Walsh')).asks('Outlook does not find mails older than two weeks', { topic })
    await screen.getByText('Outlook does not find mails').first().waitFor()
    await shootBoth(screen, desk, 'console')

    await ada.accepts(ringing)
    await ada.ask('conversation:open', { conversation: ringing.conversation.id })
    await ada.says(
      ringing.conversation.id,
      'Hello Rita, that we can do quickly. Please tell me your personnel number, so that I know it is you.',
    )
    await saysInWidget(rita, '20417')
    await ada.says(
      ringing.conversation.id,
      'Thank you. I have sent a temporary password to your registered mobile. Windows asks you to choose a new one.',
    )
    await saysInWidget(rita, 'Works! You saved my morning.')
    await shootBoth(rita, desk, 'widget-chat')
    await cutsOff(rita, 'I lock my screen now.')
    await shoot(rita, desk, 'widget-offline')
    await comesBack(rita)
    await solves(ada, ringing.conversation.id)
    await rita.frameLocator('iframe').getByRole('heading', { name: 'Solved' }).waitFor()
    await shoot(rita, desk, 'widget-solved')
    await tickets(await atConsole(browser, desk, 'Olga Petrova'), desk)
  } finally {
    for (const person of [olga, ada]) person.leaves()
    await browser.close()
  }
}

async function letItRingLong(olga: AgentActor) {
  const { settings, version } = await olga.ask('settings:read', {})
  await olga.ask('settings:save', { version, settings: { ...settings, offerSeconds: 60 } })
}

/** People come from the intranet, which vouches for them. */
async function introductions(olga: AgentActor, url: string) {
  const [site] = (await olga.ask('sites:list', {})).sites
  if (!site) throw new Error('The populated desk has no site')
  const { secret } = await olga.ask('sites:rotate', { site: site.id, version: site.version, publicKey: null, previousHours: 0 })
  const identity = (name: string) =>
    new SignJWT({ name, email: addressOf(name) })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(site.issuer)
      .setAudience(site.audience)
      .setSubject(addressOf(name))
      .setExpirationTime('10m')
      .sign(new TextEncoder().encode(secret ?? ''))
  return { identity, inPerson: async (name: string) => visitor(url, { identity: await identity(name) }) }
}

async function goesOn(ada: AgentActor, rita: Awaited<ReturnType<typeof visitor>>, topic: string | null, [first = '', ...lines]: string[]) {
  const conversation = await rita.asks(first.slice(2), { topic })
  await ada.accepts(await ada.isOffered(conversation))
  await Promise.all([ada, rita].map((person: Person) => person.ask('conversation:open', { conversation })))
  for (const line of lines) {
    const [kind, text] = [line[0], line.slice(2)]
    if (kind === 'N') await ada.does(conversation, { kind: 'note', text })
    else await (kind === 'R' ? rita : ada).says(conversation, text)
  }
}

async function atConsole(browser: Browser, { url, password }: PictureDesk, name: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(`${url}/console`)
  await page.getByLabel('E-mail').fill(addressOf(name))
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('switch', { name: /Availability/ }).waitFor()
  return page
}

async function atDemo(browser: Browser, url: string, identity: string) {
  const page = await browser.newPage({ viewport: { width: 1180, height: 760 }, colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(`${url}/demo`)
  await page.getByRole('button', { name: /^IT help desk chat/ }).waitFor()
  await page.evaluate((jwt) => Reflect.get(window, 'Firstline')?.identify(jwt), identity)
  return page
}

async function opensWidget(page: Page) {
  await page.getByRole('button', { name: /^IT help desk chat/ }).click()
  await page.frameLocator('iframe').getByText(/here/).first().waitFor()
}

async function cutsOff(page: Page, words: string) {
  await page.context().setOffline(true)
  await page.frameLocator('iframe').getByText('No connection', { exact: false }).waitFor()
  await saysInWidget(page, words)
  await page.frameLocator('iframe').getByText('Waiting to send').waitFor()
}

async function comesBack(page: Page) {
  await page.context().setOffline(false)
  await page.frameLocator('iframe').getByText('Waiting to send').waitFor({ state: 'detached' })
}

async function solves(ada: AgentActor, conversation: string) {
  await ada.does(conversation, { kind: 'end' })
  await ada.does(conversation, {
    kind: 'resolve',
    code: 'solved',
    resolution: 'The password had expired; a temporary one was sent, and Rita chose a new one.',
  })
}

async function asks(page: Page, text: string, topic: string) {
  const frame = page.frameLocator('iframe')
  await frame.getByLabel('What is it about?').selectOption({ label: topic })
  await frame.getByLabel('What happened?').fill(text)
  await frame.getByRole('button', { name: /Chat with the help desk/ }).click()
}

async function saysInWidget(page: Page, text: string) {
  const writing = page.frameLocator('iframe').getByRole('textbox', { name: 'Your message' })
  await writing.fill(text)
  await writing.press('Enter')
  await page.frameLocator('iframe').getByRole('log').getByText(text).waitFor()
}

async function turnsTo(page: Page, requester: string) {
  await page.getByRole('link', { name: requester }).first().click()
  await page.getByRole('article', { name: requester, exact: true }).waitFor()
}

async function tickets(page: Page, desk: PictureDesk) {
  await page.getByRole('link', { name: 'Tickets' }).click()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await page.getByRole('row').nth(30).waitFor()
  await shoot(page, desk, 'tickets')
  await page.getByRole('searchbox').fill('old gateway')
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('row').filter({ hasText: 'VPN drops' }).first().getByRole('link').first().click()
  await page.getByText('The ticket was logged.').first().waitFor()
  await shoot(page, desk, 'ticket')
}

async function shootBoth(page: Page, desk: PictureDesk, name: string) {
  await shoot(page, desk, name)
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, desk, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

async function shoot(page: Page, { folder }: PictureDesk, name: string) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(`• docs/pictures/${name}.png`)
}
