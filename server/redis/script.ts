import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Redis } from './connection.ts'

/** A script beside this file, ready to be run: sent by its digest, and whole where Redis has forgotten it. */
export function script(name: string): (redis: Redis, keys: string[], values: (string | number)[]) => Promise<unknown> {
  const text = readFileSync(new URL(`./${name}.lua`, import.meta.url), 'utf8')
  const sha = createHash('sha1').update(text).digest('hex')
  return async (redis, keys, values) => {
    const how = { keys, arguments: values.map(String) }
    try {
      return await redis.evalSha(sha, how)
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('NOSCRIPT')) return redis.eval(text, how)
      throw error
    }
  }
}
