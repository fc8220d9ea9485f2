import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** One import: the file or the package (`npm:zod`) that it opens, and whether it asks for types alone. */
export type Door = { to: string; typesOnly: boolean }

/** What a file imports, dynamic imports included. */
export function doorsOf(file: string): Door[] {
  const text = readFileSync(join(root, file), 'utf8')
  const fixed = [...text.matchAll(byName)].map(([, type, path = '']) => ({ to: resolved(file, path), typesOnly: Boolean(type) }))
  const dynamic = [...text.matchAll(late)].map(([, path = '']) => ({ to: resolved(file, path), typesOnly: false }))
  return [...fixed, ...dynamic]
}

/** Every source file of these folders, as a path from the top. */
export function sourcesOf(...folders: string[]): string[] {
  return folders.filter((folder) => existsSync(join(root, folder))).flatMap(walk)
}

/** Which files bring a package along when they are loaded, and by which file each does. */
export function carriersOf(pack: string, files: string[]): Map<string, string> {
  const carriers = new Map<string, string>()
  const values = new Map(files.map((file) => [file, doorsOf(file).filter((door) => !door.typesOnly)]))
  for (let before = -1; before !== carriers.size; ) {
    before = carriers.size
    for (const [file, doors] of values) {
      const carrier = doors.find(({ to }) => to === `npm:${pack}` || carriers.has(to))
      if (carrier && !carriers.has(file)) carriers.set(file, carrier.to)
    }
  }
  return carriers
}

const byName = /^(?:import|export)\s+(type\s+)?(?:[^'"=();]*?\sfrom\s+)?'([^']+)'/gm
const late = /\bawait import\('([^']+)'\)/g

function resolved(file: string, path: string) {
  return path.startsWith('.') ? join(dirname(file), path) : `npm:${path}`
}

function walk(folder: string) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}
