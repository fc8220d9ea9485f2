import { closeRedis, type OnTrouble, type Redis } from './connection.ts'
import { nudges } from './line.ts'

/** Hears when another process learned that somebody came, went, or wishes something else. Returns how to stop listening. */
export async function hearNudges(redis: Redis, heard: () => void, onTrouble: OnTrouble): Promise<() => Promise<void>> {
  const ears = redis.duplicate({ disableOfflineQueue: false })
  ears.on('error', onTrouble)
  const begun = ears.connect().then(() => ears.subscribe(nudges, heard))
  begun.catch(onTrouble)
  return () => closeRedis(ears)
}
