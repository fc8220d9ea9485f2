import { Queue, Worker } from 'bullmq'
import type { Outbox } from '../desk/outbox.ts'
import { connect, type Line } from './connection.ts'

export interface RelayOptions {
  redisUrl: string
  outbox: Outbox
  /** Sends one event, or writes down why not. */
  deliver(id: string): Promise<void>
  /** Whether anybody wants events now. */
  isWanted(): Promise<boolean>
  onTrouble(error: unknown): void
  /** How often it looks by itself. */
  everySeconds?: number
}

export type Relay = ReturnType<typeof createRelay>

const name = 'outbox'
const prefix = '{firstline-jobs}'
/** A process that died with a job in hand is missed within seconds. Where it only stood still, the row's claim keeps its job to it. */
const watchful = { lockDuration: 10_000, stalledInterval: 5_000 }

/**
 * Carries what waits in the outbox to those who deliver it, on whatever process they are. Redis may forget every job at
 * any moment: the rows are the record, and the next look brings back what is not done.
 */
export function createRelay({ redisUrl, outbox, deliver, isWanted, onTrouble, everySeconds = 5 }: RelayOptions) {
  let closed = false
  const sending = new Set<Promise<void>>()
  const tell = (error: unknown) => {
    if (!closed) onTrouble(error)
  }
  const lines = connect(redisUrl, tell)
  const [redis] = lines
  const queue = new Queue<{ id: string }>(name, { connection: redis, prefix })
  const worker = new Worker<{ id: string }>(name, ({ data }) => send(data.id), { connection: redis, prefix, concurrency: 8, ...watchful })
  queue.on('error', tell)
  worker.on('error', tell)
  // A finished job makes room for the next of its ticket, and a failed one may be due again soon.
  worker.on('completed', () => wake())
  worker.on('failed', (_, error) => tell(error))

  let looking: Promise<void> | null = null
  let again = false
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

  /** Whatever still comes while this one leaves, others bring back from its row. */
  async function send(id: string) {
    if (closed) return
    const work = deliver(id)
    sending.add(work)
    try {
      await work
    } finally {
      sending.delete(work)
    }
  }

  async function look() {
    // One statement for all of them, where a job for each would come to the same.
    if (!(await isWanted())) return outbox.skippedAll()
    const due = await outbox.due(2 * everySeconds, 500)
    if (due.length > 0) await queue.addBulk(due.map(jobFor))
  }

  return {
    wake,
    /** Lets what is being sent finish, for a while, and stops. */
    async close(): Promise<void> {
      closed = true
      clearInterval(timer)
      await worker.pause(true)
      await atMost(12_000, Promise.allSettled(sending))
      if (redis.status === 'ready') await atMost(500, redis.ping())
      await atMost(1_000, Promise.all([endWorker(worker, lines), queue.close()]))
      redis.disconnect()
    },
  }
}

/** The event's id is the job's, so that an event is never carried twice at once. */
function jobFor({ id, inMs }: { id: string; inMs: number }) {
  return { name: 'deliver', data: { id }, opts: { jobId: id, delay: inMs, removeOnComplete: true, removeOnFail: true } }
}

/**
 * Leaves nothing of the worker behind. Its own way waits for the end of a connection, which never comes to one that is
 * between two attempts, and keeps a timer for every command that is not answered: so these begin once more, to end.
 */
async function endWorker(worker: Worker, lines: readonly Line[]) {
  const between = lines.filter(({ status }) => status === 'reconnecting')
  await worker.close(true)
  for (const line of between) {
    line.connect().catch(() => {})
    line.disconnect()
  }
}

const atMost = (milliseconds: number, work: Promise<unknown>) =>
  Promise.race([work.catch(() => {}), new Promise((resolve) => setTimeout(resolve, milliseconds).unref())])
