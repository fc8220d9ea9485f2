import { readFileSync } from 'node:fs'
import { expect } from '@jest/globals'
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core'
import { anInspection } from '../support/axe.ts'
import { eventually } from '../support/eventually.ts'
import { aPicture } from '../support/files.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage({ environment: { MAX_FILE_MB: '2' }, settings: { reopenDays: 0 } })

interface Carried {
  name: string
  type: string
  content: Buffer
}

/** Drops or pastes a file there, as a browser tells a page of it. */
async function brings(place: Locator, how: 'drop' | 'paste', { name, type, content }: Carried) {
  await place.evaluate(
    (element, { how, name, type, bytes }) => {
      const carried = new DataTransfer()
      carried.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type }))
      const about = { bubbles: true, cancelable: true }
      if (how === 'paste') return element.dispatchEvent(new ClipboardEvent('paste', { ...about, clipboardData: carried }))
      for (const kind of ['dragenter', 'dragover', 'drop']) element.dispatchEvent(new DragEvent(kind, { ...about, dataTransfer: carried }))
    },
    { how, name, type, bytes: content.toString('base64') },
  )
}

/** Carries a file over the conversation, which shows where to let go of it. */
async function hovers(place: Locator) {
  await place.evaluate((element) => {
    const carried = new DataTransfer()
    carried.items.add(new File(['x'], 'x.png', { type: 'image/png' }))
    element.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer: carried }))
  })
  expect(await place.evaluate((element) => getComputedStyle(element, '::after').content)).toContain('Drop files here')
}

const chooser = (place: FrameLocator | Locator) => place.locator('input[type=file]')
const aText = (name: string, content: string | Buffer = 'one line') => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

async function shoots(page: Page, name: string) {
  if (!process.env.PICTURES) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${process.env.PICTURES}/files-${name}-${colorScheme}.png` })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame()
  if (!frame) throw new Error('There is no frame')
  return frame
}

journey(
  'a picture goes with the first message, another is dropped, a third is pasted into a note, and what is attached survives a reload',
  async ({ requester, agent }) => {
    const ada = await agent('Ada Lovelace')
    const rita = await requester('Rita')
    const seen = anInspection()
    const wire: string[] = []
    rita.page.on('websocket', (line) => line.on('framereceived', ({ payload }) => void wire.push(String(payload))))

    await rita.opens()
    await rita.introduces()
    await chooser(rita.frame).setInputFiles({ name: 'before.png', mimeType: 'image/png', buffer: await aPicture(900, 600) })
    await rita.frame.getByText('before.png').waitFor()
    await shoots(rita.page, 'ask')
    await seen.looksAt('asking with a file', rita.page, await frameOf(rita.page))
    await rita.asks('The picture says it all.')
    await rita.frame.getByRole('button', { name: 'Open the picture before.png' }).waitFor()

    await ada.accepts('Rita')
    const pane = ada.pane('Rita')
    await pane.getByRole('button', { name: 'Open the picture before.png' }).locator('img').waitFor()

    await hovers(rita.frame.locator('main.talk'))
    await shoots(rita.page, 'drop')
    await brings(rita.frame.locator('main.talk'), 'drop', { name: 'after.png', type: 'image/png', content: await aPicture(600, 900) })
    await rita.frame.getByRole('button', { name: 'Remove after.png' }).waitFor()
    await shoots(rita.page, 'attached')
    await seen.looksAt('a file is attached', rita.page, await frameOf(rita.page))
    await rita.writing.press('Enter')
    await rita.frame.getByRole('button', { name: 'Open the picture after.png' }).waitFor()
    await pane.getByRole('button', { name: 'Open the picture after.png' }).click()
    const large = ada.page.getByRole('dialog', { name: 'after.png' })
    await large.getByRole('img', { name: 'after.png' }).waitFor()
    await shoots(ada.page, 'dialog')
    await seen.looksAt('a large picture', ada.page)
    const saving = ada.page.waitForEvent('download')
    await large.getByRole('button', { name: /^Download after.png/ }).click()
    expect((await saving).suggestedFilename()).toBe('after.png')
    await ada.page.keyboard.press('Escape')
    await large.waitFor({ state: 'detached' })

    await pane.getByRole('button', { name: 'Note', exact: true }).click()
    const note = pane.getByRole('textbox', { name: 'Note' })
    await brings(note, 'paste', { name: 'image.png', type: 'image/png', content: await aPicture(400, 300) })
    await pane.getByRole('button', { name: /^Remove Screenshot/ }).waitFor()
    await note.fill('This is the broken one.')
    await note.press('Enter')
    await pane
      .getByRole('button', { name: /^Open the picture Screenshot/ })
      .locator('img')
      .waitFor()

    await pane.getByRole('button', { name: 'Reply', exact: true }).click()
    await chooser(pane).setInputFiles(aText('how-to.log', 'press here'))
    await pane.getByRole('button', { name: 'Remove how-to.log' }).waitFor()
    await ada.page.reload()
    await pane.getByRole('button', { name: 'Remove how-to.log' }).waitFor()
    await pane.getByRole('button', { name: 'Emoji' }).click()
    await ada.page.keyboard.press('ArrowRight')
    await shoots(ada.page, 'emoji')
    await seen.looksAt('choosing an emoji', ada.page)
    await ada.page.keyboard.press('Enter')
    await eventually(async () => (await ada.reply('Rita').inputValue()) === '😃')
    await ada.reply('Rita').press('Enter')
    await rita.sees('😃')
    await rita.page.setViewportSize({ width: 320, height: 640 })
    await rita.frame.getByRole('button', { name: 'Open the picture before.png' }).click()
    await rita.frame.getByRole('dialog', { name: 'before.png' }).getByRole('img').waitFor()
    await shoots(rita.page, 'phone-dialog')
    await seen.looksAt('a large picture on a phone', rita.page, await frameOf(rita.page))
    await rita.page.keyboard.press('Escape')
    await rita.frame.getByRole('dialog', { name: 'before.png' }).waitFor({ state: 'detached' })
    await rita.frame.getByRole('button', { name: 'Emoji' }).click()
    await shoots(rita.page, 'phone-emoji')
    await rita.page.keyboard.press('Escape')
    await rita.frame.getByRole('dialog', { name: 'Emoji' }).waitFor({ state: 'detached' })
    const given = rita.page.waitForEvent('download')
    await rita.frame.getByRole('button', { name: /^Download how-to.log/ }).click()
    expect(readFileSync(await (await given).path(), 'utf8')).toBe('press here')
    await shoots(rita.page, 'chat-widget')
    await shoots(ada.page, 'chat')

    expect(await rita.frame.getByRole('button', { name: /Screenshot/ }).count()).toBe(0)
    expect(wire.join()).not.toMatch(/Screenshot|broken one/)
    seen.endsWell()
  },
  120,
)

journey('what may not be sent is refused at once, and says why', async ({ requester, agent }) => {
  const ada = await agent('Ada Lovelace')
  const rita = await requester('Rita')
  await rita.asksForHelp('My log is long.')
  await ada.accepts('Rita')
  await rita.sees('Ada Lovelace is here to help.')
  const sent: string[] = []
  rita.page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.url())
  })

  const vast = { name: 'vast.png', mimeType: 'image/png', buffer: await aPicture(7_200, 7_000) }
  await chooser(rita.frame).setInputFiles([
    aText('long.log', Buffer.alloc(2_000_001, 'a')),
    aText('setup.exe'),
    aText('empty.txt', ''),
    vast,
  ])
  await rita.sees('long.log is too large: a file may have 2 MB at most.')
  await rita.sees(/setup.exe: Files of this kind cannot be sent/)
  await rita.sees('empty.txt: This file is empty.')
  await rita.sees('vast.png: This picture has more than 50 megapixels.')
  await shoots(rita.page, 'refused')
  expect(sent).toEqual([])
  await rita.frame.getByRole('button', { name: 'Understood' }).click()

  await chooser(rita.frame).setInputFiles(Array.from({ length: 12 }, (_, n) => aText(`part-${n}.log`)))
  await rita.sees('At most 10 files go along with one message. Send these first.')
  await rita.frame.getByRole('button', { name: 'Remove part-9.log' }).waitFor()
  expect(await rita.frame.getByRole('button', { name: /^(Remove|Cancel) part-/ }).count()).toBe(10)
  // Once the message went, nobody needs to know any more why the others did not.
  await rita.says('Here are ten.')
  await rita.seesNoMore('At most 10 files go along')
})

journey('what the line cuts is sent when it is back; what a closed page cuts is said to be lost', async ({ requester, agent }) => {
  const ada = await agent('Ada Lovelace')
  // Her line fails at the very moment at which her paperclip is fetched; a browser may remember that for as long as the page lives.
  await ada.page.route(/WritingTools-\w+\.js$/, (route) => route.abort())
  const rita = await requester('Rita')
  // A part of her page never comes, although the desk is there.
  await rita.page.route(/\/after-\w+\.js/, (route) => (route.request().resourceType() === 'script' ? route.abort() : route.continue()))
  await rita.asksForHelp('My log is long.')
  await ada.accepts('Rita')
  await rita.sees('Ada Lovelace is here to help.')
  await rita.frame.getByRole('button', { name: 'Attach files' }).waitFor()

  await ada.pane('Rita').getByRole('button', { name: 'Attach files' }).waitFor()
  await rita.frame.getByRole('button', { name: 'Try again' }).waitFor()
  await rita.page.unrouteAll()

  await rita.page.context().setOffline(true)
  await chooser(rita.frame).setInputFiles(aText('cut.log'))
  await rita.frame.getByRole('button', { name: 'Cancel cut.log' }).waitFor()
  await rita.says('Here it is')
  await rita.sees('Waiting to send')
  await rita.page.context().setOffline(false)
  await ada
    .pane('Rita')
    .getByRole('button', { name: /^Download cut.log/ })
    .waitFor()

  await chooser(rita.frame).setInputFiles(aText('both.log'))
  await rita.frame.getByRole('button', { name: 'Remove both.log' }).waitFor()
  const other = await rita.comesBackIn(rita.page.context())
  await other.opens()
  await other.frame.getByRole('button', { name: 'Remove both.log' }).waitFor()
  await other.writing.press('Enter')
  await other.frame.getByRole('button', { name: /^Download both.log/ }).waitFor()
  await rita.frame.getByRole('button', { name: 'Remove both.log' }).waitFor({ state: 'detached' })
  await other.page.close()

  await rita.page.context().route('**/files/*', () => {})
  await chooser(rita.frame).setInputFiles(aText('lost.log'))
  await rita.frame.getByRole('button', { name: 'Cancel lost.log' }).waitFor()
  await rita.page.reload()
  await rita.opens()
  await rita.sees('Was not sent completely before the page was closed. Attach it again.')
  await rita.frame.getByRole('button', { name: 'Remove lost.log' }).click()
  await rita.seesNoMore('lost.log')

  // What she attaches for a chat that is over meanwhile goes along to a new one.
  await rita.page.context().unrouteAll()
  await rita.page.context().setOffline(true)
  await chooser(rita.frame).setInputFiles(aText('late.log'))
  await rita.frame.getByRole('button', { name: 'Cancel late.log' }).waitFor()
  await rita.says('And one more')
  await ada.ends('Rita')
  await rita.page.context().setOffline(false)
  await rita.frame.getByRole('button', { name: 'Start anew with these words' }).click()
  await rita.frame.getByRole('button', { name: 'Remove late.log' }).waitFor()
  expect(await rita.frame.getByLabel('What happened?').inputValue()).toBe('And one more')
})
