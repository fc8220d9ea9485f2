import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countingKeys, deeds, isOneOf, type Stroke, shortcuts } from '../../../console/models/shortcuts.ts'
import { keys } from '../../../console/words/en/keys.ts'

const stroke = (key: string, code: string, held: Partial<Stroke> = {}): Stroke => ({
  key,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
})

test('a key with Alt counts by its place, whatever the keyboard writes with it', () => {
  expect(isOneOf(['Alt+N'], stroke('ñ', 'KeyN', { altKey: true }))).toBe(true)
  expect(isOneOf(['Alt+N'], stroke('n', 'KeyN'))).toBe(false)
  expect(isOneOf(['Alt+1…9'], stroke('¡', 'Digit1', { altKey: true }))).toBe(true)
  expect(isOneOf(['Alt+1…9'], stroke('0', 'Digit0', { altKey: true }))).toBe(false)
})

test('Command counts as Ctrl does, and Shift makes another key of Enter', () => {
  expect(isOneOf(['Ctrl+K'], stroke('k', 'KeyK', { metaKey: true }))).toBe(true)
  expect(isOneOf(['Ctrl+Enter'], stroke('Enter', 'Enter', { ctrlKey: true }))).toBe(true)
  expect(isOneOf(['Enter'], stroke('Enter', 'Enter', { shiftKey: true }))).toBe(false)
  expect(isOneOf(['?'], stroke('?', 'Minus', { shiftKey: true }))).toBe(true)
})

test('a letter alone does nothing in a field, nor where its agent does not want it', () => {
  const next = { does: 'next', keys: ['Alt+J', 'J'], where: 'outside' } as const
  expect(countingKeys(next, { inField: false, single: true })).toEqual(['Alt+J', 'J'])
  expect(countingKeys(next, { inField: true, single: true })).toEqual(['Alt+J'])
  expect(countingKeys(next, { inField: false, single: false })).toEqual(['Alt+J'])
})

test('no key does two things in one place', () => {
  for (const where of new Set(shortcuts.map((one) => one.where))) {
    const here = shortcuts.filter((one) => one.where === where).flatMap((one) => one.keys)
    expect(here).toEqual([...new Set(here)])
  }
  expect(shortcuts.map(({ does }) => does).toSorted()).toEqual([...deeds].toSorted())
})

test('docs/console.md names every key and what it does', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/console.md'), 'utf8')
  const rows = shortcuts.map((one) => `| ${one.keys.map((key) => `\`${key}\``).join(', ')} | ${keys.deeds[one.does]} |`)
  expect(
    page
      .split('\n')
      .filter((line) => rows.includes(line))
      .toSorted(),
  ).toEqual(rows.toSorted())
})
