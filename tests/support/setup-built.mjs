import { build } from '../../server/build.mjs'
import setUp from './setup.mjs'

/** For tests that start the product itself: it is built from what is here now. */
export default async function setUpBuilt() {
  await build()
  await setUp()
}
