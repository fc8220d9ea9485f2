import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { protocolPage } from './docs/protocol-page.ts'
import { operationsWith, readmeWith } from './docs/readme.ts'
import { projectRoot } from './docs/source.ts'

/** `npm run docs`: writes what is documented from the code, the protocol and the tables of the README. */
const root = projectRoot(import.meta.dirname)

write('docs/protocol.md', protocolPage(root))
write('README.md', readmeWith(readFileSync(join(root, 'README.md'), 'utf8')))

write('docs/operations.md', await operationsWith(readFileSync(join(root, 'docs/operations.md'), 'utf8')))

function write(file: string, text: string) {
  const path = join(root, file)
  const before = readFileSync(path, { encoding: 'utf8', flag: 'a+' })
  if (before !== text) writeFileSync(path, text)
  console.log(`${file} ${before === text ? 'was up to date' : 'was written'}`)
}
