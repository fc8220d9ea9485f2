import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** A phone, a tablet, a laptop and a wide screen. */
export const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
] as const

const themes = ['light', 'dark'] as const
const tallest = 3_000

/** Takes the picture of a page as it is now, in each size, in light and dark: `name-width-theme.png`. */
export async function photograph(page: Page, folder: string, name: string) {
  mkdirSync(folder, { recursive: true })
  const hand = await page.context().newCDPSession(page)
  for (const { width, height } of sizes) {
    await hand.send('Emulation.setTouchEmulationEnabled', { enabled: width < 1000 })
    await page.setViewportSize({ width, height })
    await settled(page)
    // What is read by scrolling is shown to its end.
    const more = await page.evaluate(() => {
      const read = document.querySelector('main.page')
      return read ? read.scrollHeight - read.clientHeight : 0
    })
    if (more > 0) await page.setViewportSize({ width, height: Math.min(tallest, height + more) })
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), animations: 'disabled' })
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await hand.send('Emulation.setTouchEmulationEnabled', { enabled: false })
  await page.setViewportSize({ width: 1440, height: 900 })
  await hand.detach()
}

/** Drawn twice: what measures itself draws once more. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready
    for (let turn = 0; turn < 2; turn++) await new Promise((drawn) => requestAnimationFrame(drawn))
  })
