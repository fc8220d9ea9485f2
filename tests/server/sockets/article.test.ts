import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { articleFilesAmong } from '../../../server/postgres/article-files.ts'
import { anArticle, ownedBy, publishesArticle } from '../../support/articles.ts'
import type { Person, TestDesk } from '../../support/desk.ts'
import { aPicture, keyOf } from '../../support/files.ts'
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

const draft = (person: Person, content = anArticle()) => ({
  ...{ article: randomUUID(), version: 0, ...ownedBy(person), reviewOn: '2027-03-01' },
  content,
})
const finds = async (person: Person, words: string, language?: string) => {
  const { hits } = await person.ask('articles:search', { words, ...(language && { language }) })
  return hits.map(({ title }) => title)
}

test('Ada writes an article and asks for a review, Samir publishes it, and every edition stays', async () => {
  const first = draft(ada, anArticle({ title: 'Reset a badge' }))
  const saved = await ada.ask('articles:save', first)
  expect(await ada.ask('articles:save', first)).toEqual(saved)
  expect(saved).toMatchObject({ state: 'draft', edition: null, slug: null, isChanged: true, version: 1 })
  await refusedWith('not-allowed', ada.ask('articles:publish', { article: first.article, version: 1 }))
  expect(await ada.ask('articles:review', { article: first.article, version: 1, wanted: true })).toMatchObject({ state: 'review' })

  const published = await samir.ask('articles:publish', { article: first.article, version: 2 })
  expect(published).toMatchObject({ state: 'published', edition: 1, slug: 'reset-a-badge', isChanged: false })
  const changed = await ada.ask('articles:save', { ...first, version: 3, content: anArticle({ title: 'Renew a badge' }) })
  expect(changed).toMatchObject({ title: 'Reset a badge', edition: 1, isChanged: true })
  await refusedWith('changed-meanwhile', ada.ask('articles:save', { ...first, version: 3 }))
  expect(await samir.ask('articles:publish', { article: first.article, version: 4 })).toMatchObject({
    title: 'Renew a badge',
    slug: 'reset-a-badge',
    editions: [
      { edition: 2, by: 'Samir' },
      { edition: 1, by: 'Samir' },
    ],
  })
  expect((await ada.ask('articles:edition', { article: first.article, edition: 1 })).content.title).toBe('Reset a badge')
  expect(await rita.ask('articles:read', { article: first.article })).toMatchObject({ title: 'Renew a badge', edition: 2 })

  expect(await ada.ask('articles:withdraw', { article: first.article, version: 5 })).toMatchObject({ state: 'withdrawn', edition: null })
  await refusedWith('not-found', rita.ask('articles:read', { article: first.article }))
  expect(await finds(rita, 'badge')).toEqual([])
  await refusedWith('malformed', ada.ask('articles:save', draft(ada, anArticle({ title: ' ' }))))
  const empty = await samir.ask('articles:save', draft(samir, anArticle({ body: '' })))
  await refusedWith('malformed', samir.ask('articles:publish', { article: empty.id, version: 1 }))
})

test('title counts more than words, and words more than what stands in the text', async () => {
  await publishesArticle(samir, { title: 'Lunch menu', words: [], body: 'The gizmo stands beside the till.' })
  await publishesArticle(samir, { title: 'Card reader', words: ['gizmo'], body: 'Hold your card close.' })
  await publishesArticle(samir, { title: 'The gizmo', words: [], body: 'It blinks.' })
  expect(await finds(rita, 'gizmo')).toEqual(['The gizmo', 'Card reader', 'Lunch menu'])
  const { hits } = await rita.ask('articles:search', { words: 'what is a gizmo?', limit: 3 })
  expect(hits[2]?.excerpt).toEqual([
    { text: 'The ', hit: false },
    { text: 'gizmo', hit: true },
    { text: ' stands beside the till.', hit: false },
  ])
})

test('beginnings, other forms and mistyped words find it; in the reader’s language first', async () => {
  await publishesArticle(samir, { title: 'Connecting to the VPN', words: [], body: 'Start the client.' })
  await publishesArticle(samir, { title: 'VPN-Verbindungen', language: 'de', words: [], body: 'Starten Sie den Client.' })
  expect(await finds(rita, 'connec')).toContain('Connecting to the VPN')
  expect(await finds(rita, 'connection vpn')).toContain('Connecting to the VPN')
  expect(await finds(rita, 'Verbindung')).toEqual(['VPN-Verbindungen'])
  expect(await finds(rita, 'verbidnung')).toEqual(['VPN-Verbindungen'])
  expect((await finds(rita, 'vpn', 'de'))[0]).toBe('VPN-Verbindungen')
  expect((await finds(rita, 'vpn', 'en'))[0]).toBe('Connecting to the VPN')
  expect(await finds(rita, 'My vpn does not connct since this morning, what can I do?')).toContain('Connecting to the VPN')
  expect(await finds(rita, "& ':* | <-> ! ()")).toEqual([])
  expect(await finds(rita, 'quaternions')).toEqual([])
  await refusedWith('malformed', rita.ask('articles:search', { words: '' }))
  await refusedWith('too-large', rita.ask('articles:search', { words: 'x'.repeat(201) }))
})

test('what is internal, expired or being written is found and read by nobody whom it does not concern', async () => {
  const internal = await publishesArticle(samir, { title: 'Zeppelin for agents', audience: 'internal' })
  const short = await publishesArticle(samir, { title: 'Zeppelin until noon' }, { expiresAt: '2026-11-20T12:00:00.000Z' })
  const unread = await ada.ask('articles:save', draft(ada, anArticle({ title: 'Zeppelin drafts' })))
  expect(await finds(rita, 'zeppelin')).toEqual(['Zeppelin until noon'])
  expect((await finds(ada, 'zeppelin')).sort()).toEqual(['Zeppelin for agents', 'Zeppelin until noon'])
  // Not even what was mistyped tells of it.
  expect(await finds(rita, 'zepelin agents')).toEqual(['Zeppelin until noon'])
  await refusedWith('not-found', rita.ask('articles:read', { article: internal }))
  await refusedWith('not-found', ada.ask('articles:read', { article: unread.id }))

  now = new Date('2026-11-20T12:00:00Z')
  expect(await finds(rita, 'zeppelin')).toEqual([])
  expect(await finds(ada, 'zeppelin')).toEqual(['Zeppelin for agents'])
  await refusedWith('not-found', rita.ask('articles:read', { article: short }))
  expect(await ada.ask('articles:read', { article: short })).toMatchObject({ title: 'Zeppelin until noon' })
})

test('what is public has a page that needs no script, and everything else answers alike', async () => {
  now = new Date('2026-11-20T09:00:00Z')
  const page = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${desk.url}${path}`, { headers })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  const body =
    '## <img src=x> & more\n\n- **a** `b`\n\n> quoted\n\n[go](https://a.example/?x="y) [no](javascript:alert)\n\n```\n<script>\n```'
  await publishesArticle(samir, { title: 'Yeti & <Co>', body })
  const secret = await publishesArticle(samir, { title: 'Yeti inside', audience: 'internal' })
  const over = await publishesArticle(samir, { title: 'Yeti over' }, { expiresAt: '2026-11-20T08:59:59.000Z' })
  const slugs = await Promise.all([secret, over].map(async (article) => (await samir.ask('articles:open', { article })).slug))

  const shown = await page('/knowledge/yeti-co', { 'accept-language': 'de-AT,en;q=0.5' })
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('<html lang="de">')
  expect(shown.text).toContain('<article lang="en"><h1>Yeti &amp; &lt;Co&gt;</h1>')
  expect(shown.text).toContain(
    '<h2>&lt;img src=x&gt; &amp; more</h2><ul><li><strong>a</strong> <code>b</code></li></ul><blockquote>quoted</blockquote>',
  )
  expect(shown.text).toContain('<pre>&lt;script&gt;</pre>')
  expect(shown.text).not.toMatch(/<script|<img|javascript:alert"/)
  expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none'; base-uri 'none'; form-action 'self'/)
  expect(shown.headers.get('cache-control')).toBe('public, no-cache')
  const tag = shown.headers.get('etag') ?? ''
  expect((await page('/knowledge/yeti-co', { 'accept-language': 'de-AT,en;q=0.5', 'if-none-match': tag })).status).toBe(304)

  const missing = await page('/knowledge/nothing-of-the-kind')
  expect(missing.status).toBe(404)
  expect(await page('/knowledge/%00')).toMatchObject({ status: 404, text: missing.text })
  for (const slug of slugs) expect(await page(`/knowledge/${slug}`)).toMatchObject({ status: 404, text: missing.text })

  const list = (await page('/knowledge')).text
  expect(list).toContain('<a href="/knowledge/yeti-co">Yeti &amp; &lt;Co&gt;</a>')
  expect(list).not.toMatch(/Yeti inside|Yeti over/)
  const found = (await page('/knowledge?q=%3Cyetti%3E+co')).text
  expect(found).toContain('value="&lt;yetti&gt; co"')
  expect(found).toContain('Yeti &amp; &lt;Co&gt;')
  expect(found).not.toMatch(/Yeti inside|Yeti over/)
  expect((await page('/knowledge?q=quaternions')).text).toContain('Nothing was found.')
  expect((await page('/knowledge?q=a&q=b')).status).toBe(200)
})

test('the files of an article are for those who may read what shows them', async () => {
  const picture = await aPicture()
  const article = await publishesArticle(samir, { title: 'Kraken', body: 'Nothing to see yet.' })
  const file = randomUUID()
  const send = (as: Person, name = 'kraken.png', body: Buffer = picture) =>
    fetch(`${desk.url}/api/articles/${article}/files/${file}`, {
      method: 'PUT',
      headers: { ...keyOf(as), origin: desk.url, 'content-type': 'application/octet-stream', 'file-name': name },
      body: new Uint8Array(body),
    })
  const fetched = async (as: Person | null) => (await fetch(`${desk.url}/knowledge/files/${file}`, { headers: as ? keyOf(as) : {} })).status

  expect((await send(ada)).status).toBe(404)
  expect((await send(samir, 'kraken.png', Buffer.from('MZ no picture'))).status).toBe(415)
  const kept = await send(samir)
  expect([kept.status, await kept.json()]).toMatchObject([201, { id: file, name: 'kraken.png', type: 'image/png' }])
  expect((await send(samir)).status).toBe(201)
  expect([await fetched(samir), await fetched(ada), await fetched(null)]).toEqual([200, 404, 404])

  const { version, draft } = await samir.ask('articles:open', { article })
  const row = { article, ...ownedBy(samir) }
  const shows = { ...draft, audience: 'internal' as const, body: `![It](file:${file})` }
  await samir.ask('articles:save', { ...row, version, content: shows })
  expect([await fetched(ada), await fetched(null)]).toEqual([404, 404])
  await samir.ask('articles:publish', { article, version: version + 1 })
  expect([await fetched(ada), await fetched(null)]).toEqual([200, 404])
  await samir.ask('articles:save', { ...row, version: version + 2, content: { ...shows, audience: 'public' } })
  const { slug } = await samir.ask('articles:publish', { article, version: version + 3 })
  const answer = await fetch(`${desk.url}/knowledge/files/${file}`)
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true)
  expect(await (await fetch(`${desk.url}/knowledge/${slug}`)).text()).toContain(`<img src="/knowledge/files/${file}" alt="It"`)

  // Whoever removes the article takes its files away, and brings them back with it.
  await samir.ask('articles:remove', { article, version: version + 4 })
  const { rows } = await desk.pool.query<{ stored: string }>(
    "select rows -> 'article_files' -> 0 ->> 'stored' as stored from removed where id = $1",
    [article],
  )
  const stored = rows.map((one) => one.stored)
  expect(await fetched(samir)).toBe(404)
  expect(await articleFilesAmong(desk.pool, [...stored, randomUUID()])).toEqual(new Set(stored))
  await samir.ask('articles:restore', { article })
  expect(await fetched(null)).toBe(200)
})

test('Ada writes what she owns and nothing else; requesters write nothing', async () => {
  const theirs = await publishesArticle(samir, { title: 'Backups' })
  const { version } = await samir.ask('articles:open', { article: theirs })
  await refusedWith('not-found', ada.ask('articles:open', { article: theirs }))
  await refusedWith('not-found', ada.ask('articles:save', { ...draft(ada), article: theirs, version }))
  await refusedWith('not-found', ada.ask('articles:withdraw', { article: theirs, version }))
  await refusedWith('not-found', ada.ask('articles:remove', { article: theirs, version }))
  await refusedWith('not-allowed', ada.ask('articles:save', draft(samir)))
  const own = await ada.ask('articles:save', draft(ada, anArticle({ title: 'Mine alone' })))
  const titles = async (person: Person) => (await person.ask('articles:list', {})).articles.map(({ title }) => title)
  const tom = await desk.agent('Tom')
  expect(await titles(ada)).toEqual(expect.arrayContaining(['Backups', 'Mine alone']))
  expect(await titles(tom)).not.toContain('Mine alone')
  await refusedWith('not-found', tom.ask('articles:open', { article: own.id }))
  for (const asked of ['articles:open', 'articles:restore'] as const) {
    await refusedWith('not-allowed', rita.ask(asked, { article: theirs }))
  }
  await refusedWith('not-allowed', rita.ask('articles:list', {}))
  await refusedWith('not-allowed', rita.ask('articles:save', draft(ada)))
})

test('Ada is told how many of hers are to be looked at again, and Samir how many wait for a review', async () => {
  const olivia = await desk.agent('Olivia')
  const before = await samir.ask('articles:due', { today: '2027-03-01' })
  const { id } = await olivia.ask('articles:save', draft(olivia))
  expect(await olivia.ask('articles:due', { today: '2027-02-28' })).toEqual({ due: 0, inReview: 0 })
  expect(await olivia.ask('articles:due', { today: '2027-03-01' })).toEqual({ due: 1, inReview: 0 })
  await olivia.ask('articles:review', { article: id, version: 1, wanted: true })
  expect(await samir.ask('articles:due', { today: '2027-03-01' })).toEqual({ ...before, inReview: before.inReview + 1 })
  await refusedWith('not-allowed', rita.ask('articles:due', { today: '2027-03-01' }))
})

test('what was removed comes back with its editions and is found again, and the log tells of each step', async () => {
  const article = await publishesArticle(samir, { title: 'Ferrets' })
  const { version } = await samir.ask('articles:open', { article })
  await samir.ask('articles:remove', { article, version })
  expect(await finds(rita, 'ferrets')).toEqual([])
  await refusedWith('not-found', ada.ask('articles:restore', { article }))
  expect(await samir.ask('articles:restore', { article })).toMatchObject({ state: 'published', editions: [{ edition: 1 }] })
  expect(await finds(rita, 'feretts')).toEqual(['Ferrets'])

  // A category that is gone by then is no hindrance.
  const category = randomUUID()
  await desk.pool.query("insert into categories (id, name) values ($1, 'Animals')", [category])
  const pet = await publishesArticle(samir, { title: 'Stoats' }, { category })
  await samir.ask('articles:remove', { article: pet, version: 2 })
  await desk.pool.query('delete from categories where id = $1', [category])
  expect(await samir.ask('articles:restore', { article: pet })).toMatchObject({ title: 'Stoats', category: null, owner: samir.id })

  const olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
  const { records } = await olga.ask('audit:list', { before: null })
  expect(records.filter(({ subject }) => subject?.id === article).map(({ what }) => what)).toEqual([
    'articles:restore',
    'articles:remove',
    'articles:publish',
    'articles:save',
  ])
})
