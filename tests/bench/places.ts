import { join } from 'node:path'

/** The project, as seen from the translated programs in .cache/bench/programs. */
const root = join(import.meta.dirname, '../../..')

/** Where things lie. */
export const places = {
  root,
  /** What `run.mjs` translated. */
  program: (name: string) => join(root, '.cache/bench/programs', `${name}.mjs`),
  desk: join(root, 'dist/server/main.mjs'),
  built: (path: string) => join(root, 'dist/server', path),
  data: (name: string) => join(root, '.cache/bench/data', name),
  profiles: join(root, '.cache/bench/profiles'),
  results: join(root, 'tests/bench/results'),
  scripts: join(root, 'tests/bench/references'),
}
