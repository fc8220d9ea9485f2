import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { codeLanguages, pageCode } from '../../../console/models/page-code.ts'
import { identityFrom } from '../../../server/http/identity.ts'
import type { Site } from '../../../shared/protocol/admin.ts'

const root = join(import.meta.dirname, '../../..')
const rita = { id: 'rmoreno', name: 'Rita Moreno', email: 'rita@example.com' }
const names = { issuer: "https://intranet.example/o'hara", audience: 'firstline' }

/** The keys of a site, as its server and as Firstline have them. */
function keysFor(algorithm: Site['algorithm']): { theirs: Record<string, string>; ours: string } {
  if (algorithm === 'HS256') {
    const secret = 'c2VjcmV0LW9mLXRoZS1zaXRlLXRoYXQtaXMtbG9uZw'
    return { theirs: { FIRSTLINE_SECRET: secret }, ours: secret }
  }
  const pair =
    algorithm === 'RS256' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const theirs = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { theirs: { FIRSTLINE_PRIVATE_KEY: theirs }, ours: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString() }
}

test.each(['HS256', 'RS256', 'ES256'] as const)(
  'what a page’s server is told to paste signs a token that is believed, with %s',
  async (algorithm) => {
    const { theirs, ours } = keysFor(algorithm)
    const program = `${pageCode('Node.js', { ...names, algorithm })}\nconsole.log(await tokenFor(${JSON.stringify(rita)}))`
    const token = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: join(root, 'server'),
      env: { ...process.env, NODE_OPTIONS: '', ...theirs },
    })
      .toString()
      .trim()

    const site = { id: 'site', ...names, algorithm, keys: [ours] }
    expect(await identityFrom(token, async () => [site], new Date())).toMatchObject({
      name: rita.name,
      email: rita.email,
      subject: rita.id,
    })
  },
)

test.each(codeLanguages)('%s is told whom the token is from and for, for ten minutes, and never the key', (language) => {
  for (const algorithm of ['HS256', 'RS256', 'ES256'] as const) {
    const code = pageCode(language, { ...names, issuer: 'https://intranet.example', algorithm })
    for (const part of ['https://intranet.example', 'firstline', /10m|600|10\)/]) expect(code).toMatch(part)
    expect(code).not.toContain('BEGIN')
  }
})

test.each(codeLanguages)('the handbook shows the same code in %s', (language) => {
  const handbook = readFileSync(join(root, 'docs/widget.md'), 'utf8')
  expect(handbook).toContain(pageCode(language, { issuer: 'https://intranet.example.com', audience: 'firstline', algorithm: 'HS256' }))
})
