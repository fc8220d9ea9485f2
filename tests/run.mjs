import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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
  if (words[0] === '--system') return step('tests', 'jest', ['--selectProjects=system', ...leftOut(), ...words.slice(1)]) ? 0 : 1
  // Before anything else: without them the rest is done all the same, and the whole has failed.
  const prepared = !words.includes('--everything') || isPrepared()
  const checks = [step('types', 'tsc', ['-b']), step('lint and format', 'biome', ['check', '--error-on-warnings'])]
  if (quick && checks.includes(false)) return 1
  const others = words.filter((word) => word !== '--quick' && word !== '--everything')
  const tests = step('tests', 'jest', [...chosenBy(words, prepared), ...others])
  const failed = [prepared, ...checks].filter((fine) => !fine).length
  if (failed > 0) countAlso(failed)
  return tests && failed === 0 ? 0 : 1
}

/** What failed beside the tests belongs to the numbers that they leave.
 * @param {number} more */
function countAlso(more) {
  const file = join(root, '.cache/tests/count')
  if (!existsSync(file)) return
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/(\d+) failed/, (_, failed) => `${Number(failed) + more} failed`),
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
const say = (/** @type {string} */ line) => console.log(`• ${line}`)

/** @param {string} name @param {string} tool @param {string[]} words */
function step(name, tool, words) {
  const began = Date.now()
  const program = join(root, 'node_modules/.bin', tool)
  const isJest = tool === 'jest'
  const env = {
    ...process.env,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''}${isJest ? ' --experimental-vm-modules --no-warnings' : ''}`,
  }
  const fine = spawnSync(program, words, { cwd: root, stdio: 'inherit', env }).status === 0
  // Jest has the last word itself.
  if (!isJest) console.error(`• ${name}: ${fine ? 'fine' : 'FAILED'} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return fine
}

process.exitCode = await everything().catch((error) => {
  console.error(`\n${error.message}`)
  return 1
})
