import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fileOf, guideIn } from '../../console/models/guide-file.ts'
import { type GuideContent, stepsAhead } from '../../shared/guide.ts'
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

const noBytes = async () => new Uint8Array()
const picture = { id: '70000000-0000-4000-8000-000000000001', name: 'tray.png', type: 'image/png', size: 3, width: 640, height: 400 }
const shown = (text: string): GuideContent => aGuide({ steps: [aStep('look', { picture: { ...picture, text } }), ...aGuide().steps] })

test('a picture needs a description before its guide is published', () => {
  expect(flawsOf(shown(' ')).filter(({ step }) => step === 'look')).toEqual([{ step: 'look', what: 'no-description' }])
  expect(flawsOf(shown('The tray')).filter(({ step }) => step === 'look')).toEqual([])
})

test('a guide is the same after it went through a file, with every byte of its pictures', async () => {
  expect(guideIn(await fileOf(aGuide(), noBytes))).toEqual({ content: aGuide(), pictures: [] })
  const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 80_000, size: 'max' })
  await fc.assert(
    fc.asyncProperty(anyBytes, fc.string({ unit: 'grapheme', maxLength: 300 }), async (bytes, text) => {
      const read = guideIn(await fileOf(shown(text), async () => bytes))
      if ('wrong' in read) throw new Error(read.wrong)
      const [one] = read.pictures
      const { picture: _, ...look } = shown(text).steps[0] ?? aStep('look')
      expect(read.content).toEqual({ ...shown(text), steps: [look, ...aGuide().steps] })
      expect([read.pictures.length, one?.step, one?.text, one?.file.name, one?.file.type]).toEqual([
        1,
        'look',
        text,
        'tray.png',
        'image/png',
      ])
      expect(Buffer.from((await one?.file.arrayBuffer()) ?? new ArrayBuffer(0)).equals(bytes)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('another file is told from that of a guide, and so is a damaged picture in one', async () => {
  const noGuide = { wrong: 'no-guide' }
  expect(['no', '{"a":1}', '{"firstline-guide":1,"name":"x","words":[],"steps":[{}]}'].map(guideIn)).toEqual([noGuide, noGuide, noGuide])
  expect(guideIn((await fileOf(aGuide(), noBytes)).replace('"text": ""', '"text": 7'))).toEqual(noGuide)
  const file = await fileOf(shown('The tray'), async () => new Uint8Array([1, 2, 3]))
  const damaged = { wrong: 'picture', step: 'Try look' }
  const tooLarge = await fileOf(shown('The tray'), async () => new Uint8Array(5_000_001))
  expect([file.replace('AQID', 'AQ(D'), file.replace('AQID', ''), file.replace('"data"', '"id"'), tooLarge].map(guideIn)).toEqual([
    damaged,
    damaged,
    damaged,
    damaged,
  ])
})
