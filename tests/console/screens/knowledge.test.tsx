import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { dayOf } from '../../../console/models/article-form.ts'
import { type ArticleContent, articleStateOf } from '../../../shared/article.ts'
import type { Role } from '../../../shared/people.ts'
import type { Article } from '../../../shared/protocol/article.ts'
import { Refused } from '../../../shared/refusal.ts'
import { until } from '../../shared/client/a-line.ts'
import { anArticle } from '../../support/articles.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, network } from '../a-desk.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const id = '70000000-0000-4000-8000-000000000009'
const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }

interface Kept {
  draft: ArticleContent
  published: ArticleContent | null
  version: number
  inReview?: boolean
  more?: Partial<Article>
}

/** An article as the far end keeps it. */
function kept({ draft, published, version, inReview = false, more = {} }: Kept): Article {
  const { title, language, audience, words } = published ?? draft
  const edition = published ? 1 : null
  const editions = published ? [{ edition: 1, at: '2026-11-22T09:00:00Z', by: 'Olga' }] : []
  const state = articleStateOf({ inReview, edition, editions: editions.length })
  return {
    ...{ id, title, language, audience, words, category: null, owner: ada, reviewOn: null, expiresAt: null, state, edition, version },
    ...{ slug: 'x', changedAt: '2026-11-22T09:00:00Z', isChanged: published !== draft, draft, published, editions, ...more },
  }
}

/** Ada's console beside a far end that keeps one article. */
async function theKnowledge(begin: Kept | null, role: Role = 'supervisor') {
  const console = await aConsole({ me: { id: ada, name: 'Ada Abel', role, teams: [network], standing } }, {}, '#/nowhere')
  let now = begin
  const { answering } = console.line
  const known = () => (now ? kept(now) : fail())
  answering['articles:list'] = () => ({ articles: now ? [kept(now)] : [] })
  answering['articles:open'] = known
  answering['articles:search'] = () => ({ hits: [] })
  answering['articles:edition'] = () => ({ content: now?.published ?? fail() })
  answering['articles:save'] = ({ version, content }) => {
    now = { ...now, draft: content, published: now?.published ?? null, version: version + 1 }
    return known()
  }
  answering['articles:review'] = ({ wanted }) => {
    now = now && { ...now, inReview: wanted, version: now.version + 1 }
    return known()
  }
  answering['articles:publish'] = () => {
    now = now && { draft: now.draft, published: now.draft, version: now.version + 1 }
    return known()
  }
  const { route } = await import('../../../console/router.ts')
  const goes = (article: string | null, how: 'read' | 'write' | 'new' = 'read') => {
    route.value = { at: 'knowledge', article, how }
  }
  return { ...console, goes, saved: () => now }
}

function fail(): never {
  throw new Refused('not-found')
}

test('Ada begins an article, is told what is missing, saves it and publishes it', async () => {
  const { goes, saved } = await theKnowledge(null)
  goes(null)
  expect(await screen.findByText('There are no articles yet.', { exact: false })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'New article' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Publish' }))
  expect(await screen.findByText('Write something before you publish it.')).toBeTruthy()
  fireEvent.input(screen.getByLabelText('Text'), { target: { value: '## Steps\n\n1. <b>Turn** it\n2. Wait' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Give it a title.')).toBeTruthy()
  fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'No sound' } })
  const preview = within(screen.getByRole('complementary', { name: 'As it is read' }))
  expect(preview.getByRole('heading', { name: 'Steps' })).toBeTruthy()
  expect(preview.getByText('<b>Turn** it')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Publish' }))
  expect(await screen.findByText('Published as version 1.')).toBeTruthy()
  expect(saved()?.published).toMatchObject({ title: 'No sound', audience: 'internal', language: 'en' })
})

test('what Ada wrote and did not save is there again when she comes back', async () => {
  const { goes } = await theKnowledge({ draft: anArticle(), published: null, version: 1 })
  goes(id, 'write')
  fireEvent.input(await screen.findByLabelText('Title'), { target: { value: 'Half a thought' } })
  goes(null)
  await screen.findByRole('heading', { name: 'Knowledge' })
  goes(id, 'write')
  expect(await screen.findByDisplayValue('Half a thought')).toBeTruthy()
})

test('an agent asks for a review where a supervisor publishes', async () => {
  const { goes, saved } = await theKnowledge({ draft: anArticle(), published: null, version: 1 }, 'agent')
  goes(id, 'write')
  fireEvent.click(await screen.findByRole('button', { name: 'Ask for review' }))
  expect(await screen.findByRole('button', { name: 'Take back from review' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull()
  expect(saved()).toMatchObject({ inReview: true })
})

test('Ada sees what she changed since a version, and writes on from that version', async () => {
  const published = anArticle({ body: 'Open Settings, then Printers.' })
  const { goes } = await theKnowledge({ draft: anArticle({ body: 'Open Settings, then Devices.' }), published, version: 2 })
  goes(id, 'write')
  fireEvent.click(await screen.findByRole('button', { name: 'Show changes' }))
  expect((await screen.findByText('Devices', { selector: 'ins' })).textContent).toContain('Devices')
  expect(screen.getByText('Printers', { selector: 'del' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Write on from here' }))
  expect(await screen.findByDisplayValue('Open Settings, then Printers.')).toBeTruthy()
  expect(await screen.findByText('Nothing differs.')).toBeTruthy()
})

test('Ada is reminded of what she should look at again, and narrows the list to it', async () => {
  const more = { reviewOn: dayOf(new Date()), expiresAt: '2026-01-01T00:00:00Z' }
  const { goes } = await theKnowledge({ draft: anArticle(), published: null, version: 1, more })
  goes(null)
  fireEvent.click(await screen.findByRole('button', { name: 'Show' }))
  const row = within(screen.getByRole('row', { name: /Connect a printer/ }))
  expect(row.getByText('Look at it again')).toBeTruthy()
  expect(row.getByText('Expired')).toBeTruthy()
  fireEvent.change(screen.getByRole('combobox', { name: 'For' }), { target: { value: 'internal' } })
  expect(await screen.findByText('No article fits. Use other words, or show all.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }))
  await until(() => screen.queryByRole('row', { name: /Connect a printer/ }) !== null)
})

test('of thousands of articles Ada sees the first, and as many more as she wants', async () => {
  const { line, goes } = await theKnowledge(null)
  const many = Array.from({ length: 250 }, (_, at) => {
    const row = kept({ draft: anArticle({ title: `Article ${at}` }), published: null, version: 1 })
    return { ...row, id: id.replace(/.{3}$/, String(at).padStart(3, '0')) }
  })
  line.answering['articles:list'] = () => ({ articles: many })
  goes(null)
  const more = await screen.findByText('Show 50 more')
  expect(screen.getByText('250 articles')).toBeTruthy()
  expect(document.querySelectorAll('tbody tr').length).toBe(200)
  fireEvent.click(more)
  expect(document.querySelectorAll('tbody tr').length).toBe(250)
})

test('beside the way to the articles stands how many wait for Ada, and it follows what she does', async () => {
  const { line, goes } = await theKnowledge({ draft: anArticle(), published: null, version: 1, inReview: true })
  let inReview = 1
  line.answering['articles:due'] = () => ({ due: 2, inReview })
  line.restore()
  expect(await screen.findByRole('link', { name: '2 of yours to be looked at again, 1 in review, Knowledge' })).toBeTruthy()
  goes(null)
  expect(await screen.findByText('One article waits for a review.')).toBeTruthy()
  inReview = 0
  goes(id, 'write')
  expect(await screen.findByRole('link', { name: '2 of yours to be looked at again, Knowledge' })).toBeTruthy()
})

test('Ada finds an article from wherever she is', async () => {
  const { line, session } = await theKnowledge({ draft: anArticle(), published: anArticle(), version: 2 })
  line.answering['articles:search'] = ({ words }) => ({
    hits: [{ id, slug: 'x', title: `About ${words}`, language: 'en', audience: 'public', category: null, excerpt: [] }],
  })
  session.overlay.open('palette')
  fireEvent.input(await screen.findByRole('combobox', { name: /^Find a chat/ }), { target: { value: 'printers' } })
  fireEvent.click(await screen.findByRole('option', { name: 'Article About printers' }))
  const { route } = await import('../../../console/router.ts')
  expect(route.value).toEqual({ at: 'knowledge', article: id, how: 'read' })
})

test('Ada sees what became of articles, the tickets behind a number, and what was looked for in vain', async () => {
  const { line, goes } = await theKnowledge({ draft: anArticle(), published: anArticle(), version: 2 })
  const at = '2026-11-22T09:00:00Z'
  line.answering['articles:figures'] = () => ({
    days: 90,
    articles: [{ article: id, opened: 12, inserted: 3, helpedAlone: 2, didNotHelpAlone: 0, sent: [9, 7], helped: [7], didNotHelp: [] }],
    missed: { words: [{ words: 'zeppelin', agents: 2, at }], requests: [{ number: 5, subject: 'No airship', at }] },
  })
  goes(null)
  fireEvent.click(await screen.findByRole('link', { name: 'What became of it' }))
  const { route } = await import('../../../console/router.ts')
  route.value = { at: 'knowledge', article: null, how: 'figures' }
  fireEvent.click(await screen.findByRole('button', { name: 'Connect a printer: Sent: 2, show the tickets' }))
  expect(screen.getByRole('link', { name: 'INC-000009' })).toBeTruthy()
  expect(screen.getByText('and 2 outside chats')).toBeTruthy()
  expect(screen.getByText('zeppelin')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'INC-000005' })).toBeTruthy()
})
