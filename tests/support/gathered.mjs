import { renameSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'node_modules/.cache/firstline')

/**
 * Packages of hundreds of modules, each of which every file of tests would load anew: all icons for the twenty that are drawn, a
 * thousand commands of Redis for the ten that are given. What others share with us stays outside.
 */
const packages = {
  'lucide-preact': { contents: "export * from 'lucide-preact'", external: ['preact', 'preact/*'] },
  redis: { contents: "export { createClient, createCluster, createSentinel } from 'redis'", external: [] },
  bullmq: { contents: "export { Queue, Worker } from 'bullmq'", external: ['ioredis'] },
}

/** Where each lies as one module. */
export const gathered = Object.fromEntries(Object.keys(packages).map((name) => [`^${name}$`, fileOf(name)]))

/** Gathers them anew, since other versions may be installed. A run beside this one never reads half of one. */
export async function gatherPackages() {
  await Promise.all(Object.entries(packages).map(gather))
}

/** @param {string} name */
function fileOf(name) {
  return join(folder, `${name}.mjs`)
}

/** @param {[string, { contents: string, external: string[] }]} one */
async function gather([name, { contents, external }]) {
  const mine = `${fileOf(name)}.${process.pid}`
  await esbuild.build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: name === 'lucide-preact' ? 'browser' : 'node',
    external,
    outfile: mine,
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
    logLevel: 'error',
  })
  renameSync(mine, fileOf(name))
}
