import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

// Loaded before a process of the product: one of its files then reads otherwise than it is written.
if (isMainThread) register(import.meta.url, { data: JSON.parse(process.env.MUTATION ?? '{}') })

/** @type {{ file: string, from: string, to: string }} */
let mutation

/** @param {typeof mutation} data */
export function initialize(data) {
  mutation = data
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  const loaded = await next(url, context)
  if (!url.endsWith(mutation.file)) return loaded
  const source = String(loaded.source)
  if (!source.includes(mutation.from)) throw new Error(`Nowhere in ${mutation.file}: ${mutation.from}`)
  return { ...loaded, source: source.replace(mutation.from, mutation.to) }
}
