import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { build } from '../../server/build.mjs'
import { install } from '../../server/engines/install.mjs'

const root = join(import.meta.dirname, '../..')
const folder = join(root, '.cache/bench/programs')
const say = (/** @type {string} */ line) => console.log(`• ${line}`)

/** Measures the product beside its references: node tests/bench/run.mjs s1|s2|s3|s4|s5|s6|s7|s8|s9|all, and see docs/performance.md. */
async function bench() {
  await install(say)
  await build()
  await translate()
  // The servers are our children and stay on the first core; the load comes from the second.
  spawnSync('taskset', ['-a', '-p', '-c', '0', String(process.pid)])
  const { measure } = await import(pathToFileURL(join(folder, 'measure.mjs')).href)
  return measure(process.argv.slice(2))
}

/** Each program in one file, with its packages left where they are. */
async function translate() {
  rmSync(folder, { recursive: true, force: true })
  await esbuild.build({
    absWorkingDir: import.meta.dirname,
    entryPoints: [
      'measure.ts',
      'generator/generator.ts',
      'line-driver.ts',
      'references/relay.ts',
      'references/group-commit.ts',
      'references/queue.ts',
      'references/catching-up.ts',
      'references/closing.ts',
    ],
    outdir: folder,
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  })
}

process.exitCode = await bench().catch((error) => {
  console.error(error)
  return 1
})
process.exit()
