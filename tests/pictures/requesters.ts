import type { Page } from 'playwright-core'
import type { AgentActor } from '../../server/commands/actors/agent.ts'
import { atWidget } from '../support/at-widget.ts'
import type { Studio } from './studio.ts'

/** Somebody on the demo page with the widget open; without a name, a stranger. */
export async function comes(studio: Studio, name: string | null, { house = studio.busy, opens = true } = {}) {
  const page = await studio.aPage()
  await page.goto(`${house.url}/demo`)
  await page.getByRole('button', { name: /^IT help desk chat/ }).waitFor()
  if (name && house === studio.busy) {
    const identity = await studio.identityOf(name)
    await page.evaluate((jwt) => Reflect.get(window, 'Firstline')?.identify(jwt), identity)
  }
  const rita = atWidget(page, name ?? 'Rita')
  if (opens) await rita.opens()
  if (opens && name && house === studio.fresh) {
    await rita.introduces()
    await rita.frame.getByLabel('What happened?').waitFor()
  }
  return rita
}

type Rita = Awaited<ReturnType<typeof comes>>

/** The network goes, and the widget says so. */
export const isGone = (page: Page, studio: Studio) => {
  studio.busy.door.close()
  return page.frameLocator('iframe').getByText('No connection', { exact: false }).first().waitFor()
}

/** Ben takes the chat of somebody who has asked, out of sight. */
export async function accepted(studio: Studio, rita: Rita, text: string) {
  const ben = await studio.actorFor('ben')
  await ben.wishes('away')
  await rita.frame.getByLabel('What happened?').waitFor()
  await rita.asks(text)
  const conversation = await lineOf(ben, rita.name)
  await ben.takes(conversation)
  await ben.ask('conversation:open', { conversation })
  return { ben, conversation }
}

/** Until it has come to him, too. */
async function lineOf(ben: AgentActor, name: string): Promise<string> {
  for (;;) {
    const { line } = await ben.ask('desk:look', {})
    const found = line.find(({ requester }) => requester.name === name)
    if (found) return found.id
    await new Promise((again) => setTimeout(again, 50))
  }
}

/** Somebody in a chat with Ben. */
export async function helped(studio: Studio, name: string) {
  const rita = await comes(studio, name)
  const { ben, conversation } = await accepted(
    studio,
    rita,
    'Hi, the VPN stopped working at home this morning. It just says “connection timed out”.',
  )
  await ben.says(
    conversation,
    'Morning, sorry about that. Is it the same on your phone’s hotspot? See https://intranet.example/vpn please.',
  )
  await rita.says('Switching to my phone’s hotspot worked for a moment, then it dropped again 😕')
  await rita.frame.locator('.message.ours').nth(1).waitFor()
  return { rita, ben, conversation }
}

/** The same, and it is solved. */
export async function parted(studio: Studio, name: string) {
  const all = await helped(studio, name)
  const { categories } = await all.ben.ask('categories:list', {})
  const category = categories.find(({ name }) => name === 'VPN')?.id ?? categories[0]?.id ?? null
  await all.ben.does(all.conversation, { kind: 'classify', category })
  await all.ben.does(all.conversation, { kind: 'end' })
  await all.ben.does(all.conversation, {
    kind: 'resolve',
    code: 'solved',
    resolution: 'The password had expired; reset, and the VPN signs in again.',
  })
  await all.rita.frame.getByRole('heading', { name: 'Solved' }).waitFor()
  return all
}
