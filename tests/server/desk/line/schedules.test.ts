import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { aChance } from '../../../support/chance.ts'

const ask = promisify(execFile)
const root = join(import.meta.dirname, '../../../..')

/** So many days at small desks, each from its own seed: the same every time. */
const schedules = 100_000

test(`through ${schedules} seeded days: one owner, no agent above his capacity, nobody starves, nobody waits while somebody has room`, async () => {
  expect(await inOneProgram(0, schedules)).toEqual({ run: schedules, broken: null })
}, 240_000)

test('a day is the same whenever it is run', () => {
  expect(aChance(7).between(0, 1)).toBe(aChance(7).between(0, 1))
})

/** In a process of its own: within a test's own world they take ten times as long. */
async function inOneProgram(first: number, count: number): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-schedules-'))
  try {
    const program = join(folder, 'schedules.mjs')
    const how = ['--bundle', '--platform=node', '--format=esm', `--outfile=${program}`, '--log-level=error']
    await ask(join(root, 'node_modules/.bin/esbuild'), [join(root, 'tests/support/schedules-program.ts'), ...how])
    const { stdout } = await ask(process.execPath, [program, String(first), String(count)])
    return JSON.parse(stdout)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
