import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Where everything is built from. */
export const root = join(import.meta.dirname, '..')

/** Where everything is built to. */
export const dist = join(root, 'dist')

/** @satisfies {import('esbuild').BuildOptions} */
export const common = { absWorkingDir: root, bundle: true, write: false, logLevel: 'warning', jsx: 'automatic', jsxImportSource: 'preact' }

/** Renamed into place: whoever starts at this moment reads the old file or the new one, never half of it.
 * @param {{ path: string, contents: Uint8Array }} file
 * @returns {boolean} whether it differs from the one before */
export function writeIfNew({ path, contents }) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return false
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
  return true
}

/** The files of a folder, however deep.
 * @param {string} folder */
export function filesOf(folder, from = root) {
  if (!existsSync(join(from, folder))) return []
  return readdirSync(join(from, folder), { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(from, join(entry.parentPath, entry.name)))
}
