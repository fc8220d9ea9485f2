import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Closed, missingIn, needsWords, usualClosing } from '../../shared/closing.ts'
import { codes } from '../../shared/ticket.ts'

const empty: Closed = { code: 'solved', resolution: ' ', category: false, minutes: false, original: false }

test('what a team wants is named, in the order of the form', () => {
  expect(missingIn({ category: true, resolution: 20, minutes: true }, empty)).toEqual([
    'category-needed',
    'resolution-needed',
    'minutes-needed',
  ])
  expect(missingIn(usualClosing, empty)).toEqual(['category-needed', 'resolution-needed'])
  expect(missingIn({ category: false, resolution: 0, minutes: false }, empty)).toEqual([])
})

test('spaces are no resolution, and the last character that is wanted is enough', () => {
  const rules = { category: false, resolution: 5, minutes: false }
  expect(missingIn(rules, { ...empty, resolution: '  cable  ' })).toEqual([])
  expect(missingIn(rules, { ...empty, resolution: '  cabl   ' })).toEqual(['resolution-needed'])
})

test('there is always a way out: no answer, spam, and a duplicate that names its original', () => {
  const rules = fc.record({ category: fc.boolean(), resolution: fc.nat(500), minutes: fc.boolean() })
  fc.assert(
    fc.property(rules, (wanted) => {
      for (const code of ['no-answer', 'spam'] as const) expect(missingIn(wanted, { ...empty, code })).toEqual([])
      expect(missingIn(wanted, { ...empty, code: 'duplicate' })).toEqual(['duplicate-needed'])
      expect(missingIn(wanted, { ...empty, code: 'duplicate', original: true })).toEqual([])
    }),
  )
  expect(codes.filter(needsWords)).toEqual(['solved', 'workaround', 'advice', 'not-reproducible'])
})
