import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operationsWith, readmeWith } from '../server/commands/docs/readme.ts'
import { rightsTable } from '../server/commands/docs/rights-table.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('the tables of the README are what the code says', () => {
  expect(readmeWith(readme) === readme ? 'current' : 'README.md is out of date: run `npm run docs`').toBe('current')
})

test('what is measured is what the page for operators says', async () => {
  const page = readFileSync(join(root, 'docs/operations.md'), 'utf8')
  expect((await operationsWith(page)) === page ? 'current' : 'docs/operations.md is out of date: run `npm run docs`').toBe('current')
})

test('the rights say how far each reaches', () => {
  expect(rightsTable()).toContain('| conversation: take over | – | all | all |')
  expect(rightsTable()).toContain('| replies: manage | own | all | all |')
})

test('a README that lost its markers is noticed', () => {
  expect(() => readmeWith('# Firstline')).toThrow('has lost its markers')
})

test('what the README links to is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path)

  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('the commands that the README names exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)

  expect(named.filter((name) => !(name in scripts))).toEqual([])
})
