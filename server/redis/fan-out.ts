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
  const adapterFor = createShardedAdapter(out, back, { channelPrefix: 'firstline', subscriptionMode: 'dynamic' })
  // Socket.IO calls it with `new`.
  function adapter(namespace: unknown) {
    return withoutWaiting(adapterFor(namespace))
  }
  return {
    adapter,
    close: () => Promise.all([closeRedis(out), closeRedis(back)]),
  }
}

/** News that waits for a Redis which says nothing. What is above is lost, so that memory stays bounded however long that lasts. */
const mostWaiting = 5_000

/**
 * The adapter tells our own people only after Redis has taken the news for the others: a silent Redis would silence us all.
 * Here the others are told beside, in the same order.
 */
function withoutWaiting(adapter: ReturnType<ReturnType<typeof createShardedAdapter>>) {
  const publish = adapter.doPublish.bind(adapter)
  let waiting = 0
  adapter.doPublish = async (news) => {
    if (waiting >= mostWaiting) return ''
    waiting++
    const over = () => waiting--
    publish(news).then(over, over)
    return ''
  }
  return adapter
}
