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
    await dialog.getByRole('button', { name: 'Hand over 2 conversations' }).click()
    await strip(ada.page).getByText('You hand over 2 conversations to Service desk.', { exact: false }).waitFor()

    await strip(zoe.page).getByText('Ada Lovelace hands over 2 conversations to Service desk').waitFor()
    await strip(grace.page).getByRole('button', { name: 'Look' }).click()
    const card = grace.page.getByRole('dialog', { name: 'Hand-over by Ada Lovelace' })
    await card.getByText('Is back from lunch at one').waitFor()
    await inspection.looksAt('taking over', grace.page)
    await grace.page.keyboard.press('Alt+g')
    await grace.sees('2 conversations of Ada Lovelace are yours now.')
    await comesTo(() => grace.inbox.getByRole('link', { name: /Rita|Sven/ }).count(), 2)
    await rita.sees(/Grace Hopper/)
    await ada.sees('Grace Hopper took over 2 conversations of yours.')
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
