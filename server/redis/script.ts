import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Redis } from './connection.ts'

export interface Script {
  /** Sent by its digest, and whole where Redis has forgotten it. */
  run(redis: Redis, keys: string[], values: (string | number)[]): Promise<unknown>
  /** Tells Redis the script beforehand, so that no run comes later than what was asked after it. */
  teach(redis: Redis): void
}

/** A script beside this file. */
export function script(name: string): Script {
  const text = readFileSync(new URL(`./${name}.lua`, import.meta.url), 'utf8')
  const sha = createHash('sha1').update(text).digest('hex')
  return {
    async run(redis, keys, values) {
      const how = { keys, arguments: values.map(String) }
      try {
        return await redis.evalSha(sha, how)
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('NOSCRIPT')) return redis.eval(text, how)
        throw error
      }
    },
    teach: (redis) => void redis.scriptLoad(text).catch(() => {}),
  }
}
