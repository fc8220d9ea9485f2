import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from '@jest/globals'
import type { Frame, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Looks at one screen after the other, in light and in dark, and tells in the end what axe found on any of them. */
export function anInspection() {
  const found: { screen: string; colorScheme: string; violations: string[] }[] = []
  return {
    /** A widget is looked at in its frame. */
    async looksAt(screen: string, page: Page, frame: Frame = page.mainFrame()) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await frame.evaluate(axe)
        const violations = await frame.evaluate(violationsHere, [])
        if (violations.length > 0) found.push({ screen, colorScheme, violations })
      }
    },
    /** As those have it who enlarge 1,280 pixels to 400 %, choose their own colours, whose contrast is theirs, and want nothing to move. */
    async looksClosely(screen: string, page: Page) {
      const size = page.viewportSize()
      await page.setViewportSize({ width: 320, height: 256 })
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
      await page.evaluate(axe)
      const violations = [...(await page.evaluate(violationsHere, ['color-contrast'])), ...(await page.evaluate(unreachableHere))]
      if (violations.length > 0) found.push({ screen, colorScheme: 'forced', violations })
      await page.emulateMedia({ forcedColors: 'none' })
      if (size) await page.setViewportSize(size)
    },
    endsWell: () => expect(found).toEqual([]),
  }
}

interface Axe {
  run(options: {
    rules: Record<string, { enabled: boolean }>
  }): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
}

/** Runs in the page; without rules that do not apply there. */
async function violationsHere(without: string[] = []) {
  const { axe } = globalThis as unknown as { axe: Axe }
  const found = await axe.run({ rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) })
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  )
}

/** Runs in the page: what moves, what is to be pushed sideways, and what one could reach by keyboard and never see. */
function unreachableHere(): string[] {
  const moving = document.getAnimations().filter(({ playState }) => playState === 'running').length
  const { scrollWidth, clientWidth } = document.documentElement
  const place = document.querySelector('dialog[open]') ? 'dialog[open]' : 'main'
  const hidden = [...document.querySelectorAll<HTMLElement>(`${place} :is(button, a, input, select, textarea)`)].filter((control) => {
    if (!control.checkVisibility({ visibilityProperty: true }) || control.matches(':disabled, [tabindex="-1"], .sr-only')) return false
    control.scrollIntoView({ block: 'center', inline: 'center' })
    const { left, right, top, bottom } = control.getBoundingClientRect()
    return right <= 0 || left >= innerWidth || bottom <= 0 || top >= innerHeight
  })
  return [
    ...(moving > 0 ? [`${moving} things move`] : []),
    ...(scrollWidth > clientWidth ? [`the page can be pushed sideways: ${scrollWidth} of ${clientWidth} px`] : []),
    ...hidden.map(({ outerHTML }) => `cannot be seen: ${outerHTML.slice(0, 120)}`),
  ]
}
