import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, buildOne } from '../../server/build.mjs'

/**
 * `npm run pictures`: takes the pictures of the documentation from the running product, on data that is thrown away.
 * `-- --all` takes those of every screen in every state instead; `--folder` says where to, `--only` which, by a part of the name.
 */
const root = join(import.meta.dirname, '../..')
const bundle = join(root, '.cache/pictures')
const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    folder: { type: 'string', default: join(root, '.cache/every-picture') },
    only: { type: 'string', default: '' },
  },
})

await build()
try {
  process.exitCode = values.all ? await every() : await ofTheDocs()
} finally {
  rmSync(bundle, { recursive: true, force: true })
}
process.exit()

async function ofTheDocs() {
  const { takePictures } = await buildOne(join(root, 'tests/support/pictures.ts'), bundle)
  await takePictures(root)
  return 0
}

async function every() {
  const { takeEveryPicture } = await buildOne(join(root, 'tests/pictures/take.ts'), bundle)
  const folder = resolve(process.env.INIT_CWD ?? '.', values.folder)
  const missing = await takeEveryPicture(root, { folder, only: new RegExp(values.only) })
  console.log(`\nThe pictures are in ${folder}`)
  if (missing.length > 0) console.error(`These did not come about:\n${missing.map((/** @type {string} */ name) => `  ${name}`).join('\n')}`)
  return missing.length > 0 ? 1 : 0
}
