import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, buildOne } from '../../server/build.mjs'

/** `npm run pictures`: takes the pictures of the documentation from the running product, on data that is thrown away. */
const root = join(import.meta.dirname, '../..')
const bundle = join(root, '.cache/pictures')

await build()
try {
  const { takePictures } = await buildOne(join(root, 'tests/support/pictures.ts'), bundle)
  await takePictures(root)
} finally {
  rmSync(bundle, { recursive: true, force: true })
}
process.exit()
