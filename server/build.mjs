import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { common, dist, filesOf, root, writeIfNew } from './built.mjs'
import { Trouble } from './engines/trouble.mjs'
import { buildFront } from './fronts.mjs'

/** Builds everything that is there: the server, its commands, the widget and the console.
 * @param {(line: string) => void} [say]
 * @returns {Promise<boolean>} whether anything changed */
export async function build(say = () => {}) {
  const changed = await Promise.all([buildServer(), buildFront(say)]).catch(inWords)
  return changed.includes(true)
}

/** The bundler has told its errors by itself.
 * @param {Error} error
 * @returns {never} */
function inWords(error) {
  throw new Trouble('errors' in error ? 'Firstline could not be built: see the errors above.' : error.message)
}

/** Translates the server file by file: dist mirrors the tree, so that a file finds the SQL, Lua and pictures beside it in both. */
export async function buildServer() {
  const sources = [...filesOf('server'), ...filesOf('shared')].filter((file) => !file.startsWith('shared/ui/'))
  const assets = sources.filter((file) => ['.sql', '.lua', '.png'].includes(extname(file)))
  const { outputFiles } = await esbuild.build({
    ...common,
    entryPoints: sources.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')),
    outbase: root,
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    plugins: [fileByFile],
  })
  const files = outputFiles.map(({ path, contents }) => ({ path, contents }))
  for (const asset of assets) files.push({ path: join(dist, asset), contents: readFileSync(join(root, asset)) })
  const dropped = dropStrangers(
    ['server', 'shared'],
    files.map((file) => file.path),
  )
  return files.map(writeIfNew).includes(true) || dropped
}

/** Bundles one file of ours and imports it, for tools that run before or beside the product.
 * @param {string} file
 * @param {string} folder for the bundle; it must lie where node_modules can be found */
export async function buildOne(file, folder) {
  const outfile = join(folder, `${basename(file, '.ts')}.mjs`)
  const plugins = [whereItWas]
  await esbuild.build({
    ...common,
    write: true,
    entryPoints: [file],
    outfile,
    format: 'esm',
    packages: 'external',
    platform: 'node',
    plugins,
  })
  return import(pathToFileURL(outfile).href)
}

/** Nothing is put together: each import of a neighbour only learns its new ending.
 * @type {esbuild.Plugin} */
const fileByFile = {
  name: 'file by file',
  setup(work) {
    work.onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind === 'entry-point') return
      if (!existsSync(join(resolveDir, path))) return { errors: [{ text: `There is no ${path}` }] }
      return { path: path.replace(/\.ts$/, '.mjs'), external: true }
    })
  },
}

/** In one bundle, each file still finds what lies beside its source.
 * @type {esbuild.Plugin} */
const whereItWas = {
  name: 'where it was',
  setup(work) {
    work.onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
      loader: 'ts',
    }))
  },
}

/** A file whose source is gone must not be found, least of all a migration.
 * @param {string[]} folders @param {string[]} wanted */
function dropStrangers(folders, wanted) {
  const keep = new Set(wanted.map((path) => relative(dist, path)))
  const strangers = folders.flatMap((folder) => filesOf(folder, dist)).filter((file) => !keep.has(file) && !/\.\d+$/.test(file))
  for (const file of strangers) rmSync(join(dist, file), { force: true })
  return strangers.length > 0
}

if (process.argv[1] === import.meta.filename) {
  await build((line) => console.log(`• ${line}`)).catch((error) => {
    console.error(`\n${error.message}`)
    process.exitCode = 1
  })
}
