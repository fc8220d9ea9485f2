import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

/** How wide a screen is looked at: a phone and a desk. */
const widths = [360, 1440]

/** Looks at one screen after the other in several widths, and tells in the end what was cut off or stuck out on any of them. */
export function aRuler(pictures = process.env.PICTURES) {
  const found: Record<string, string[]> = {}
  return {
    async measures(screen: string, page: Page, these = widths) {
      for (const width of these) {
        await page.setViewportSize({ width, height: 800 })
        await page.evaluate(() => document.fonts.ready.then(() => undefined))
        const name = `${screen}, ${width} px`
        const broken = await page.evaluate(brokenHere)
        if (broken.length > 0) found[name] = broken
        if (pictures) await photograph(page, pictures, name)
      }
    },
    endsWell: () => expect(found).toEqual({}),
  }
}

async function photograph(page: Page, folder: string, name: string) {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name.replaceAll(/[^\w]+/g, '-')}.png`) })
}

/** Runs in the page: names what a reader could not reach or read. */
function brokenHere(): string[] {
  const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter(isShown)
  return [
    ...pushed(),
    ...shown.filter(isCutOff).map(named('is cut off')),
    ...shown.filter(losesBeginning).map(named('loses its beginning')),
    ...shown.filter(sticksOut).map(named('sticks out')),
  ]

  function pushed() {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth + 1 ? [`the page can be pushed sideways: ${scrollWidth} of ${clientWidth} px`] : []
  }

  /** Not what is there for screen readers alone. */
  function isShown(element: HTMLElement) {
    const { width, height } = element.getBoundingClientRect()
    const isClipped = getComputedStyle(element).clipPath !== 'none'
    return width > 2 && height > 2 && !isClipped && element.checkVisibility({ visibilityProperty: true })
  }

  /** More inside than is seen, and no way to it. A title may end in dots. */
  function isCutOff(element: HTMLElement) {
    const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(element)
    if (element.scrollWidth <= element.clientWidth + 1 || overflowX === 'visible' || element.matches('input, select, textarea'))
      return false
    return textOverflow !== 'ellipsis' && webkitLineClamp === 'none' && !isStrip(element)
  }

  /** Dots stand for the end of a text, in whichever direction its letters run. */
  function losesBeginning(element: HTMLElement) {
    if (getComputedStyle(element).textOverflow !== 'ellipsis' || element.scrollWidth <= element.clientWidth + 1) return false
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const words = texts.nextNode() ? (texts.currentNode.textContent ?? '') : ''
    const begin = words.search(/[\p{L}\p{N}]/u)
    // The pseudo-language turns Latin letters round; no script that is written does.
    if (begin < 0 || words.includes('\u202e')) return false
    const first = document.createRange()
    first.setStart(texts.currentNode, begin)
    first.setEnd(texts.currentNode, begin + 1)
    const [letter, edge] = [first.getBoundingClientRect(), element.getBoundingClientRect()]
    return letter.left < edge.left - 1 || letter.right > edge.right + 1
  }

  /** A table, or a single row of links or fields, may be pushed sideways in its frame. */
  function isStrip(element: HTMLElement) {
    const canBePushed = /auto|scroll/.test(getComputedStyle(element).overflowX)
    return canBePushed && (element.clientHeight < 90 || element.querySelector('table, pre') !== null)
  }

  function isInStrip(element: HTMLElement): boolean {
    return isStrip(element) || (element.parentElement !== null && isInStrip(element.parentElement))
  }

  /** A control reaches over the edge of the window, or the text of a button over the edge of the button. */
  function sticksOut(element: HTMLElement) {
    if (!element.matches('button, a, summary, [role="switch"], [role="tab"], label')) return false
    const edge = element.getBoundingClientRect()
    const isOutside = !isInStrip(element) && (edge.left < -1 || edge.right > innerWidth + 1)
    return (
      isOutside ||
      (!element.matches('a, label') && textsOf(element).some((text) => text.left < edge.left - 1 || text.right > edge.right + 1))
    )
  }

  /** Where its texts stand, without those that end in dots. */
  function textsOf(element: HTMLElement): DOMRect[] {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const found: DOMRect[] = []
    while (texts.nextNode()) {
      const { currentNode } = texts
      const { parentElement } = currentNode
      if (!parentElement || getComputedStyle(parentElement).overflowX !== 'visible') continue
      const text = document.createRange()
      text.selectNodeContents(currentNode)
      found.push(text.getBoundingClientRect())
    }
    // A space between two boxes is drawn nowhere.
    return found.filter(({ width }) => width > 0)
  }

  function named(what: string) {
    return ({ tagName, className, textContent }: HTMLElement) =>
      `${tagName.toLowerCase()}.${String(className).replaceAll(' ', '.')} ${what}: ${(textContent ?? '').trim().slice(0, 60)}`
  }
}
