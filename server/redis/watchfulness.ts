import type { OnTrouble, Redis } from './connection.ts'

/** How often Redis is asked whether it is there, and how long it may take to say so. */
const usual = { everyMs: 5_000, answerMs: 5_000 }

/**
 * Hangs up on a Redis that says nothing, and connects anew: a line that the network has forgotten looks well for a quarter
 * of an hour. What is listened to is listened to again.
 */
export function watchOver(client: Redis, onTrouble: OnTrouble, { everyMs, answerMs } = usual): void {
  const look = async () => {
    // Closed for good; whoever is between two connections is still open.
    if (!client.isOpen) return
    if (client.isReady && !(await answers(client, answerMs)) && client.isReady) {
      onTrouble(new Error('Redis does not answer'))
      client.destroy()
      await client.connect().catch(onTrouble)
    }
    again()
  }
  const again = () => setTimeout(() => void look(), everyMs).unref()
  again()
}

async function answers(client: Redis, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    // After a long pause of our own, what has come meanwhile is read first.
    timer = setTimeout(() => setImmediate(resolve, false), withinMs)
  })
  // An error is an answer: it comes from a connection that knows how it stands.
  const answer = client.ping().then(
    () => true,
    () => true,
  )
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
