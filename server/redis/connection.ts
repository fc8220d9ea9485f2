import { createClient } from 'redis'
import { watchOver } from './watchfulness.ts'

/** Told when the connection breaks. It comes back by itself; without a listener the process would end. */
export type OnTrouble = (error: Error) => void

export type Redis = ReturnType<typeof clientFor>

interface Manner {
  /** Whether commands wait for a connection that comes back, as fan-out wants, or fail at once, as the line wants. */
  patient?: boolean
  /** How many commands may wait for an answer; any number, if it is left out. */
  mostWaiting?: number
}

/** A connection to Redis. Resolves when it is there, or after a moment without it: the desk serves either way, and it connects later. */
export async function connectRedis(url: string, onTrouble: OnTrouble, manner: Manner = {}): Promise<Redis> {
  const client = clientFor(url, manner)
  client.on('error', onTrouble)
  const connected = client.connect().catch(onTrouble)
  await Promise.race([connected, aMoment()])
  watchOver(client, onTrouble)
  return client
}

/** Ends a connection, whatever state it is in. */
export async function closeRedis(client: Redis): Promise<void> {
  // One that says nothing would keep us waiting for ever.
  if (client.isReady) await Promise.race([client.close().catch(() => {}), aMoment()])
  if (client.isOpen) client.destroy()
}

const clientFor = (url: string, { patient = false, mostWaiting }: Manner) =>
  createClient({
    url,
    disableOfflineQueue: !patient,
    ...(mostWaiting !== undefined && { commandsQueueMaxLength: mostWaiting }),
    socket: {
      connectTimeout: 2_000,
      reconnectStrategy: (tries: number) => Math.min(50 * 2 ** Math.min(tries, 5), 1_000) + Math.random() * 100,
    },
  })

const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve, 3_000).unref())
