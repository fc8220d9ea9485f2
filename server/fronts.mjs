import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import { common, dist, filesOf, root, writeIfNew } from './built.mjs'

/** Builds what browsers load.
 * @param {(line: string) => void} say */
export async function buildFront(say) {
  const word = buildWord()
  const [loader, widget, errors, preview, desk] = await Promise.all([
    front(['widget/embed.ts', 'widget.js'], { format: 'iife', say, word, weighs: [{ what: 'loader', limit: 2, parts: [] }] }),
    front(['widget/main.tsx', 'widget/main.js'], {
      format: 'esm',
      isWhole: true,
      styles: {
        'widget/widget.css': 'widget/main.css',
        'widget/later.css': 'widget/later.css',
        'widget/guide.css': 'widget/guide.css',
        'widget/guard.css': 'widget/guard.css',
        'widget/articles.css': 'widget/articles.css',
        'widget/incident.css': 'widget/incident.css',
      },
      say,
      word,
      weighs: [
        { what: 'widget, until a request can be written and sent', limit: 35, parts: ['widget/widget.css'] },
        {
          what: 'widget, until an open chat can be gone on with',
          limit: 58,
          parts: ['widget/widget.css', 'widget/talk.ts', 'widget/later.css'],
        },
      ],
    }),
    front(['widget/page-errors.ts', 'widget/page-errors.js'], {
      format: 'esm',
      say,
      word,
      weighs: [{ what: 'errors of the host page', limit: 1, parts: [] }],
    }),
    front(['widget/preview.tsx', 'widget/preview.js'], { format: 'esm', say, word, weighs: [{ what: 'preview', parts: [] }] }),
    front(['console/main.tsx', 'console/main.js'], {
      format: 'esm',
      isWhole: true,
      styles: {
        'console/guides.css': 'console/guides.css',
        'console/calls.css': 'console/calls.css',
        'console/articles.css': 'console/articles.css',
        'console/knowledge.css': 'console/knowledge.css',
        'console/knowledge-page.css': 'knowledge/page.css',
        'console/targets.css': 'console/targets.css',
        'console/incidents.css': 'console/incidents.css',
        'console/together.css': 'console/together.css',
      },
      say,
      word,
      weighs: [{ what: 'console, until the chats are there', limit: 120, parts: [] }],
    }),
  ])
  const note = writeIfNew({ path: join(dist, 'public/build.txt'), contents: Buffer.from(word) })
  const pages = [copyPages('widget', { 'widget/index.html': widget.first }), copyPages('console', { 'console/index.html': desk.first })]
  return [loader.changed, widget.changed, errors.changed, preview.changed, desk.changed, note, ...pages].includes(true)
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

/** A way to the server that ours does not offer, and that nobody shall load.
 * @type {esbuild.Plugin} */
const noWebTransport = {
  name: 'no web transport',
  setup(work) {
    work.onLoad({ filter: /engine\.io-client\/build\/esm\/transports\/webtransport\.js$/ }, () => ({
      contents: 'export const WT = undefined',
    }))
  },
}

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
    plugins: isWhole ? [noWebTransport, firstLoadInOne(source)] : [noWebTransport],
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
