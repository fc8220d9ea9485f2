import type { Page } from 'playwright-core'
import { saidIn } from './said-in.ts'

export type Agent = ReturnType<typeof atConsole>

/** Somebody at the console: what an agent does there, and what he can see. */
export function atConsole(page: Page, name: string) {
  const inbox = page.getByRole('region', { name: 'My chats and who waits', exact: true })
  const offers = page.getByRole('region', { name: 'Offers' })
  const offerOf = (requester: string) => offers.getByRole('article').filter({ hasText: requester })
  const pane = (requester: string) => page.getByRole('article', { name: requester, exact: true })
  const reply = (requester: string) => pane(requester).getByRole('textbox', { name: `Reply to ${requester}` })

  return {
    name,
    page,
    inbox,
    offers,
    offerOf,
    pane,
    reply,

    becomesAvailable: () => page.getByRole('switch', { name: 'Availability: Away' }).click(),

    async accepts(requester: string) {
      await offerOf(requester).getByRole('button', { name: 'Accept' }).click()
      await pane(requester).waitFor()
    },

    async declines(requester: string) {
      await offerOf(requester).getByRole('button', { name: 'Decline' }).click()
      await offerOf(requester).getByRole('button', { name: 'Decline' }).click()
      await offerOf(requester).waitFor({ state: 'detached' })
    },

    /** Brings a chat of his to the screen. */
    async turnsTo(requester: string) {
      await inbox.getByRole('link', { name: requester }).first().click()
      await pane(requester).waitFor()
    },

    async says(requester: string, text: string) {
      await reply(requester).fill(text)
      await reply(requester).press('Enter')
    },

    async notes(requester: string, text: string) {
      await pane(requester).getByRole('button', { name: 'Note', exact: true }).click()
      const note = pane(requester).getByRole('textbox', { name: 'Note' })
      await note.fill(text)
      await note.press('Enter')
      await pane(requester).getByRole('button', { name: 'Reply', exact: true }).click()
    },

    async ends(requester: string) {
      await pane(requester).getByRole('button', { name: 'End chat' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'End chat' }).click()
    },

    async wrapsUp(requester: string, outcome: string, resolution: string) {
      await pane(requester).getByLabel('Outcome').selectOption({ label: outcome })
      await pane(requester).getByLabel('Resolution').fill(resolution)
      await pane(requester).getByRole('button', { name: 'Resolve', exact: true }).click()
      await pane(requester).getByLabel('Outcome').waitFor({ state: 'detached' })
    },

    /** Hands a chat on; `to` is the beginning of the choice. */
    async transfers(requester: string, to: string, comment: string) {
      await pane(requester).getByRole('button', { name: 'Transfer' }).click()
      const dialog = page.getByRole('dialog', { name: 'Transfer' })
      const choice = dialog.getByLabel('Transfer to').locator('option', { hasText: to })
      await dialog.getByLabel('Transfer to').selectOption((await choice.getAttribute('value')) ?? '')
      await dialog.getByLabel('Comment').fill(comment)
      await dialog.getByRole('button', { name: 'Transfer' }).click()
      await dialog.waitFor({ state: 'detached' })
    },

    sees: (text: string | RegExp) => page.getByText(text).first().waitFor(),

    /** What stands in a chat, as `who: words`, in its order. */
    reads: (requester: string) => saidIn(pane(requester)),
  }
}
