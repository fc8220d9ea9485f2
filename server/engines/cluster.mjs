import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { end, see, worksIn } from './processes.mjs'
import { Trouble } from './trouble.mjs'

/** Makes PostgreSQL's folder unless it is there. It is made beside its place and then renamed: one killed half-way never starts again.
 * @param {{ folder: string, bin: string, runAs: import('./ordinary.mjs').Ordinary }} where
 * @returns {Promise<boolean>} whether it was made now */
export async function makeCluster({ folder, bin, runAs }) {
  if (existsSync(join(folder, 'PG_VERSION'))) return false
  sweepHalfMade(folder)
  const draft = `${folder}.half-made-${process.pid}`
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(draft, runAs.uid, runAs.gid)
  await initdb(draft, bin, runAs)
  renameSync(draft, folder)
  return true
}

/** Clears the way for a start in a folder that is ours alone: ends a PostgreSQL left behind in it, and drops the note of one that is gone.
 * @param {string} folder
 * @param {(line: string) => void} say */
export async function clearOrphan(folder, say) {
  const note = join(folder, 'postmaster.pid')
  if (!existsSync(note)) return
  const left = see(Number.parseInt(readFileSync(note, 'utf8'), 10))
  if (left && worksIn(left.pid, folder)) {
    say(`stopping a PostgreSQL that was left behind (pid ${left.pid})`)
    await end(left, 'SIGINT', 30_000)
  }
  rmSync(note, { force: true })
}

/** @param {string} folder */
function sweepHalfMade(folder) {
  const parent = dirname(folder)
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${basename(folder)}.half-made-`)) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

/** @param {string} folder @param {string} bin @param {import('./ordinary.mjs').Ordinary} runAs */
async function initdb(folder, bin, runAs) {
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'
  const [program = '', ...words] = [...runAs.words, join(bin, 'initdb'), '-D', folder, '-U', 'firstline']
  words.push('-A', 'trust', '-E', 'UTF8', `--locale=${locale}`, '--no-instructions')
  try {
    await promisify(execFile)(program, words, { env: { ...process.env, LC_ALL: locale, TZ: 'UTC' } })
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw new Trouble(`PostgreSQL's folder could not be made: ${/** @type {{ stderr?: string }} */ (error).stderr || error}`)
  }
}
