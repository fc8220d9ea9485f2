import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What browsers load leaves out the parts of these packages that no page of ours uses: each is one file of ours instead. */
const stands = [
  { of: /^engine\.io-client$/, for: /socket\.io-client/, by: 'shared/client/slim-engine.ts' },
  { of: /^socket\.io-parser$/, for: /socket\.io-client/, by: 'shared/client/slim-packets.ts' },
  { of: /createLucideIcon\.mjs$/, for: /lucide-preact/, by: 'shared/ui/slim-icon.ts' },
  // Its index brings along every way to connect there is.
  { of: /^socket\.io-client$/, for: /shared.client/, by: 'node_modules/socket.io-client/build/esm/manager.js' },
]

/** @type {import('esbuild').Plugin} */
export const slim = {
  name: 'slim',
  setup(work) {
    for (const stand of stands)
      work.onResolve({ filter: stand.of }, ({ importer }) => (stand.for.test(importer) ? { path: join(root, stand.by) } : undefined))
  },
}
