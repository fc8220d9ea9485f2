import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from '@jest/globals'
import { drawable, shapesOf } from '../../../server/paper/shapes.ts'

const font = createRequire(import.meta.url).resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')
const has = shapesOf(readFileSync(font))
const written = (text: string) => {
  const drawn = drawable({ label: 'INC-000001', subject: text, facts: [['Name', text]], lines: [] }, has)
  return [drawn.paper.subject, drawn.isWhole]
}

test.each([['Ümläute, ñandú, Ελληνικά, Кириллица, Việt → “so”'], ['two\nlines\tand more']])('%j is drawn as it is', (text) => {
  expect(written(text)).toEqual([text, true])
})

test.each([
  ['Done ✓\uFE0F', 'Done ✓', true],
  ['Thanks 👍🏽!', 'Thanks □!', false],
  ['👩‍💻 at work', '□ at work', false],
  ['李 Wei', '□ Wei', false],
  ['שלום', '□□□□', false],
])('%j is drawn as %j', (text, drawn, isWhole) => {
  expect(written(text)).toEqual([drawn, isWhole])
})

test('names, facts and what was said are drawn alike', () => {
  const { paper, isWhole } = drawable(
    {
      label: 'INC-000001',
      subject: 'Help',
      facts: [['Requester', '李 Wei']],
      lines: [{ at: '2026-11-22 09:41 UTC', tone: 'said', who: '李 Wei', text: '🙂' }],
    },
    has,
  )
  expect(paper.facts).toEqual([['Requester', '□ Wei']])
  expect(paper.lines).toMatchObject([{ who: '□ Wei', text: '□' }])
  expect(isWhole).toBe(false)
})
