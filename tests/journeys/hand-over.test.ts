import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { anInspection } from '../support/axe.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()
const strip = (page: Page) => page.getByRole('complementary', { name: 'Hand-over' })

journey(
  'at the end of her shift Ada hands over what is hers; Grace takes all of it with one key, and Rita is told who goes on',
  async ({ desk, requester, agent }) => {
    const ada = await agent('Ada Lovelace')
    const inspection = anInspection()
    const rita = await requester('Rita')
    await rita.asksForHelp('The VPN drops every ten minutes.')
    await ada.accepts('Rita')
    await ada.says('Rita', 'I ask the lab.')
    await ada.pane('Rita').getByRole('button', { name: 'Promise news' }).click()
    const promise = ada.page.getByRole('dialog', { name: 'Promise the next news' })
    await promise.getByLabel(/^What about/).fill('What the lab finds')
    await promise.getByRole('button', { name: 'Promise', exact: true }).click()
    await promise.waitFor({ state: 'detached' })
    const sven = await desk.requester('Sven')
    await sven.asks('My phone rings for ever.')
    await ada.accepts('Sven')
    await ada.page.keyboard.press('Alt+h')

    const grace = await agent('Grace Hopper', { wish: 'away' })
    const zoe = await agent('Zoe', { role: 'supervisor', wish: 'away' })
    await desk.pool.query(
      `insert into incidents (id, title, text, declared_by, declared_at, changed_at)
       select gen_random_uuid(), 'The lab is slow', 'It is looked at.', id, now(), now() from agents where name = 'Ada Lovelace'`,
    )

    // She goes away, and is asked what becomes of them; by keyboard alone.
    await ada.page.keyboard.press('Alt+a')
    await strip(ada.page).getByText('You are away, and 2 conversations are still yours').waitFor()
    await ada.page.keyboard.press('Control+k')
    await ada.page.keyboard.type('hand over')
    await ada.page.getByRole('option', { name: /Hand over my shift/ }).waitFor()
    await ada.page.keyboard.press('Enter')
    const dialog = ada.page.getByRole('dialog', { name: 'Hand over your shift' })
    await dialog.getByLabel('Hand over to').selectOption({ label: 'Service desk' })
    expect(await dialog.getByLabel('About Rita').inputValue()).toContain('What the lab finds')
    await dialog.getByLabel('About Sven').fill('Is back from lunch at one')
    await inspection.looksAt('handing over', ada.page)
    await inspection.looksClosely('handing over', ada.page)
    await dialog.getByLabel('About The lab is slow').fill('Ask them again at six')
    await dialog.getByRole('button', { name: 'Hand over 2 conversations and 1 incident' }).click()
    await strip(ada.page).getByText('You hand over 2 conversations and 1 incident to Service desk.', { exact: false }).waitFor()

    // Zoe declines it for herself, thinks again, and declines it after all; Ada reads why, and Grace still sees it.
    await strip(zoe.page).getByText('Ada Lovelace hands over 2 conversations and 1 incident to Service desk').waitFor()
    for (const isLast of [false, true]) {
      await zoe.page.keyboard.press('Alt+x')
      await zoe.page.keyboard.type('I leave, too')
      if (isLast) await inspection.looksAt('declining', zoe.page)
      await zoe.page.keyboard.press('Enter')
      await strip(zoe.page).waitFor({ state: 'detached' })
      await strip(ada.page).getByText('Declined: Zoe (I leave, too)', { exact: false }).waitFor()
      if (isLast) break
      await zoe.page.keyboard.press('Alt+z')
      await strip(zoe.page).waitFor()
    }
    await strip(grace.page).getByRole('button', { name: 'Look' }).click()
    const card = grace.page.getByRole('dialog', { name: 'Hand-over by Ada Lovelace' })
    await card.getByText('Is back from lunch at one').waitFor()
    await card.getByText('Ask them again at six').waitFor()
    await inspection.looksAt('taking over', grace.page)
    await inspection.looksClosely('taking over', grace.page)
    await grace.page.keyboard.press('Alt+g')
    await grace.sees('2 conversations and 1 incident of Ada Lovelace are yours now.')
    await comesTo(() => grace.inbox.getByRole('link', { name: /Rita|Sven/ }).count(), 2)
    await rita.sees(/Grace Hopper/)
    await ada.sees('Grace Hopper took over 2 conversations and 1 incident of yours.')
    await strip(zoe.page).waitFor({ state: 'detached' })
    await grace.turnsTo('Sven')
    await grace.pane('Sven').getByText('Is back from lunch at one', { exact: false }).first().waitFor()
    await grace.turnsTo('Rita')
    await grace.says('Rita', 'The lab has it: a new router comes.')
    await rita.sees('The lab has it: a new router comes.')
    if ((await rita.everything()).includes('lunch')) throw new Error('Rita read what was written for Grace')
    inspection.endsWell()
  },
)

journey(
  'Ada names Zoë in a note and asks Nina of another team for advice; both hear of it, later too, and Rita reads nothing of it',
  async ({ desk, requester, agent }) => {
    const network = crypto.randomUUID()
    await desk.pool.query("insert into teams (id, name, tier) values ($1, 'Network', 2)", [network])
    const ada = await agent('Ada Lovelace')
    const zoe = await agent('Zoë Ångström', { wish: 'away' })
    const nina = await agent('Nina Simone', { wish: 'away', teams: [network] })
    const rita = await requester('Rita')
    const inspection = anInspection()
    await rita.asksForHelp('The VPN drops every ten minutes.')
    await ada.accepts('Rita')

    // By keyboard, without accents; of Nina, who may not read it, nobody is offered.
    await ada.page.keyboard.press('Alt+p')
    const note = ada.pane('Rita').getByRole('textbox', { name: 'Note' })
    await note.pressSequentially('@nin')
    await ada.page.keyboard.press('Control+a')
    await note.pressSequentially('Is it the driver @zoe ang')
    await ada.page.getByText('Zoë Ångström, 1 of 1.', { exact: false }).waitFor()
    await ada.page.keyboard.press('Enter')
    await note.pressSequentially('quince?')
    await ada.page.keyboard.press('Enter')
    const news = zoe.page.getByRole('complementary', { name: 'News for you' })
    await news.getByText('Ada Lovelace names you in the chat with Rita').waitFor()
    await news.getByRole('button', { name: 'Follow' }).click()
    await zoe.page.keyboard.press('Alt+m')
    const list = zoe.page.getByRole('dialog', { name: 'News' })
    await list.getByText('Is it the driver @Zoë Ångström quince?').waitFor()
    await inspection.looksAt('news', zoe.page)
    await list.getByRole('button', { name: /names you/ }).click()
    await zoe.pane('Rita').locator('.note', { hasText: 'quince?' }).waitFor()
    await news.waitFor({ state: 'detached' })
    await zoe.page.getByRole('button', { name: /You follow/ }).waitFor()
    await ada.page.getByText('Followed by Zoë Ångström').waitFor()

    // Nina is of another team, reads along, and answers; the chat stays Ada's.
    await ada.page.keyboard.press('Alt+v')
    const ask = ada.page.getByRole('dialog', { name: 'Ask a colleague for advice' })
    await ask.getByLabel('Whom').selectOption({ label: 'Nina Simone: away' })
    await ask.getByLabel('What do you want to know?').fill('Which gateway, medlar?')
    await inspection.looksAt('asking for advice', ada.page)
    await ask.getByRole('button', { name: 'Ask', exact: true }).click()
    await ask.waitFor({ state: 'detached' })
    await nina.page.getByRole('complementary', { name: 'News for you' }).getByRole('button', { name: 'Go there' }).click()
    const thread = nina.page.getByRole('article', { name: 'Ada Lovelace asks Nina Simone' })
    await thread.getByLabel('Answer to Ada Lovelace').fill('The old one, medlar.')
    await thread.getByLabel('Answer to Ada Lovelace').press('Enter')
    const mine = ada.page.getByRole('article', { name: 'Ada Lovelace asks Nina Simone' })
    await mine.getByText('The old one, medlar.').waitFor()
    await mine.getByText('Answered').waitFor()
    await inspection.looksAt('advice', ada.page)
    await ada.page.keyboard.press('Alt+l')
    await ada.says('Rita', 'It is the gateway.')
    await rita.sees('It is the gateway.')
    await zoe.page.getByRole('link', { name: 'Settings' }).click()
    await ada.ends('Rita')
    await ada.wrapsUp('Rita', 'Solved', 'Another gateway')
    await news.getByText('Ada Lovelace resolved the ticket of Rita').waitFor()
    if (/quince|medlar/.test(await rita.everything())) throw new Error('Rita read what agents wrote to each other')
    inspection.endsWell()
  },
)
