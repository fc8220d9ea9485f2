import { installPrograms } from './programs.mjs'
import setUpBuilt from './setup-built.mjs'

/** For tests that need more of Debian than Node and npm. */
export default async function setUpSystem() {
  installPrograms()
  await setUpBuilt()
}
