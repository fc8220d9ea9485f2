import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, install } from '../server/engines/install.mjs'

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
  if (words[0] === '--system') return step('tests', 'jest', ['--selectProjects=system', ...words.slice(1)]) ? 0 : 1
  const checks = [step('types', 'tsc', ['-b']), step('lint and format', 'biome', ['check', '--error-on-warnings'])]
  if (quick && checks.includes(false)) return 1
  const tests = step('tests', 'jest', [...chosenBy(words), ...words.filter((word) => word !== '--quick' && word !== '--everything')])
  return tests && !checks.includes(false) ? 0 : 1
}

/** @param {string[]} words */
function chosenBy(words) {
  if (words.includes('--quick')) return ['--selectProjects', 'unit', 'screens']
  return words.includes('--everything') ? [] : ['--ignoreProjects=system']
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
