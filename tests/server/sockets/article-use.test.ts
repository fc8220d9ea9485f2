import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { forgetUses } from '../../../server/postgres/article-uses.ts'
import { publishesArticle } from '../../support/articles.ts'
import type { Person, TestDesk } from '../../support/desk.ts'
import { aLibrary } from '../../support/library.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let ada: Person
let samir: Person
let rita: Person
let now = new Date('2026-11-20T09:00:00Z')

beforeAll(async () => {
  ;({ desk, ada, samir, rita } = await aLibrary(() => now))
})
afterAll(() => desk.close())

const figuresOf = async (article: string) =>
  (await samir.ask('articles:figures', {})).articles.find((one) => one.article === article) ?? null

/** Somebody asks, and Ada takes it. */
async function aChat(person: Person, text: string) {
  const chat = await person.asks(text)
  await ada.does(chat, { kind: 'take' })
  return chat
}

test('what Rita reads and judges by herself counts once a day, and her last word counts', async () => {
  const vpn = await publishesArticle(samir, { title: 'Connect to the VPN' })
  await rita.ask('articles:use', { article: vpn, how: 'opened' })
  await rita.ask('articles:use', { article: vpn, how: 'opened' })
  await rita.ask('articles:use', { article: vpn, how: 'did-not-help' })
  await rita.ask('articles:use', { article: vpn, how: 'helped' })
  await ada.ask('articles:use', { article: vpn, how: 'inserted' })
  expect(await figuresOf(vpn)).toEqual({
    ...{ article: vpn, opened: 1, inserted: 1, helpedAlone: 1, didNotHelpAlone: 0 },
    ...{ sent: [], helped: [], didNotHelp: [] },
  })
  now = new Date('2026-11-22T09:00:00Z')
  await rita.ask('articles:use', { article: vpn, how: 'opened' })
  expect(await figuresOf(vpn)).toMatchObject({ opened: 2, helpedAlone: 1 })
  now = new Date('2026-11-20T09:00:00Z')
  await refusedWith('not-allowed', rita.ask('articles:use', { article: vpn, how: 'inserted' }))
  await refusedWith('not-allowed', ada.ask('articles:use', { article: vpn, how: 'helped' }))
  await refusedWith('not-allowed', ada.ask('articles:figures', {}))
  await refusedWith('not-allowed', rita.ask('articles:figures', {}))
})

test('Ada sends an article, Rita says that it helped, and it is a step on the ticket', async () => {
  const article = await publishesArticle(samir, { title: 'Reset the router' })
  const chat = await aChat(rita, 'The VPN is down')
  const id = randomUUID()
  const sent = await ada.ask('articles:send', { conversation: chat, id, article })
  expect(await ada.ask('articles:send', { conversation: chat, id, article })).toEqual(sent)
  await rita.does(chat, { kind: 'answer-article', article, helped: false })
  await rita.does(chat, { kind: 'answer-article', article, helped: true })
  const { state, entries } = await rita.ask('conversation:open', { conversation: chat })
  expect(entries.filter(({ kind }) => kind.startsWith('article'))).toMatchObject([
    { kind: 'article-sent', article, edition: 1, by: ada.id, body: { title: 'Reset the router' } },
    { kind: 'article-answered', article, helped: false, by: rita.id },
    { kind: 'article-answered', article, helped: true, by: rita.id },
  ])
  const view = await ada.ask('ticket:read', { conversation: chat })
  expect(view.ticket.steps).toMatchObject([{ what: 'Reset the router', outcome: 'done', by: rita.id, article }])
  expect((await ada.ask('ticket:suggest', { conversation: chat })).resolution).toEqual({ text: 'Reset the router', why: 'step' })
  expect(await figuresOf(article)).toMatchObject({ sent: [state.number], helped: [state.number], didNotHelp: [] })

  // Also after the talking is over.
  await ada.does(chat, { kind: 'end' })
  await rita.does(chat, { kind: 'answer-article', article, helped: false })
  expect(await figuresOf(article)).toMatchObject({ helped: [], didNotHelp: [state.number] })
  await refusedWith('already-ended', ada.ask('articles:send', { conversation: chat, id: randomUUID(), article }))
})

test('no requester learns of an internal article, and nobody sends or answers what is not his', async () => {
  const internal = await publishesArticle(samir, { title: 'Master keys', audience: 'internal' })
  const open = await publishesArticle(samir, { title: 'Door codes' })
  const zoe = await desk.requester('Zoe')
  const tom = await desk.agent('Tom', { wish: 'away' })
  const chat = await aChat(zoe, 'The door is shut')
  const eve = await desk.requester('Eve')
  const send = (person: Person, article: string) => person.ask('articles:send', { conversation: chat, id: randomUUID(), article })
  await refusedWith('not-found', send(ada, internal))
  await refusedWith('not-found', send(ada, randomUUID()))
  await refusedWith('not-owner', send(tom, open))
  await refusedWith('not-allowed', send(zoe, open))
  await refusedWith('not-found', zoe.ask('articles:use', { article: internal, how: 'opened' }))
  await ada.ask('articles:use', { article: internal, how: 'inserted' })
  await refusedWith('impossible-now', zoe.does(chat, { kind: 'answer-article', article: open, helped: true }))
  await send(ada, open)
  await refusedWith('not-allowed', ada.does(chat, { kind: 'answer-article', article: open, helped: true }))
  await refusedWith('not-found', eve.does(chat, { kind: 'answer-article', article: open, helped: true }))
})

test('what was looked for in vain is known: agents’ words, and requests, of which only their own requester says so', async () => {
  await ada.ask('articles:missed', { words: 'Quantum  Printer' })
  await ada.ask('articles:missed', { words: 'quantum printer' })
  await samir.ask('articles:missed', { words: 'quantum printer' })
  const chat = await aChat(rita, 'Nobody ever asked this')
  const eve = await desk.requester('Mallory')
  await eve.ask('articles:unmet', { conversation: chat })
  expect((await samir.ask('articles:figures', {})).missed.requests).toEqual([])
  await rita.ask('articles:unmet', { conversation: chat })
  await rita.ask('articles:unmet', { conversation: chat })
  const { missed } = await samir.ask('articles:figures', {})
  expect(missed.words).toMatchObject([{ words: 'quantum printer', agents: 2 }])
  expect(missed.requests).toMatchObject([{ subject: 'Nobody ever asked this' }])
  await refusedWith('not-allowed', rita.ask('articles:missed', { words: 'secrets' }))
  await refusedWith('not-allowed', ada.ask('articles:unmet', { conversation: chat }))
})

test('whoever reads a public page says without a script whether it helped: once a day, his last word, and nobody for him', async () => {
  const article = await publishesArticle(samir, { title: 'Wake the beamer' })
  const inside = await publishesArticle(samir, { title: 'Beamer keys', audience: 'internal' })
  const answers = async (helped: string, headers: Record<string, string> = {}, path = 'wake-the-beamer') => {
    const given = { origin: desk.url, 'user-agent': 'A browser', 'content-type': 'application/x-www-form-urlencoded', ...headers }
    const answer = await fetch(`${desk.url}/knowledge/${path}/answer`, {
      method: 'POST',
      headers: given,
      body: `helped=${helped}`,
      redirect: 'manual',
    })
    return { status: answer.status, to: answer.headers.get('location'), cookie: answer.headers.get('set-cookie') }
  }
  expect(await answers('yes')).toEqual({ status: 303, to: '/knowledge/wake-the-beamer?said=yes#said', cookie: null })
  await answers('yes')
  await answers('no')
  await answers('no', { 'user-agent': 'Another browser' })
  expect(await figuresOf(article)).toMatchObject({ helpedAlone: 0, didNotHelpAlone: 2 })
  await answers('yes')
  expect(await figuresOf(article)).toMatchObject({ helpedAlone: 1, didNotHelpAlone: 1 })

  expect(await answers('perhaps')).toMatchObject({ status: 303, to: '/knowledge/wake-the-beamer' })
  expect(await answers('yes', { origin: 'https://elsewhere.example' })).toMatchObject({ status: 403 })
  expect(await answers('yes', {}, 'beamer-keys')).toMatchObject({ status: 404 })
  expect(await answers('x'.repeat(200))).toMatchObject({ status: 413 })
  expect([await figuresOf(article), await figuresOf(inside)]).toMatchObject([{ helpedAlone: 1, didNotHelpAlone: 1 }, null])

  // The next day nobody can tell any more who it was.
  now = new Date('2026-11-21T09:00:00Z')
  await answers('yes')
  const helped = "select count(*)::int from article_uses where article_id = $1 and how = 'helped'"
  expect((await desk.pool.query(helped, [article])).rows).toEqual([{ count: 2 }])
  expect((await desk.pool.query('select day::text from reader_salts')).rows).toEqual([{ day: '2026-11-21' }])

  const page = await (await fetch(`${desk.url}/knowledge/wake-the-beamer?said=no`, { headers: { 'accept-language': 'de' } })).text()
  expect(page).toContain('Danke, das ist vermerkt.')
  const statuses = await Promise.all(Array.from({ length: 40 }, () => answers('yes').then(({ status }) => status)))
  expect(new Set(statuses)).toEqual(new Set([303, 429]))

  // What no figure shows any more is not kept either.
  const kept = async () => (await desk.pool.query<{ at: Date }>('select at from article_uses union all select at from article_misses')).rows
  const before = (await kept()).length
  await forgetUses(desk.pool, new Date('2027-02-19T08:00:00Z'))
  expect((await kept()).length).toBeLessThan(before)
  expect((await kept()).every(({ at }) => at >= now)).toBe(true)
})
