import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What browsers load leaves out the parts of these packages that no page of ours uses: each is one file of ours instead. */
const stands = [
  { of: /^socket\.io-parser$/, for: /socket\.io-client/, by: 'shared/client/slim-packets.ts' },
  { of: /createLucideIcon\.mjs$/, for: /lucide-preact/, by: 'shared/ui/slim-icon.ts' },
  { of: /^socket\.io-client$/, for: /shared.client.connection/, by: 'shared/client/slim-manager.ts' },
  // Its index brings along every way to connect there is.
  { of: /^socket\.io-client$/, for: /shared.client.slim-manager/, by: 'node_modules/socket.io-client/build/esm/socket.js' },
]

/** What comes later has icons of its own: in one list for all, they would come with what is needed first. */
const late = /shared.ui.(Attached|FileList|PictureDialog|WritingTools)\.tsx$|widget.parts.AskFiles\.tsx$/
const icons = join(root, 'node_modules/lucide-preact/dist/esm')

/** @type {import('esbuild').Plugin} */
export const slim = {
  name: 'slim',
  setup(work) {
    work.onResolve({ filter: /^lucide-preact$/ }, ({ importer }) =>
      late.test(importer) ? { path: importer, namespace: 'late icons' } : undefined,
    )
    work.onLoad({ filter: /.*/, namespace: 'late icons' }, ({ path }) => ({ contents: iconsOf(path), resolveDir: icons }))
    work.onResolve({ filter: /^\.\/icons\//, namespace: 'late icons' }, ({ path }) => ({
      path: join(icons, path),
      suffix: '?late',
      sideEffects: false,
    }))
    // Each line of a drawing has a key of its own, which only lists that change need.
    work.onLoad({ filter: /lucide-preact.dist.esm.icons.[\w-]+\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/, key: "\w+"/g, '')
        .replace('size: 24,', ''),
    }))
    for (const stand of stands)
      work.onResolve({ filter: stand.of }, ({ importer }) => (stand.for.test(importer) ? { path: join(root, stand.by) } : undefined))
  },
}

/** The lines of Lucide's list with the icons that a file names.
 * @param {string} file */
function iconsOf(file) {
  const named =
    /import \{([^}]+)\} from 'lucide-preact'/
      .exec(readFileSync(file, 'utf8'))?.[1]
      ?.split(',')
      .map((name) => name.trim()) ?? []
  const list = readFileSync(join(icons, 'lucide-preact.mjs'), 'utf8')
  return named
    .map((name) => {
      const [, from] = new RegExp(`^export \\{[^}]*\\bdefault as ${name}\\b[^}]*\\} from '([^']+)'`, 'm').exec(list) ?? []
      return `export { default as ${name} } from '${from}'`
    })
    .join('\n')
}

/** Everything that the widget fetches late comes at once: a piece for each would split what they share into a dozen more.
 * @param {string[]} sources the widget's files and those it shares
 * @returns {import('esbuild').Plugin} */
export const oneLater = (sources) => ({
  name: 'one later',
  setup(work) {
    work.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path }) =>
      kind === 'dynamic-import' && !isLanguage(path) ? { path: 'later', namespace: 'later' } : undefined,
    )
    work.onLoad({ filter: /.*/, namespace: 'later' }, () => ({
      contents: [...new Set(sources.flatMap(lateIn))].map((file) => `export * from ${JSON.stringify(file)}`).join('\n'),
      resolveDir: root,
    }))
  },
})

const isLanguage = (/** @type {string} */ path) => /words\/|pseudo/.test(path)

/** What a file imports when it is wanted.
 * @param {string} file */
function lateIn(file) {
  const found = readFileSync(join(root, file), 'utf8').matchAll(/import\('(\.[^']+)'\)/g)
  return [...found].flatMap(([, path = '']) => (isLanguage(path) ? [] : [join(root, dirname(file), path)]))
}
