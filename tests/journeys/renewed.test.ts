import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { publicFolder } from '../support/desk.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey('after an upgrade old pages say so, and whoever loads anew loses nothing that was half written', async ({ agent, requester }) => {
  const ada = await agent('Ada Lovelace')
  const rita = await requester('Rita')
  await loadsAnOldBuild(ada.page)
  await loadsAnOldBuild(rita.page)
  await rita.asksForHelp('Is anything new?')
  await ada.accepts('Rita')
  await rita.writing.fill('Half a sen')
  await ada.reply('Rita').fill('One mom')

  await rita.sees('The help desk was renewed.')
  await rita.page.unrouteAll()
  await rita.frame.getByRole('button', { name: 'Load anew' }).click()
  await rita.seesNoMore('The help desk was renewed.')
  await rita.sees('Is anything new?')
  expect(await rita.writing.inputValue()).toBe('Half a sen')

  await ada.page.unrouteAll()
  await ada.page.getByRole('button', { name: 'Load anew' }).click()
  await ada.page.getByText('Firstline was renewed.').waitFor({ state: 'detached' })
  await ada.pane('Rita').waitFor()
  expect(await ada.reply('Rita').inputValue()).toBe('One mom')
})

/** This page has what was built before: the same, but for its word, and so for its tag. */
async function loadsAnOldBuild(page: Page) {
  const word = readFileSync(join(publicFolder, 'build.txt'), 'utf8')
  await page.route(/\/(console|widget)\/.+\.js$/, async (route) => {
    const answer = await route.fetch()
    const headers = { ...answer.headers(), etag: '"of an older build"' }
    await route.fulfill({ response: answer, headers, body: (await answer.text()).replace(word, 'AnOlderBuild') })
  })
  await page.reload()
}
