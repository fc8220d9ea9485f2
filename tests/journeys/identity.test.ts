import { createHmac, randomUUID } from 'node:crypto'
import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import type {} from '../../widget/embed.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'the intranet vouches for Rita: nobody asks her name, and Ada sees that it is she; after she signs out nothing of her is left',
  async ({ desk, requester, agent }) => {
    const olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
    const named = { name: 'Intranet', issuer: 'https://intranet.example', audience: 'help-desk' }
    const { secret } = await olga.ask('sites:add', { site: randomUUID(), ...named, key: { algorithm: 'HS256' } })
    const jwt = signed(
      { iss: named.issuer, aud: named.audience, sub: 'r.hansen', name: 'Rita Hansen', email: 'rita@intranet.example' },
      secret,
    )
    const ada = await agent('Ada Lovelace')

    const rita = await requester('Rita Hansen')
    const heard = await hearsOf(rita.page)
    await rita.page.evaluate((identity) => window.Firstline?.identify(identity), jwt)
    await rita.page.evaluate(() => window.Firstline?.open())
    await rita.frame.getByRole('heading', { name: 'Hello Rita' }).waitFor()
    await rita.asks('Do you know who I am?')
    await ada.offerOf('Rita Hansen').waitFor()
    expect(await ada.offerOf('Rita Hansen').getByText('Unverified').count()).toBe(0)
    await ada.accepts('Rita Hansen')
    await ada.page.getByRole('tab', { name: 'Person' }).click()
    await ada.page.getByText('Vouched for by the intranet').waitFor()
    await ada.page.getByText('rita@intranet.example').waitFor()
    await rita.page.evaluate(() => window.Firstline?.close())
    await ada.says('Rita Hansen', 'I do.')
    await comesTo(heard, ['open', 'close', 'unread 1', 'message'])
    await rita.page.evaluate(() => window.Firstline?.open())
    await comesTo(heard, ['open', 'close', 'unread 1', 'message', 'open', 'unread 0'])
    await rita.writing.fill('Nobody else should read th')

    await rita.page.evaluate(() => window.Firstline?.reset())
    await rita.frame.getByLabel('Your name').waitFor()
    await comesTo(() => rita.page.evaluate(() => Object.keys(localStorage)), [])
    await rita.page.reload()
    await rita.opens()
    await rita.frame.getByLabel('Your name').waitFor()
    expect(await rita.everything()).not.toContain('who I am')
  },
)

journey('a forged word about who somebody is lets nobody in', async ({ desk, requester, agent }) => {
  const olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
  const named = { name: 'Intranet', issuer: 'https://intranet.example', audience: 'help-desk' }
  await olga.ask('sites:add', { site: randomUUID(), ...named, key: { algorithm: 'HS256' } })
  await agent('Ada Lovelace')
  const eve = await requester('Eve')
  const jwt = signed({ iss: named.issuer, aud: named.audience, sub: 'r.hansen', name: 'Rita Hansen' }, 'a guess')
  await eve.page.evaluate((identity) => window.Firstline?.identify(identity), jwt)
  await eve.opens()
  await eve.frame.getByRole('alert').waitFor()
  await eve.frame.getByLabel('Your name').waitFor()
  expect(await eve.frame.getByRole('heading', { name: 'Hello Rita' }).count()).toBe(0)
})

journey('an administrator disables Ada: she is out, and her chat is offered to Bob', async ({ requester, agent }) => {
  const ada = await agent('Ada Lovelace')
  const rita = await requester('Rita')
  await rita.asksForHelp('The stairs creak.')
  await ada.accepts('Rita')
  const bob = await agent('Bob')
  const olga = await agent('Olga', { role: 'administrator', wish: 'away' })
  await olga.page.getByRole('link', { name: 'Settings' }).click()
  await olga.page.getByRole('button', { name: 'Ada Lovelace' }).click()
  await olga.page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await ada.page.getByText('Your account was disabled. Ask an administrator.').waitFor()
  await rita.sees('Your agent cannot go on.')
  await bob.accepts('Rita')
  await rita.sees('Bob is here to help.')
})

/** What the page is told: never more than that something happened, and how much of it. */
async function hearsOf(page: Page) {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const hear = (what: string) => (what !== 'unread 0' || heard.includes('unread 1')) && heard.push(what)
    for (const name of ['open', 'close', 'message', 'unread'] as const)
      window.Firstline?.on(name, (count) => hear(count === undefined ? name : `${name} ${count}`))
  })
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
}

function signed(claims: object, secret: string | null): string {
  const part = (words: object) => Buffer.from(JSON.stringify(words)).toString('base64url')
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, exp: Math.floor(Date.now() / 1000) + 600 })}`
  return `${body}.${createHmac('sha256', secret ?? '')
    .update(body)
    .digest('base64url')}`
}
