import pg from 'pg'
import { aCrowdAt } from '../crowd.ts'
import { median, medianRatio } from '../figures.ts'
import type { Closed } from '../generator/closing.ts'
import type { Cpu } from '../load.ts'
import type { Options } from '../options.ts'
import { keepResults, printTable } from '../report.ts'
import { aReference, type Target, theDesk } from '../targets.ts'
import { tidily } from '../undoing.ts'

interface Logged extends Closed {
  cpu: Cpu
  /** From the first close until all are committed records that a search finds. */
  seconds: number
}

const messages = 20
const atOnce = 16

/** From close to ticket: chats of 20 messages are closed, and become committed records that a search finds. */
export async function closings(options: Options): Promise<void> {
  const chats = options.quick ? 100 : options.full ? 2_000 : 500
  const targets = [await aReference('closing', 'Socket.IO and transcripts in batches'), await theDesk(options)]
  // The first, small one compiles and plans.
  for (const target of targets) await tidily(() => closeSome(target, 25))

  const logged: Logged[][] = targets.map(() => [])
  for (let repetition = 0; repetition < options.repetitions; repetition++) {
    for (const [place, target] of targets.entries()) logged[place]?.push(await tidily(() => closeSome(target, chats)))
  }
  printTable(
    targets.map(({ name }, place) => {
      const of = (figure: (one: Logged) => number, where = place) => (logged[where] ?? []).map(figure)
      const rate = ({ closed, seconds }: Logged) => closed / seconds
      return {
        [`${chats} chats of ${messages} messages`]: name,
        'close acknowledged p50 ms': median(of(({ close }) => close.p50)),
        p99: median(of(({ close }) => close.p99)),
        'tickets a second, until a search finds them': median(of(rate)),
        'CPU ms a ticket': median(of(({ cpu, closed }) => (cpu.all / closed) * 1e3)),
        'rate ratio': medianRatio(of(rate), of(rate, 0)),
      }
    }),
  )
  keepResults('s6', { options, chats, targets: targets.map(({ name }) => name), logged })
}

async function closeSome(target: Target, chats: number): Promise<Logged> {
  const load = await aCrowdAt(target, chats)
  const { databaseUrl } = target
  if (!databaseUrl) throw new Error('This reference keeps nothing')
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    await load.prepare(messages)
    const before = await countIn(client, target)
    return await load.costOf(async () => {
      const closed = await load.close(atOnce)
      while ((await countIn(client, target)) < before + chats) await new Promise((resolve) => setTimeout(resolve, 100))
      return { ...closed, seconds: (Date.now() - closed.begun) / 1000 }
    })
  } finally {
    await client.end()
  }
}

/** How many records a search would find. */
async function countIn(client: pg.Client, { dialect }: Target): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    dialect === 'reference'
      ? 'select count(*)::int as count from closed'
      : "select count(*)::int as count from tickets where logged_at is not null and search @@ to_tsquery('simple', 'cable') and status = 'resolved' and indexed_at is not null",
  )
  return rows[0]?.count ?? 0
}
