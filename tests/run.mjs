import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, install } from '../server/engines/install.mjs'
import { installPrograms, mayNot } from './support/programs.mjs'

/**
 * Every check there is, on a fresh machine too; --quick leaves out what starts the product. What needs more of Debian than Node
 * and npm is done by --system alone, and by --everything besides. Other words go to Jest.
 */
async function everything() {
  checkNode()
  await install(say)
  const words = process.argv.slice(2)
  const quick = words.includes('--quick')
  mkdirSync(join(root, '.cache'), { recursive: true })
  // Where nothing can be run at all, the numbers of the last time would be read.
  rmSync(count, { force: true })
  if (words[0] === '--system') return (await tests([...words.slice(1), '--selectProjects=system', ...leftOut()])) ? 0 : 1
  // Before anything else: without them the rest is done all the same, and the whole has failed.
  const prepared = !words.includes('--everything') || isPrepared()
  const checking = Promise.all([check('types', 'tsc', ['-b', '--checkers', '1']), check('lint and format', 'biome', biome)])
  if (quick && (await checking).includes(false)) return 1
  const others = words.filter((word) => word !== '--quick' && word !== '--everything')
  // Those that begin mostly wait: meanwhile the rest is checked. Names come first: behind projects Jest takes them for projects.
  const [fine, checks] = await Promise.all([tests([...others, ...chosenBy(words, prepared)]), checking])
  const failed = [prepared, ...checks].filter((one) => !one).length
  if (failed > 0) countAlso(failed)
  return fine && failed === 0 ? 0 : 1
}

const biome = ['check', '--error-on-warnings']

/** What failed beside the tests belongs to the numbers that they leave.
 * @param {number} more */
function countAlso(more) {
  if (!existsSync(count)) return
  writeFileSync(
    count,
    readFileSync(count, 'utf8').replace(/(\d+) failed/, (_, failed) => `${Number(failed) + more} failed`),
  )
}

/** @param {string[]} words @param {boolean} prepared */
function chosenBy(words, prepared) {
  if (words.includes('--quick')) return ['--selectProjects', 'unit', 'screens']
  return words.includes('--everything') && prepared ? leftOut() : ['--ignoreProjects=system']
}

function isPrepared() {
  try {
    installPrograms()
    return true
  } catch (error) {
    console.error(`\n• npm run test:system FAILED before it began, and was left out: ${error instanceof Error ? error.message : error}\n`)
    return false
  }
}

/** What this machine does not let anybody do is said, not passed over in silence. */
function leftOut() {
  return mayNot().map(({ what, file }) => {
    console.error(`\n• NOT RUN: tests/system/${file}, since this machine does not let us ${what}: it takes root with CAP_SYS_ADMIN.\n`)
    return `--testPathIgnorePatterns=tests/system/${file}`
  })
}

const root = join(import.meta.dirname, '..')
const count = join(root, '.cache/tests/count')
const say = (/** @type {string} */ line) => console.log(`• ${line}`)

/** Says what it found once it is done, in one piece; a failure once more at the very end.
 * @param {string} name @param {string} tool @param {string[]} words */
async function check(name, tool, words) {
  const began = Date.now()
  const { fine, said } = await run(tool, words, 'pipe')
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.error(`${said}• ${name}: ${fine ? 'fine' : 'FAILED'} (${seconds} s)`)
  if (!fine) process.once('exit', () => console.error(`\n• ${name}: FAILED, see above`))
  return fine
}

/** @param {string[]} words */
const tests = async (words) => (await run('jest', words, 'inherit', '--experimental-vm-modules --no-warnings')).fine

/** @param {string} tool @param {string[]} words @param {'pipe' | 'inherit'} to @param {string} [options] of Node */
async function run(tool, words, to, options = '') {
  const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${options}` }
  const child = spawn(join(root, 'node_modules/.bin', tool), words, { cwd: root, stdio: ['inherit', to, to], env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)))
  const [code] = await once(child, 'close')
  return { fine: code === 0, said }
}

process.exitCode = await everything().catch((error) => {
  console.error(`\n${error.message}`)
  return 1
})
