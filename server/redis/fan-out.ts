import { createShardedAdapter } from '@socket.io/redis-adapter'
import type { ServerOptions } from 'socket.io'
import { closeRedis, connectRedis, type OnTrouble } from './connection.ts'

export interface FanOut {
  adapter: ServerOptions['adapter']
  close(): Promise<unknown>
}

/** How processes reach each other's rooms. What it loses while Redis is away, the numbering of the timelines heals. */
export async function createFanOut(url: string, onTrouble: OnTrouble): Promise<FanOut> {
  const [out, back] = await Promise.all([connectRedis(url, onTrouble, { patient: true }), connectRedis(url, onTrouble, { patient: true })])
  return {
    adapter: createShardedAdapter(out, back, { channelPrefix: 'firstline', subscriptionMode: 'dynamic' }),
    close: () => Promise.all([closeRedis(out), closeRedis(back)]),
  }
}
