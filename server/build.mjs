import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import { Trouble } from './engines/trouble.mjs'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

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

/** Translates the server file by file: dist mirrors the tree, so that a file finds the SQL and Lua beside it in both. */
export async function buildServer() {
  const sources = [...filesOf('server'), ...filesOf('shared')].filter((file) => !file.startsWith('shared/ui/'))
  const assets = sources.filter((file) => ['.sql', '.lua'].includes(extname(file)))
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

/** Builds what browsers load.
 * @param {(line: string) => void} say */
export async function buildFront(say) {
  const word = buildWord()
  const [loader, widget, preview, desk] = await Promise.all([
    front(['widget/embed.ts', 'widget.js'], { format: 'iife', say, word, weighs: [{ what: 'loader', limit: 2, parts: [] }] }),
    front(['widget/main.tsx', 'widget/main.js'], {
      format: 'esm',
      isWhole: true,
      styles: { 'widget/widget.css': 'widget/main.css', 'widget/later.css': 'widget/later.css' },
      say,
      word,
      weighs: [
        { what: 'widget, until a request can be written and sent', limit: 35, parts: ['widget/widget.css'] },
        {
          what: 'widget, until an open chat can be gone on with',
          limit: 56,
          parts: ['widget/widget.css', 'widget/talk.ts', 'widget/later.css'],
        },
      ],
    }),
    front(['widget/preview.tsx', 'widget/preview.js'], { format: 'esm', say, word, weighs: [{ what: 'preview', parts: [] }] }),
    front(['console/main.tsx', 'console/main.js'], {
      format: 'esm',
      isWhole: true,
      say,
      word,
      weighs: [{ what: 'console, until the chats are there', limit: 120, parts: [] }],
    }),
  ])
  const note = writeIfNew({ path: join(dist, 'public/build.txt'), contents: Buffer.from(word) })
  const pages = [copyPages('widget', { 'widget/index.html': widget.first }), copyPages('console')]
  return [loader.changed, widget.changed, preview.changed, desk.changed, note, ...pages].includes(true)
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

/** @satisfies {esbuild.BuildOptions} */
const common = { absWorkingDir: root, bundle: true, write: false, logLevel: 'warning', jsx: 'automatic', jsxImportSource: 'preact' }

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
    work.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }))
  },
}

/**
 * What a page loads first stays whole, and what comes later shares it as it is: else each part that two of them share
 * would be a file of its own, and a first screen a dozen of them.
 * @param {string} first
 * @returns {esbuild.Plugin}
 */
const firstLoadInOne = (first) => ({
  name: 'first load in one',
  setup(work) {
    work.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
      kind === 'dynamic-import' ? { path: relative(root, join(resolveDir, path)), namespace: 'later' } : undefined,
    )
    work.onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
      contents: `import ${JSON.stringify(`./${first}`)}\nexport * from ${JSON.stringify(`./${path}`)}`,
      resolveDir: root,
    }))
  },
})

/** What is weighed: the entry, and those parts of it that come later and are needed all the same. More than its limit fails the build.
 * @typedef {{ what: string, limit?: number, parts: string[] }} Weight */

/** @typedef {{ format: 'iife' | 'esm', styles?: Record<string, string>, isWhole?: boolean, weighs: Weight[], say: (line: string) => void, word: string }} Front */

/** @param {[source: string, out: string]} entry @param {Front} how
 * @returns {Promise<{ changed: boolean, first: string[] }>} whether anything is new, and what the page loads first */
async function front([source, out], { format, styles = {}, isWhole = false, weighs, say, word }) {
  const { outputFiles, metafile } = await esbuild.build({
    ...common,
    entryPoints: Object.entries({ [source]: out, ...styles }).map(([from, to]) => ({ in: from, out: to.replace(/\.(js|css)$/, '') })),
    outdir: join(dist, 'public'),
    format,
    splitting: format === 'esm',
    plugins: isWhole ? [firstLoadInOne(source)] : [],
    chunkNames: `${dirname(out)}/[name]-[hash]`,
    assetNames: 'fonts/[name]',
    loader: { '.woff2': 'file', '.svg': 'text', '.mp3': 'file' },
    target: 'es2022',
    minify: true,
    metafile: true,
    // A host page loads no byte that it does not run.
    sourcemap: format === 'iife' ? 'external' : 'linked',
    legalComments: 'linked',
    define: { firstlineBuild: JSON.stringify(word) },
  })
  for (const { what, limit = Number.POSITIVE_INFINITY, parts } of weighs) {
    const size = gzipped(loadedFor([source, ...parts], metafile), outputFiles)
    say(`${what}: ${size.toFixed(1)} kB gzipped`)
    if (size > limit) throw new Error(`${what}: ${size.toFixed(1)} kB gzipped, and ${limit} kB is all that a page should be asked to load.`)
  }
  const first = [...loadedFor([source], metafile)].map((file) => relative('dist/public', file))
  const again = stylesAgain(metafile)
  const wanted = outputFiles.filter(({ path }) => !again.some((file) => relative(root, path).startsWith(file)))
  return { changed: wanted.map(writePacked).includes(true), first }
}

/** With the first load each later part gets its styles once more, which are there already.
 * @param {esbuild.Metafile} metafile */
const stylesAgain = ({ outputs }) =>
  Object.values(outputs).flatMap(({ entryPoint, cssBundle }) => (entryPoint?.startsWith('later:') && cssBundle ? [cssBundle] : []))

/** Differs whenever what browsers load may differ, so that the pages of an older build can be told. */
function buildWord() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const file of ['shared', 'widget', 'console'].flatMap((folder) => filesOf(folder)).sort())
    hash.update(readFileSync(join(root, file)))
  return hash.digest('base64url').slice(0, 12)
}

/** The files that these sources need: their own, their styles, and whatever these import at once.
 * @param {string[]} sources
 * @param {esbuild.Metafile} metafile */
function loadedFor(sources, metafile) {
  const files = new Set()
  for (const [file, { entryPoint = '' }] of Object.entries(metafile.outputs))
    if (sources.includes(entryPoint.replace(/^later:/, ''))) load(file, metafile, files)
  return files
}

/** @param {string} file
 * @param {esbuild.Metafile} metafile
 * @param {Set<string>} seen */
function load(file, metafile, seen) {
  const output = metafile.outputs[file]
  if (!output || seen.has(file)) return
  seen.add(file)
  if (output.cssBundle && !output.entryPoint?.startsWith('later:')) seen.add(output.cssBundle)
  for (const { path, kind } of output.imports) if (kind === 'import-statement') load(path, metafile, seen)
}

/** @param {Set<string>} wanted @param {esbuild.OutputFile[]} files */
function gzipped(wanted, files) {
  const sizes = files.filter(({ path }) => wanted.has(relative(root, path))).map(({ contents }) => gzipSync(contents, { level: 9 }).length)
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

/** Pages and pictures go as they are; but a page asks at once for the scripts that its first one would ask for.
 * @param {string} folder
 * @param {Record<string, string[]>} scripts */
function copyPages(folder, scripts = {}) {
  const plain = ['.html', '.svg', '.png', '.ico', '.webmanifest']
  const pages = filesOf(folder).filter((file) => plain.includes(extname(file)))
  // The demo page is somebody else's page: it is not bundled with ours.
  const demo = filesOf(folder).filter((file) => /^widget\/demo\.(css|js)$/.test(file))
  const copies = [...pages, ...demo].map((file) => ({
    path: join(dist, 'public', file),
    contents: scripts[file] ? asking(readFileSync(join(root, file), 'utf8'), scripts[file]) : readFileSync(join(root, file)),
  }))
  return copies.map(writeIfNew).includes(true)
}

/** @param {string} page @param {string[]} files */
function asking(page, files) {
  const chunks = files.filter((file) => file.endsWith('.js') && !page.includes(file))
  const links = chunks.map((file) => `    <link rel="modulepreload" href="/${file}">\n`)
  return Buffer.from(page.replace('  </head>', `${links.join('')}  </head>`))
}

/** Packed beside it, as browsers like it best on the way.
 * @param {esbuild.OutputFile} file */
function writePacked({ path, contents }) {
  if (!writeIfNew({ path, contents })) return false
  if (!/\.(js|css)$/.test(path)) return true
  writeIfNew({ path: `${path}.gz`, contents: gzipSync(contents, { level: 9 }) })
  writeIfNew({ path: `${path}.br`, contents: brotliCompressSync(contents) })
  return true
}

/** @param {{ path: string, contents: Uint8Array }} file */
function writeIfNew({ path, contents }) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return false
  mkdirSync(dirname(path), { recursive: true })
  // Renamed into place: whoever starts at this moment reads the old file or the new one, never half of it.
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
  return true
}

/** A file whose source is gone must not be found, least of all a migration.
 * @param {string[]} folders @param {string[]} wanted */
function dropStrangers(folders, wanted) {
  const keep = new Set(wanted.map((path) => relative(dist, path)))
  const strangers = folders.flatMap((folder) => filesOf(folder, dist)).filter((file) => !keep.has(file) && !/\.\d+$/.test(file))
  for (const file of strangers) rmSync(join(dist, file), { force: true })
  return strangers.length > 0
}

/** @param {string} folder */
function filesOf(folder, from = root) {
  if (!existsSync(join(from, folder))) return []
  return readdirSync(join(from, folder), { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(from, join(entry.parentPath, entry.name)))
}

if (process.argv[1] === import.meta.filename) {
  await build((line) => console.log(`• ${line}`)).catch((error) => {
    console.error(`\n${error.message}`)
    process.exitCode = 1
  })
}
