import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Trouble } from './trouble.mjs'

const root = join(import.meta.dirname, '../..')

/** Refuses a Node that is too old, in words. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) throw new Trouble(`Firstline needs Node 20.19 or newer, and this is ${process.version}.`)
}

/** Installs what package-lock.json names, unless exactly that is there.
 * @param {(line: string) => void} say */
export async function install(say) {
  if (isInstalled()) return
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  say('installing packages (npm ci) ...')
  const progress = setInterval(() => say(`still installing packages (${seconds()} s) ...`), 10_000)
  const code = await npmCi().finally(() => clearInterval(progress))
  if (code !== 0)
    throw new Trouble('The packages could not be installed. Can this machine reach the npm registry? See what npm said above.')
  say(`packages installed in ${seconds()} s`)
}

/** @returns {Promise<number | null>} */
function npmCi() {
  const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
  return new Promise((tell, fail) => npm.once('exit', tell).once('error', fail))
}

function isInstalled() {
  const there = packagesIn('node_modules/.package-lock.json')
  const wanted = packagesIn('package-lock.json')
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || (path in there && there[path]?.version === version),
  )
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return {}
  }
}
