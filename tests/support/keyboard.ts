import type { ElementHandle, Page } from 'playwright-core'

export interface Focus {
  name: string
  isVisible: boolean
}

/** Somebody without a mouse: presses Tab until the focus is on what is called so, where it must be seen. */
export async function tabsTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 60; presses++) {
    const focus = await focusOn(page)
    if (focus && isCalled(focus, name)) {
      if (!focus.isVisible) throw new Error(`The focus is on “${focus.name}”, and nobody sees it`)
      return
    }
    passed.push(focus?.name ?? 'nothing')
    await page.keyboard.press(key)
  }
  throw new Error(`Nothing called ${name} can be reached by ${key}; passed: ${passed.join(' | ')}`)
}

const isCalled = (focus: Focus, name: string | RegExp) => (typeof name === 'string' ? focus.name === name : name.test(focus.name))

/** What the next key goes to, and whether one sees that it does. */
export async function focusOn(page: Page): Promise<Focus | null> {
  const element = await focused(page)
  return element ? element.evaluate(described) : null
}

async function focused(page: Page): Promise<ElementHandle<Element> | null> {
  let frame = page.mainFrame()
  for (;;) {
    const handle = await frame.evaluateHandle(() => {
      let active = document.activeElement
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
      return active === document.body ? null : active
    })
    const element = handle.asElement()
    const inner = await element?.contentFrame()
    if (!inner) return element
    frame = inner
  }
}

/** Runs in the page: what it is called, and whether it or what lies closely around it looks otherwise than without the focus. */
function described(element: Element): Focus {
  const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null
  const name = element.getAttribute('aria-label') ?? (labels?.[0] ? ownWords(labels[0]) : element.textContent)
  const around = [element, element.parentElement].filter((one) => one !== null)
  const looks = () =>
    around.map((one) => getComputedStyle(one)).map(({ outline, boxShadow, borderColor }) => outline + boxShadow + borderColor)
  const marked = looks().join()
  if (element instanceof HTMLElement) {
    element.blur()
    const plain = looks().join()
    element.focus({ focusVisible: true } as FocusOptions)
    return { name: tidy(name), isVisible: marked !== plain }
  }
  return { name: tidy(name), isVisible: false }

  function tidy(words: string | null) {
    return (words ?? '').trim().replaceAll(/\s+/g, ' ')
  }
  function ownWords(label: Element) {
    const copy = label.cloneNode(true) as Element
    for (const input of copy.querySelectorAll('select, textarea, input')) input.remove()
    return copy.textContent
  }
}
