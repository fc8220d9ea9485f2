import { expect } from '@jest/globals'
import { german as consoleGerman } from '../../console/words/de.ts'
import { english as consoleEnglish } from '../../console/words/en.ts'
import { pseudo } from '../../shared/ui/pseudo.ts'
import { german as widgetGerman } from '../../widget/words/de.ts'
import { english as widgetEnglish } from '../../widget/words/en.ts'
import { german as talkGerman } from '../../widget/words/talk/de.ts'
import { english as talkEnglish } from '../../widget/words/talk/en.ts'
import { anIntranet } from '../support/intranet.ts'
import { aRuler } from '../support/layout.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage({ settings: { offerSeconds: 60, reofferAfterSeconds: 1 } })
/** German as it is; English made longer; English made to run from right to left. */
const tried = ['de', 'en-XA', 'ar-XB'] as const

journey('the widget speaks as its page does, or as the page says it should', async ({ desk, agent, aBrowserOfOnesOwn }) => {
  await agent('Ada Lovelace')
  const german = await anIntranet(desk.url, { lang: 'de' })
  const english = await anIntranet(desk.url, { lang: 'en', says: 'data-language="de"' })
  try {
    const olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
    const { version } = await olga.ask('origins:read', {})
    await olga.ask('origins:save', { origins: [german.url, english.url], version })
    for (const { url } of [german, english]) {
      const page = await (await aBrowserOfOnesOwn()).newPage()
      await page.goto(url)
      await page.getByRole('button', { name: 'IT-Helpdesk-Chat' }).click()
      const frame = page.frameLocator('iframe[title="IT-Helpdesk"]')
      await frame.getByLabel('Ihr Name').fill('Rita')
      await frame.getByLabel('Ihre E-Mail-Adresse').fill('rita@example.com')
      await frame.getByRole('button', { name: 'Weiter' }).click()
      await frame.getByRole('button', { name: 'Mit dem Helpdesk chatten' }).waitFor()
    }
  } finally {
    for (const host of [german, english]) host.close()
  }
})

journey('Ada chooses German, keeps what she was writing, and still reads German tomorrow', async ({ desk, agent }) => {
  const ada = await agent('Ada Lovelace')
  const { page } = ada
  const rita = await desk.requester('Rita')
  await rita.asks('The lamp blinks.', desk.topic)
  await ada.accepts('Rita')
  await ada.reply('Rita').fill('Half a sentence')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Your account' }).first().click()
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await page.getByRole('heading', { name: 'Ihr Konto', level: 2 }).waitFor()
  expect(await page.evaluate(() => [document.documentElement.lang, document.activeElement?.parentElement?.textContent])).toEqual([
    'de',
    'Deutsch',
  ])
  await page.getByRole('link', { name: 'Chats' }).click()
  await page.getByRole('link', { name: 'Rita' }).first().click()
  const reply = page.getByRole('textbox', { name: 'Antwort an Rita' })
  expect(await reply.inputValue()).toBe('Half a sentence')
  await ada.pane('Rita').getByText('Ada Lovelace hat angenommen.').waitFor()
  await page.reload()
  await reply.waitFor()
  expect(await reply.inputValue()).toBe('Half a sentence')
})

journey(
  'no layout of the console breaks in a language that is longer, or runs from right to left',
  async ({ desk, aBrowserOfOnesOwn }) => {
    const ada = await desk.agent('Ada Lovelace', { role: 'administrator' })
    const rita = await desk.requester('Rita Moreno')
    const chat = await rita.asks('My screen is black since this morning, and so is that of my neighbour', desk.topic)
    await ada.does(chat, { kind: 'take' })
    await ada.says(chat, 'Hello Rita. Is the cable in?')
    await ada.does(chat, { kind: 'note', text: 'The same room as last week' })
    await (await desk.requester('Sven')).asks('Who waits?', desk.topic)

    const ruler = aRuler()
    for (const language of tried) {
      const say = language === 'de' ? consoleGerman : pseudo(consoleEnglish, language)
      const context = await aBrowserOfOnesOwn()
      const [name = '', value = ''] = (ada.cookie ?? '').split('=')
      const page = await context.newPage()
      const goesTo = async (place: string) => {
        await page.evaluate((hash) => {
          location.hash = hash
        }, place)
        await page.getByText(say.shell.loading).first().waitFor({ state: 'detached' })
      }
      const measures = (screen: string) => ruler.measures(`${language} ${screen}`, page)

      await page.goto(`${desk.url}/console?language=${language}`)
      await page.getByRole('button', { name: say.shell.signIn }).waitFor()
      await measures('the door')
      await context.addCookies([{ name, value, url: desk.url }])
      await page.reload()
      await page.getByRole('switch').waitFor()
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar-XB' ? 'rtl' : 'ltr')
      await ada.ask('agent:wish', { wish: 'available' })
      await page.getByRole('button', { name: say.chats.accept, exact: true }).waitFor()
      await measures('chats, and an offer')
      await ada.ask('agent:wish', { wish: 'away' })
      await page.getByRole('button', { name: say.chats.accept, exact: true }).waitFor({ state: 'detached' })
      await goesTo(`/chats/${chat}`)
      const pane = page.getByRole('article', { name: 'Rita Moreno' })
      await pane.getByText('Hello Rita').waitFor()
      await measures('a chat')
      for (const dialog of ['transfer', 'why', 'end'] as const) {
        await page.setViewportSize({ width: 1440, height: 800 })
        await pane.getByRole('button', { name: say.chats[dialog], exact: true }).click()
        await page.getByRole('dialog').waitFor()
        await measures(dialog)
        await page.keyboard.press('Escape')
      }
      await page.keyboard.press('Control+K')
      await page.getByRole('combobox').first().waitFor()
      await measures('commands')
      await page.keyboard.press('Escape')
      await goesTo('/tickets')
      await page.getByRole('row').nth(1).waitFor()
      await measures('tickets')
      await goesTo('/tickets/1')
      await page.locator('.bubble').getByText('Hello Rita').waitFor()
      await measures('a ticket')
      await goesTo('/settings')
      const links = page.getByRole('navigation', { name: say.settings.settings }).getByRole('link')
      await links.first().waitFor()
      for (const place of await links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).hash.slice(1)))) {
        await goesTo(place)
        await page.getByRole('heading', { level: 2 }).first().waitFor()
        await measures(place)
      }
    }
    ruler.endsWell()
  },
  180,
)

journey('no layout of the widget breaks in them either', async ({ desk, aBrowserOfOnesOwn }) => {
  const ada = await desk.agent('Ada Lovelace')
  const ruler = aRuler()
  for (const language of tried) {
    const german = { ...widgetGerman, ...talkGerman }
    const say = language === 'de' ? german : pseudo({ ...widgetEnglish, ...talkEnglish }, language)
    const page = await (await aBrowserOfOnesOwn()).newPage()
    // As narrow as the smallest phone, and as wide as the frame on any other screen.
    const measures = (screen: string) => ruler.measures(`${language} widget, ${screen}`, page, [320, 360, 380])

    await page.goto(`${desk.url}/widget/frame?language=${language}`)
    await page.getByLabel(say.introduce.name).fill('Rita Moreno')
    await measures('introduction')
    await page.getByLabel(say.introduce.email).fill('rita@example.com')
    await page.getByRole('button', { name: say.introduce.go, exact: true }).click()
    await page.getByLabel(say.ask.text).fill('My screen is black since this morning, and so is that of my neighbour')
    await measures('question')
    await page.getByRole('button', { name: say.ask.chat, exact: true }).click()
    await page.getByText(say.place.inLine).waitFor()
    await measures('line')
    const { offers } = await ada.ask('desk:look', {})
    const chat = offers[0]?.conversation.id ?? ''
    await ada.does(chat, { kind: 'accept', offer: offers[0]?.offer ?? '' })
    await ada.says(chat, 'Hello Rita. Is the cable in?')
    await page.locator('.bubble').getByText('Hello Rita').waitFor()
    await measures('chat')
    await ada.does(chat, { kind: 'end' })
    await page.getByRole('button', { name: say.ended.another, exact: true }).waitFor()
    await measures('end')
    await page.getByRole('button', { name: say.ended.another, exact: true }).click()
    await page.getByRole('heading', { name: say.requests.title }).waitFor()
    await measures('home')
  }
  ruler.endsWell()
})
