import { expect } from '@jest/globals'
import { anInspection } from '../support/axe.ts'
import { aPicture } from '../support/files.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey('Samir writes down what he knows, with a picture, and anybody finds and reads it, without a script too', async (stage) => {
  const { page } = await stage.agent('Samir', { role: 'supervisor', wish: 'away' })
  const inspection = anInspection()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Knowledge' }).click()
  await page.getByText('There are no articles yet.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'New article' }).click()
  await page.getByLabel('Title').fill('Connect a projector')
  await page.getByLabel('Text', { exact: true }).fill('## How\n\n1. Take the **blue** cable.\n2. Press *Source*.')

  // What was typed is there again after a reload, and a picture stands where it was put.
  await page.reload()
  await comesTo(() => page.getByLabel('Title').inputValue(), 'Connect a projector')
  const buffer = await aPicture(320, 200)
  await page.locator('input[type=file]').setInputFiles({ name: 'sockets.png', mimeType: 'image/png', buffer })
  const shown = page.getByRole('complementary', { name: 'As it is read' }).getByRole('img', { name: 'sockets.png' })
  await comesTo(() => shown.evaluate((picture: HTMLImageElement) => picture.naturalWidth), 320)
  await page.getByRole('radio', { name: 'Everybody' }).check()
  await inspection.looksAt('where an article is written', page)
  await inspection.looksClosely('where an article is written', page)
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByText('Published as version 1.').waitFor()
  await page.getByRole('link', { name: 'Read', exact: true }).click()
  await page.getByRole('heading', { name: 'How', level: 2 }).waitFor()
  await inspection.looksAt('an article', page)
  await page.getByRole('link', { name: 'All articles' }).click()
  await page.getByRole('searchbox', { name: 'Search articles' }).fill('projetcor')
  await page.locator('small', { hasText: 'Take the blue cable' }).waitFor()
  await inspection.looksAt('the articles', page)

  // A stranger, who allows no script.
  const plain = await (await stage.aBrowserOfOnesOwn({ javaScriptEnabled: false, locale: 'de-DE' })).newPage()
  const pictures: number[] = []
  plain.on('response', (answer) => answer.url().includes('/knowledge/files/') && pictures.push(answer.status()))
  await plain.goto(`${stage.desk.url}/knowledge`)
  await plain.getByRole('searchbox', { name: 'Wobei brauchen Sie Hilfe?' }).fill('projektor projector cables')
  await plain.getByRole('button', { name: 'Suchen' }).click()
  await plain.getByRole('link', { name: 'Connect a projector' }).click()
  await plain.getByRole('heading', { name: 'Connect a projector', level: 1 }).waitFor()
  await comesTo(async () => pictures.join(), '200')
  await plain.getByRole('button', { name: 'Ja, das hat geholfen' }).click()
  await plain.getByText('Danke. Gut zu wissen, dass es geholfen hat.').waitFor()
  await plain.getByRole('button', { name: 'Hat nicht geholfen' }).waitFor()

  const other = await (await stage.aBrowserOfOnesOwn()).newPage()
  await other.goto(plain.url())
  await inspection.looksAt('a public page', other)
  await inspection.looksClosely('a public page', other)
  await other.goto(`${stage.desk.url}/knowledge?q=projector`)
  await inspection.looksAt('what was found', other)
  await page.getByRole('link', { name: 'Connect a projector' }).click()
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByText('Withdrawn: nobody finds it any more.').waitFor()
  expect((await other.goto(plain.url()))?.status()).toBe(404)
  inspection.endsWell()
})
