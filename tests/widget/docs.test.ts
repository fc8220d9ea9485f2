import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeLanguages, cspLines, pageCode, scriptTag } from '../../console/models/page-code.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/widget.md'), 'utf8')

test.each(codeLanguages)('what the documentation shows in %s is what the settings show', (language) => {
  expect(page).toContain(pageCode(language, { issuer: 'https://intranet.example.com', audience: 'firstline', algorithm: 'HS256' }))
})

test('the line of a host page and its policy are documented as they are', () => {
  expect(page).toContain(scriptTag('https://help.example.com'))
  expect(page).toContain(cspLines('https://help.example.com'))
})
