import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { anInspection } from '../support/axe.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'many have one cause: Tom reads it before he asks, says "me too", hears the news, and is told when it is over',
  async ({ requester, agent }) => {
    const ada = await agent('Ada Lovelace')
    const rita = await requester('Rita')
    await rita.asksForHelp('I cannot get into the VPN.')
    await ada.accepts('Rita')

    // From Rita's chat it becomes known, in a few words.
    await ada.page.getByRole('button', { name: 'Known incident…' }).click()
    const dialog = ada.page.getByRole('dialog', { name: 'Known incident' })
    await dialog.getByLabel('What is wrong, in one line').fill('The VPN is down')
    await dialog.getByLabel('What is known').fill('Nobody gets in. **Work offline** meanwhile.')
    await dialog.getByRole('button', { name: 'Declare an incident' }).click()
    await ada.page.getByRole('heading', { name: 'The VPN is down' }).waitFor()
    await rita.sees('You are part of “The VPN is down”')

    const tom = await requester('Tom')
    await tom.opens()
    await tom.introduces()
    const banner = tom.frame.getByRole('region', { name: 'Known incidents' })
    await banner.getByText('Work offline').waitFor()
    const inspection = anInspection()
    const frame = tom.page.frames().find((one) => one.url().includes('/widget'))
    await inspection.looksAt('the widget with an incident', tom.page, frame)
    await banner.getByRole('button', { name: 'Me too' }).click()
    await tom.sees('Noted, your number is INC-000002')
    await ada.page.getByText('2 open, 1 of them talking or waiting').first().waitFor()

    await ada.page.getByRole('textbox', { name: 'News for everybody' }).fill('A cable is cut. It is being mended.')
    await ada.page.getByRole('button', { name: 'Tell 2 tickets' }).click()
    await tom.sees('A cable is cut. It is being mended.')
    await rita.sees('A cable is cut. It is being mended.')
    await ada.page.getByText('reached 2 tickets').waitFor()
    await inspection.looksAt('an incident', ada.page)
    await inspection.looksClosely('an incident', ada.page)

    await ada.page.getByRole('button', { name: 'Resolve', exact: true }).click()
    await ada.page.getByLabel('What solved it').fill('The cable is whole again.')
    await inspection.looksAt('resolving an incident', ada.page)
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click()
    await tom.sees('How was it?')
    await rita.sees('The cable is whole again.')
    // Rita still talks: Ada ends that herself.
    await ada.page.getByText('1 open, 1 of them talking or waiting').first().waitFor()
    await ada.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Chats' }).click()
    await ada.turnsTo('Rita')
    await ada.page.getByText('It is over, and the requester was told.', { exact: false }).waitFor()
    await inspection.looksAt('a chat of an incident', ada.page)
    inspection.endsWell()
  },
)

journey('Rita asks twice about one matter: she and Ada read both as one, and as two again', async ({ desk, requester, agent }) => {
  const ada = await agent('Ada Lovelace')
  const rita = await requester('Rita')
  await rita.asksForHelp('Mail is slow.')
  await ada.accepts('Rita')
  await ada.says('Rita', 'Which mailbox is it?')
  await rita.sees('Which mailbox is it?')
  await ada.ends('Rita')
  await rita.frame.getByRole('button', { name: 'Ask something else' }).click()
  await rita.asks('Now the calendar is slow, too.')
  await ada.accepts('Rita')
  const olga = await desk.agent('Olga', { role: 'supervisor', wish: 'away' })
  const { rows } = await olga.ask('ticket:list', { sort: 'number', limit: 2 })
  const [second, first] = rows
  if (!first || !second) throw new Error('Rita has not asked twice')
  const log = rita.frame.getByRole('log')
  await log.getByText('Now the calendar').waitFor()
  expect(await log.getByText('Which mailbox is it?').count()).toBe(0)

  // Both have it open, and see it at once: one log, in the order of the hours, with the number of each.
  await olga.does(first.conversation, { kind: 'merge', into: second.conversation })
  for (const place of [log, ada.pane('Rita').getByRole('log')]) {
    await place.getByText('Which mailbox is it?').waitFor()
    const said = (await place.textContent())?.replaceAll('\n', ' ')
    expect(said).toMatch(new RegExp(`Mail is slow.*${first.label}.*Which mailbox.*${first.label}.*the calendar is slow.*${second.label}`))
  }
  await ada.says('Rita', 'I look at both.')
  await rita.sees('I look at both.')
  const inspection = anInspection()
  const frame = rita.page.frames().find((one) => one.url().includes('/widget'))
  await inspection.looksAt('two requests as one', rita.page, frame)
  await inspection.looksAt('two tickets as one', ada.page)
  inspection.endsWell()
  await shoot(rita.page, 'merged-widget')
  await shoot(ada.page, 'merged-chat')

  await olga.does(first.conversation, { kind: 'unmerge' })
  await rita.seesNoMore('Which mailbox is it?')
  await ada.pane('Rita').getByText('Which mailbox is it?').waitFor({ state: 'hidden' })

  // Whoever looks at the old one is led to where it goes on.
  await rita.frame.getByRole('button', { name: 'All my requests' }).click()
  await rita.frame.getByRole('button', { name: /Mail is slow/ }).click()
  await rita.sees('Which mailbox is it?')
  await olga.does(first.conversation, { kind: 'merge', into: second.conversation })
  await rita.frame.getByRole('button', { name: `This goes on under ${second.label}` }).click()
  await rita.sees('I look at both.')
})

/** For those who look at what was made; writes nothing unless PICTURES names a folder. */
async function shoot(page: Page, name: string) {
  if (!process.env.PICTURES) return
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: width < 800 ? 780 : 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: `${process.env.PICTURES}/${name}-${width}-${colorScheme}.png` })
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}
