import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { Outbox } from '../desk/outbox.ts'

export interface RelayOptions {
  redisUrl: string
  outbox: Outbox
  /** Sends one event, or writes down why not. */
  deliver(id: string): Promise<void>
  onTrouble(error: unknown): void
  /** How often it looks by itself. */
  everySeconds?: number
}

export type Relay = ReturnType<typeof createRelay>

const name = 'outbox'
const prefix = '{firstline-jobs}'

/**
 * Carries what waits in the outbox to those who deliver it, on whatever process they are. Redis may forget every job at
 * any moment: the rows are the record, and the next look brings back what is not done.
 */
export function createRelay({ redisUrl, outbox, deliver, onTrouble, everySeconds = 5 }: RelayOptions) {
  const redis = connect(redisUrl, onTrouble)
  const queue = new Queue<{ id: string }>(name, { connection: redis, prefix })
  const worker = new Worker<{ id: string }>(name, ({ data }) => deliver(data.id), { connection: redis, prefix, concurrency: 8 })
  queue.on('error', onTrouble)
  worker.on('error', onTrouble)
  // A finished job makes room for the next of its ticket, and a failed one may be due again soon.
  worker.on('completed', () => wake())
  worker.on('failed', (_, error) => onTrouble(error))

  let looking: Promise<void> | null = null
  let again = false
  let closed = false
  const timer = setInterval(wake, everySeconds * 1000)
  wake()

  /** Looks now; called whenever something may have been put into the outbox. */
  function wake(): void {
    if (closed) return
    if (looking !== null) {
      again = true
      return
    }
    looking = look()
      .catch(onTrouble)
      .finally(() => {
        looking = null
        if (again) {
          again = false
          wake()
        }
      })
  }

  async function look() {
    const due = await outbox.due(2 * everySeconds, 500)
    if (due.length > 0) await queue.addBulk(due.map(jobFor))
  }

  return {
    wake,
    /** Lets what is being sent finish, for a while, and stops. */
    async close(): Promise<void> {
      closed = true
      clearInterval(timer)
      await atMost(12_000, worker.close())
      await atMost(1_000, queue.close())
      redis.disconnect()
    },
  }
}

/** The event's id is the job's, so that an event is never carried twice at once. */
function jobFor({ id, inMs }: { id: string; inMs: number }) {
  return { name: 'deliver', data: { id }, opts: { jobId: id, delay: inMs, removeOnComplete: true, removeOnFail: true } }
}

/** Jobs are repeatable, so this client may send a command again that was cut off. */
function connect(url: string, onTrouble: (error: unknown) => void) {
  const redis = new Redis(url.replace(/^unix:\/\//, ''), { maxRetriesPerRequest: null })
  redis.on('error', onTrouble)
  return redis
}

const atMost = (milliseconds: number, work: Promise<unknown>) =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, milliseconds).unref())])
