import { closeRedis, keepConnected, type Redis } from './connection.ts'

/** Where processes tell each other to look again at who is here. */
export const nudges = '{firstline}:nudges'

/**
 * Hears when another process learned that somebody came, went, or wishes something else. Returns how to stop listening.
 * While Redis is away nothing is heard; the slow look at the directory goes on.
 */
export function hearNudges(redis: Redis, heard: () => void): () => Promise<void> {
  const ears = redis.another({ patient: true })
  ears.on('error', () => {})
  keepConnected(ears, () => {})
    .then(() => ears.subscribe(nudges, heard))
    .catch(() => {})
  return () => closeRedis(ears)
}
