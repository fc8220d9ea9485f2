import { createClient } from 'redis'

/** Told when the connection breaks. It comes back by itself; without a listener the process would end. */
export type OnTrouble = (error: Error) => void

export type Redis = ReturnType<typeof clientFor>

interface Manner {
  /** Whether commands wait for a connection that comes back, as fan-out wants, or fail at once, as the line wants. */
  patient?: boolean
}

/** A connection to Redis. Resolves when it is there, or after a moment without it: the desk serves either way, and it connects later. */
export async function connectRedis(url: string, onTrouble: OnTrouble, { patient = false }: Manner = {}): Promise<Redis> {
  const client = clientFor(url, patient)
  client.on('error', onTrouble)
  const connected = client.connect().catch(onTrouble)
  await Promise.race([connected, aMoment()])
  return client
}

/** Ends a connection, whatever state it is in. */
export async function closeRedis(client: Redis): Promise<void> {
  if (client.isReady) await client.close()
  else if (client.isOpen) client.destroy()
}

const clientFor = (url: string, patient: boolean) =>
  createClient({
    url,
    disableOfflineQueue: !patient,
    socket: {
      connectTimeout: 2_000,
      reconnectStrategy: (tries: number) => Math.min(50 * 2 ** Math.min(tries, 5), 1_000) + Math.random() * 100,
    },
  })

const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve, 3_000).unref())
