import type { BrowserContext, Page } from 'playwright-core'
import { saidIn } from './said-in.ts'

export type Requester = ReturnType<typeof atWidget>

/** Somebody on an intranet page with the widget: what he does there, and what he can see. */
export function atWidget(page: Page, name: string, desk = 'IT help desk') {
  const frame = page.frameLocator(`iframe[title="${desk}"]`)
  const log = frame.getByRole('log', { name: 'The conversation' })
  const writing = frame.getByRole('textbox', { name: 'Your message' })

  return {
    name,
    page,
    frame,
    log,
    writing,

    opens: () => page.getByRole('button', { name: new RegExp(`^${desk}`) }).click(),

    async introduces() {
      await frame.getByLabel('Your name').fill(name)
      await frame.getByLabel('Your e-mail address').fill(`${name.toLowerCase()}@example.com`)
      await frame.getByRole('button', { name: 'Continue' }).click()
    },

    /** Asks for help; the screen after it is the line, or a message that was left. */
    async asks(text: string, topic?: string) {
      if (topic) await frame.getByLabel('What is it about?').selectOption({ label: topic })
      await frame.getByLabel('What happened?').fill(text)
      await frame
        .getByRole('button', { name: /Chat with the help desk|Leave a message/ })
        .first()
        .click()
      await log.getByText(text).waitFor()
    },

    /** Opens the widget, says who he is, and asks. */
    async asksForHelp(text: string, topic?: string) {
      await this.opens()
      await this.introduces()
      await this.asks(text, topic)
    },

    async says(text: string) {
      await writing.fill(text)
      await writing.press('Enter')
    },

    sees: (text: string | RegExp) => frame.getByText(text).first().waitFor(),
    seesNoMore: (text: string | RegExp) => frame.getByText(text).first().waitFor({ state: 'hidden' }),

    /** What stands in the conversation, as `who: words`, in its order. */
    reads: () => saidIn(log),

    /** Another page in the same browser, later or beside this one. */
    async comesBackIn(browser: BrowserContext) {
      const next = await browser.newPage()
      await next.goto(page.url())
      return atWidget(next, name)
    },

    /** Everything that the page was ever given about the conversation, in the frame's markup. */
    async everything() {
      return (await frame.locator('body').textContent()) ?? ''
    },
  }
}
