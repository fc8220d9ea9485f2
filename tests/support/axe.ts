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
        const violations = await frame.evaluate(violationsHere)
        if (violations.length > 0) found.push({ screen, colorScheme, violations })
      }
    },
    endsWell: () => expect(found).toEqual([]),
  }
}

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
}

/** Runs in the page. */
async function violationsHere() {
  const { axe } = globalThis as unknown as { axe: Axe }
  const found = await axe.run()
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  )
}
