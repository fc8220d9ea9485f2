import { readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { checkNode, install } from './engines/install.mjs'
import { launch, say } from './engines/launch.mjs'
import { Trouble } from './engines/trouble.mjs'

const root = join(import.meta.dirname, '..')

/** As start, and whenever a file changes what belongs to it is built again; the engines stay up. */
async function develop() {
  checkNode()
  await install(say)
  const { buildServer } = await import('./build.mjs')
  const { buildFront } = await import('./fronts.mjs')
  await buildServer()
  await buildFront(say)
  return launch({
    onDesk: (desk) =>
      onChange(async () => {
        const began = performance.now()
        const [server, front] = [await buildServer(), await buildFront(() => {})]
        if (server || front) say(`built in ${Math.round(performance.now() - began)} ms${server ? ', restarting' : ': reload the page'}`)
        if (server) void desk.restart()
      }),
  })
}

/** @param {() => Promise<void>} rebuild */
function onChange(rebuild) {
  /** @type {NodeJS.Timeout | undefined} */
  let soon
  const watched = new Set()
  const later = () => {
    clearTimeout(soon)
    // One save may write several files. What does not build is told by the bundler, and mended by the next save.
    soon = setTimeout(() => rebuild().catch((error) => say(`not built: ${error.message}`)), 50)
    watchNew()
  }
  // Folder by folder: Node's own recursion on Linux loses a file that an editor replaces.
  const watchNew = () => {
    for (const folder of foldersIn(['server', 'shared', 'widget', 'console'])) {
      if (watched.has(folder)) continue
      watched.add(folder)
      watch(folder, later).on('error', () => watched.delete(folder))
    }
  }
  watchNew()
}

/** @param {string[]} tops */
function foldersIn(tops) {
  const inner = tops.flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isDirectory() && !`${entry.parentPath}/${entry.name}`.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return [...tops.map((top) => join(root, top)), ...inner]
}

try {
  process.exitCode = await develop()
} catch (error) {
  console.error(error instanceof Trouble ? `\n${error.message}` : error)
  process.exitCode = 1
}
process.exit()
