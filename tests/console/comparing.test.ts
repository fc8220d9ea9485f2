import { expect, test } from '@jest/globals'
import { compare } from '../../console/models/comparing.ts'

const shown = (older: string, newer: string) =>
  compare(older, newer)
    .map(({ text, is }) => (is === 'same' ? text : is === 'added' ? `+[${text}]` : `-[${text}]`))
    .join('')

test('what changed between two versions is told word by word, and the rest stays', () => {
  expect(shown('a\nb\nc\n', 'a\nb\nc\n')).toBe('a\nb\nc\n')
  expect(shown('Open Settings, then Printers.\nDone.', 'Open Settings, then Devices.\nDone.')).toBe(
    'Open Settings, then -[Printers]+[Devices].\nDone.',
  )
  expect(shown('one\ntwo\nthree\n', 'one\nthree\nfour\n')).toBe('one\n-[two\n]three\n+[four\n]')
  expect(shown('', 'new')).toBe('+[new]')
  expect(shown('old', '')).toBe('-[old]')
})

test('whatever was written, the older text and the newer one can be read from it', () => {
  const older = Array.from({ length: 60 }, (_, at) => `line ${at % 7} ${at}\n`).join('')
  const newer = `${older.replace(/line 3/g, 'row 3').replace('line 5 5\n', '')}end`
  const parts = compare(older, newer)
  const without = (gone: string) =>
    parts
      .filter(({ is }) => is !== gone)
      .map(({ text }) => text)
      .join('')
  expect(without('added')).toBe(older)
  expect(without('removed')).toBe(newer)
})
