import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a process is started with so that one place in one of its built files reads otherwise: a fault of our own making, to be found. */
export const mutated = (file: string, from: string, to: string): Record<string, string> => ({
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'mutation.mjs')).href}`,
  MUTATION: JSON.stringify({ file, from, to }),
})
