import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import type { GuideContent } from '../../../shared/guide.ts'
import type { Guide } from '../../../shared/protocol/guide.ts'
import { until } from '../../shared/client/a-line.ts'
import { aGuide } from '../../support/guides.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, network } from '../a-desk.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
const id = '70000000-0000-4000-8000-000000000001'

const noPictures = { thumbnail: async () => '', whole: async () => '', save: async () => undefined }

/** A guide as the far end keeps it. */
function kept(draft: GuideContent, version: number, published: GuideContent | null): Guide {
  const { name, language, words, alone, steps } = draft
  const brief = { id, name, language, words, alone, steps: steps.length, owner: ada, reviewOn: null, changedAt: '2026-11-22T09:00:00Z' }
  const editions = published ? [{ edition: 1, at: '2026-11-22T09:00:00Z', by: 'Ada Abel' }] : []
  return { ...brief, version, draft, published, edition: published ? 1 : null, isChanged: published !== draft, editions }
}

/** Ada supervises, and the far end keeps what she writes. */
async function theGuides(begin: GuideContent | null) {
  const me = { id: ada, name: 'Ada Abel', role: 'supervisor' as const, teams: [network], standing }
  const console = await aConsole({ me }, {}, '#/nowhere')
  let now = begin && kept(begin, 1, null)
  const saved: GuideContent[] = []
  console.line.answering['guides:list'] = () => ({ guides: now ? [now] : [] })
  console.line.answering['guides:read'] = () => now ?? fail()
  console.line.answering['guides:figures'] = () => ({
    days: 90,
    begun: [7, 5],
    alone: [],
    solved: [7],
    escalated: [],
    person: [],
    givenUp: [5],
    minutes: 3,
    steps: [{ id: 'restart', title: 'Try restart', taken: [7], solved: [7], givenUp: [5] }],
  })
  console.line.answering['guides:overview'] = () => ({ days: 90, guides: [{ guide: id, begun: 7, solved: 5, givenUp: 1, minutes: 2.5 }] })
  console.line.answering['guides:save'] = ({ version, content }) => {
    saved.push(content)
    now = kept(content, version + 1, now?.published ?? null)
    return now
  }
  console.line.answering['guides:publish'] = ({ version }) => {
    now = now && kept(now.draft, version + 1, now.draft)
    return now ?? fail()
  }
  const { route } = await import('../../../console/router.ts')
  route.value = { at: 'settings', page: 'guides' }
  await screen.findByRole('heading', { name: 'Guides' })
  return { ...console, saved }
}

function fail(): never {
  throw new Error('There is no guide')
}

test('Ada writes a guide: what is missing is said at its step, and then it is published', async () => {
  const { saved } = await theGuides(null)
  fireEvent.click(await screen.findByRole('button', { name: 'New guide' }))
  expect(await screen.findByText('It has no title.')).toBeTruthy()
  expect(screen.getByText('An answer leads to a step that is not there.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Publish' }))
  expect(await screen.findByText('3 things are missing')).toBeTruthy()
  expect(saved).toEqual([])

  fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'No sound' } })
  fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'Turn it up' } })
  fireEvent.change(screen.getByLabelText('Did not help leads to'), { target: { value: 'person' } })
  fireEvent.change(screen.getByLabelText('I cannot leads to'), { target: { value: 'person' } })
  await until(() => screen.queryByText('It has no title.') === null)
  fireEvent.click(screen.getByRole('button', { name: 'Publish' }))
  expect(await screen.findByText('Published as version 1.')).toBeTruthy()
  expect(saved.map(({ name, steps }) => [name, steps[0]?.title, steps[0]?.ways.cannot])).toEqual([['No sound', 'Turn it up', 'person']])
})

test('the preview goes where the answers lead, and the figures show the tickets behind them', async () => {
  await theGuides(aGuide())
  const row = (await screen.findByText('2.5')).closest('tr')
  expect(row?.textContent).toContain('VPN: cannot connect')
  expect([...(row?.querySelectorAll('.num') ?? [])].map((cell) => cell.textContent)).toEqual(['7', '5', '1', '2.5'])
  fireEvent.click(await screen.findByRole('button', { name: 'VPN: cannot connect' }))
  const preview = within(await screen.findByRole('complementary', { name: 'As its reader goes through it' }))
  fireEvent.click(await preview.findByRole('button', { name: 'Did not help' }))
  fireEvent.click(await preview.findByRole('button', { name: 'It is red' }))
  expect(await preview.findByRole('heading', { name: 'Try log' })).toBeTruthy()
  fireEvent.click(preview.getByRole('button', { name: 'Back' }))
  fireEvent.click(await preview.findByRole('button', { name: 'It is green' }))
  fireEvent.click(await preview.findByRole('button', { name: 'Done' }))
  expect(await preview.findByText('It ends here: solved.')).toBeTruthy()

  fireEvent.click(await preview.findByRole('button', { name: 'Given up: 1, show the tickets' }))
  expect((await preview.findByRole('link', { name: 'INC-000005' })).getAttribute('href')).toBe('#/tickets/5')
})

test('what somebody is writing at a step stays when the other side moves on, and a double click answers one step', async () => {
  const { GuideCard, speakOfGuides } = await import('../../../shared/ui/guide-card.ts')
  await speakOfGuides('en')
  const content = aGuide()
  const [added, answered]: [string[], unknown[]] = [[], []]
  const card = (at: string, turn: number) => (
    <GuideCard
      run={{ content, at, turn, trail: [], stuck: null }}
      nameOf={() => 'Rita'}
      me="ada"
      isAgent
      answer={(one) => answered.push(one)}
      back={() => undefined}
      pictures={async () => noPictures}
      add={({ title }) => added.push(title)}
    />
  )
  const { rerender } = render(card('restart', 0))
  fireEvent.click(screen.getByRole('button', { name: 'Done' }), { detail: 1 })
  fireEvent.click(screen.getByRole('button', { name: 'Done' }), { detail: 2 })
  expect(answered).toEqual(['done'])

  rerender(card('lamp', 1))

  fireEvent.click(screen.getByRole('button', { name: 'Add a step' }))
  fireEvent.input(screen.getByLabelText('What is to be done'), { target: { value: 'Look at the cable' } })
  rerender(card('log', 2))
  expect(await screen.findByText('It went on meanwhile: this is about “Try log” now.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('What is to be done').value).toBe('Look at the cable')
  expect(document.activeElement).toBe(screen.getByLabelText('What is to be done'))
  fireEvent.click(screen.getByRole('button', { name: 'Put it before this step' }))
  expect(added).toEqual(['Look at the cable'])
  rerender(card('log', 3))
  expect(await screen.findByRole('button', { name: 'Add a step' })).toBeTruthy()
})
