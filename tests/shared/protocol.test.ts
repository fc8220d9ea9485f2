import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { protocolPage, questionsWithoutDocs } from '../../server/commands/docs/protocol-page.ts'
import { questions } from '../../shared/protocol.ts'

const root = join(import.meta.dirname, '../..')

test('docs/protocol.md says what the protocol is', () => {
  const isCurrent = readFileSync(join(root, 'docs/protocol.md'), 'utf8') === protocolPage(root)

  expect(isCurrent ? 'current' : 'docs/protocol.md is out of date: run `npm run docs`').toBe('current')
})

test('every question says what it is for', () => {
  expect(questionsWithoutDocs(root)).toEqual([])
})

test('every question and every answer is on the page', () => {
  const page = protocolPage(root)

  for (const question of Object.keys(questions)) expect(page).toContain(`#### \`${question}\``)
  expect(page).not.toContain('undefined')
})

test.each(['`entries:added`', 'interface AgentSnapshot', 'type PublicTrace', '| `not-found` |', '| say |'])('%s is on the page', (part) => {
  expect(protocolPage(root)).toContain(part)
})
