import { build } from '../../server/build.mjs'
import { browserProgram } from './browser-program.mjs'
import setUp from './setup.mjs'

/** For tests that start the product itself: it is built from what is here now, and the browser is unpacked once. */
export default async function setUpBuilt() {
  built ??= build()
  await built
  // Not by two tests at once. Where there is none, the tests that need one say so.
  await browserProgram().catch(() => undefined)
  await setUp()
}

/** @type {Promise<unknown> | undefined} more than one project asks for it */
let built
