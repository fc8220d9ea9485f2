import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, buildOne } from '../../server/build.mjs'
import { install } from '../../server/engines/install.mjs'

const root = join(import.meta.dirname, '../..')
const bundle = join(root, '.cache/soak', String(process.pid))
const say = (/** @type {string} */ line) => console.log(`• ${line}`)

/** `npm run soak -- --minutes 60 --seed 7`: people use the desk while parts of it fail one after the other, and every promise is checked. */
async function begin() {
  await install(say)
  await build(say)
  const { soak } = await buildOne(join(import.meta.dirname, 'nemesis/soak.ts'), bundle)
  return soak(process.argv.slice(2))
}

process.on('exit', () => rmSync(bundle, { recursive: true, force: true }))
process.exitCode = await begin().catch((/** @type {Error} */ error) => {
  console.error(error)
  return 1
})
process.exit()
