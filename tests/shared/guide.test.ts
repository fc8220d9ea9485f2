import { expect, test } from '@jest/globals'
import { stepsAhead } from '../../shared/guide.ts'
import { foundGuides, suggestedGuides } from '../../shared/guide-fit.ts'
import { flawsOf } from '../../shared/guide-flaws.ts'
import { blocksOf } from '../../shared/markdown.ts'
import { guideContent } from '../../shared/protocol/guide.ts'
import { aGuide, aStep } from '../support/guides.ts'

test('a guide whose ways all come to an end has no flaw, and is one that the wire takes', () => {
  expect(flawsOf(aGuide())).toEqual([])
  expect(guideContent.safeParse(aGuide()).success).toBe(true)
})

test('the check finds dead ends, steps that nobody comes to, circles, and what has no words', () => {
  const forEver = { done: { step: 'round' }, 'did-not-help': null, cannot: null }
  const steps = [
    aStep('start', { ways: { done: { step: 'round' }, 'did-not-help': { step: 'gone' }, cannot: { step: 'mute' } } }),
    aStep('round', { title: ' ', ways: forEver }),
    aStep('alone', { ways: { done: 'solved', 'did-not-help': null, cannot: null } }),
    aStep('mute', { ways: { done: null, 'did-not-help': null, cannot: null }, choices: [{ id: 'a', label: '', way: 'person' }] }),
    aStep('shut', { ways: { done: null, 'did-not-help': null, cannot: null } }),
    aStep('last', { ways: { done: 'next', 'did-not-help': null, cannot: null } }),
  ]

  expect(flawsOf(aGuide({ steps }))).toEqual([
    { step: 'start', what: 'leads-nowhere', answer: 'did-not-help' },
    { step: 'round', what: 'no-title' },
    { step: 'round', what: 'no-end' },
    { step: 'alone', what: 'unreachable' },
    { step: 'mute', what: 'no-label', choice: 'a' },
    { step: 'shut', what: 'unreachable' },
    { step: 'shut', what: 'no-answer' },
    { step: 'last', what: 'unreachable' },
    { step: 'last', what: 'leads-nowhere', answer: 'done' },
  ])
  expect(flawsOf(aGuide({ steps: [] }))).toEqual([{ step: null, what: 'no-steps' }])
  expect(
    flawsOf(aGuide({ steps: [aStep('long', { text: 'ä'.repeat(30_000), ways: { done: 'solved', 'did-not-help': null, cannot: null } })] })),
  ).toEqual([{ step: null, what: 'too-long' }])
})

test('guides are found by what is typed, and suggested by whole words of what somebody wrote', () => {
  const guides = [aGuide(), aGuide({ name: 'Add a printer', words: ['printer', 'paper jam'] })]
  const names = (found: { name: string }[]) => found.map(({ name }) => name)
  expect(names(foundGuides(guides, 'PRIN'))).toEqual(['Add a printer'])
  expect(names(foundGuides(guides, ''))).toHaveLength(2)
  expect(names(suggestedGuides(guides, 'Since today: a paper-jam, and my printer beeps'))).toEqual(['Add a printer'])
  expect(names(suggestedGuides(guides, 'The VPNs of others'))).toEqual([])
})

test('what probably follows is named once, also where a guide goes round', () => {
  expect(stepsAhead(aGuide(), 'restart').map(({ id }) => id)).toEqual(['lamp', 'log'])
  expect(stepsAhead(aGuide(), 'log')).toEqual([])
})

test('Markdown becomes paragraphs, lists, code and safe links, and never anything else', () => {
  expect(blocksOf('Close **it**, `then`:\nstart\n\n1. one\n2. two\n- three')).toEqual([
    {
      kind: 'paragraph',
      lines: [
        [{ text: 'Close ' }, { text: 'it', as: 'strong' }, { text: ', ' }, { text: 'then', as: 'code' }, { text: ':' }],
        [{ text: 'start' }],
      ],
    },
    { kind: 'list', ordered: true, items: [[{ text: 'one' }], [{ text: 'two' }]] },
    { kind: 'list', ordered: false, items: [[{ text: 'three' }]] },
  ])
  expect(blocksOf('```\n<b>*raw*\n```')).toEqual([{ kind: 'code', text: '<b>*raw*' }])
  expect(blocksOf('[go](https://a.example/x) [no](javascript:alert)')).toEqual([
    { kind: 'paragraph', lines: [[{ text: 'go', href: 'https://a.example/x' }, { text: ' ' }, { text: '[no](javascript:alert)' }]] },
  ])
  const file = '70000000-0000-4000-8000-000000000001'
  expect(blocksOf(`### Deep\n> quoted\n## Up\n---\n#### Down\n![It](file:${file})\n[log](file:${file})`)).toEqual([
    { kind: 'heading', level: 1, spans: [{ text: 'Deep' }] },
    { kind: 'quote', lines: [[{ text: 'quoted' }]] },
    { kind: 'heading', level: 1, spans: [{ text: 'Up' }] },
    { kind: 'rule' },
    { kind: 'heading', level: 2, spans: [{ text: 'Down' }] },
    { kind: 'picture', alt: 'It', file },
    { kind: 'paragraph', lines: [[{ text: 'log', file }]] },
  ])
  expect(blocksOf('snake_case_name')).toEqual([{ kind: 'paragraph', lines: [[{ text: 'snake_case_name' }]] }])
})
