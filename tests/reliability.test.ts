import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
const promises = page
  .split('\n')
  .filter((line) => /^\| (?!Promise)/.test(line))
  .map((line) => line.split(' | '))
const shown = [...page.matchAll(/\]\(\.\.\/(tests\/[^)]+)\) “([^”]+)”/g)].map(([, file = '', sentence = '']) => ({ file, sentence }))

test('every promise says how it is kept and names a test that shows it', () => {
  const bare = promises.filter(([, kept = '', tests = '']) => kept.trim() === '' || !tests.includes('](../tests/'))

  expect(promises.length).toBeGreaterThan(40)
  expect(bare.map(([promise]) => promise)).toEqual([])
})

test('every test that the promises name is there, by file and by sentence', () => {
  const gone = shown.filter(({ file, sentence }) => !existsSync(join(root, file)) || !sentencesIn(file).includes(sentence))

  expect(shown.length).toBeGreaterThanOrEqual(promises.length)
  expect(gone).toEqual([])
})

const sentencesIn = (file: string) => readFileSync(join(root, file), 'utf8')
