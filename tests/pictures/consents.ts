import type { Page } from 'playwright-core'
import { helped } from './requesters.ts'
import type { Scene } from './screen.ts'
import type { Studio } from './studio.ts'

let isSet: Promise<unknown> | undefined

/** From now on the busy desk has a tool to help from afar, and an address to try. */
function setRemoteHelp(studio: Studio): Promise<unknown> {
  isSet ??= set(studio)
  return isSet
}

async function set(studio: Studio) {
  const olga = await studio.actorFor('olga')
  const { version } = await olga.ask('remote:read', {})
  const probes = [{ name: 'This desk', url: `${studio.busy.url}/health/live` }]
  await olga.ask('remote:save', { version, remote: { probes, tools: [{ name: 'Quick Assist', link: 'ms-quick-assist:' }] } })
}

/** Somebody in a chat, who is asked to agree to something. */
async function asked(studio: Studio, name: string, wanted: 'diagnostics' | { tool: string }) {
  await setRemoteHelp(studio)
  const all = await helped(studio, name)
  await all.ben.does(all.conversation, { kind: 'ask-consent', wanted })
  await all.rita.frame.locator('.consent').waitFor()
  return all
}

const agrees = ({ rita }: Awaited<ReturnType<typeof asked>>) => rita.frame.getByRole('button', { name: 'I agree' }).click()
const tool = { tool: 'Quick Assist' }

/** What requesters are asked to agree to, as they see it. */
export const consents: Record<string, Scene> = {
  diagnostics: async (studio) => {
    const { rita } = await asked(studio, 'Diagnosed Dora', 'diagnostics')
    await rita.frame.getByText(/^This desk: reached in/).waitFor()
    return rita.page
  },
  remote: async (studio) => (await asked(studio, 'Remote Rolf', tool)).rita.page,
  'remote-running': async (studio) => {
    const all = await asked(studio, 'Running Rosa', tool)
    await agrees(all)
    await all.rita.frame.getByRole('link', { name: /Quick Assist/ }).waitFor()
    return all.rita.page
  },
}

/** The same chats as Ben sees them. */
const atBen =
  (name: string, wanted: 'diagnostics' | { tool: string }, sees: (page: Page) => Promise<unknown>, isAgreed = false): Scene =>
  async (studio) => {
    const all = await asked(studio, name, wanted)
    if (isAgreed) await agrees(all)
    const page = await studio.at('ben', `#/chats/${all.conversation}`)
    await sees(page)
    await all.rita.page.close()
    return page
  }

/** What an agent sees while he has asked, and afterwards. */
export const consentBars: Record<string, Scene> = {
  consent: atBen('Consenting Cora', 'diagnostics', (page) => page.locator('.consent-bar').waitFor()),
  'consent-given': atBen('Agreeing Aldo', 'diagnostics', (page) => page.getByText(/agreed: /).waitFor(), true),
  'consent-running': atBen('Shown Shira', tool, (page) => page.locator('.consent-bar').getByRole('link').waitFor(), true),
}
