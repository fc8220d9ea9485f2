import { aReceiver } from '../../server/outbox/a-receiver.ts'
import { aGate } from '../../support/gate.ts'
import { aHistory } from '../../support/history.ts'
import { aHouse } from '../../support/house.ts'
import type { Seen } from '../../support/laws.ts'
import { watchLoads } from '../../support/loads.ts'
import { plainHearing } from '../../support/spoken.ts'
import { until } from '../../support/until.ts'
import { broken, unsettled } from '../nemesis/check.ts'
import { whatIsKept } from '../nemesis/found.ts'
import { aHelper, asksFor } from './people.ts'
import type { Point } from './points.ts'

const settings = { graceSeconds: 6, offerSeconds: 5, reofferAfterSeconds: 1, missedBeforeAway: 9, wrapUpSeconds: 0, logAfterSeconds: 0 }
const here = (port: number) => ({ host: '127.0.0.1', port })

/** How soon all must be done once the process has been started again. */
const backWithinSeconds = 20

export type Story = Awaited<ReturnType<typeof aStory>>

/**
 * The whole way of a conversation, told as often as one likes: somebody asks, it rings, is accepted and ended, the ticket is
 * logged, and its receiver is told. The process can die at any word that it says or hears on that way. Whoever asks is asked
 * about in the moment in which he comes, as in most teams; or always by the line, as where people are kept for those they know.
 */
export async function aStory(asking: 'at once' | 'by the line') {
  const house = await aHouse({ settings })
  const gate = aGate()
  const receiver = await aReceiver()
  const hook = `http://127.0.0.1:${await gate.line(here(receiver.port), plainHearing('The receiver is'))}/hook`
  const webhook = { url: hook, hosts: ['127.0.0.1'], enabled: true, secret: 'a secret that both know' }
  await house.pool.query("insert into settings (name, value) values ('webhook', $1)", [webhook])
  if (asking === 'by the line') await house.pool.query('update teams set routing = $1', [{ keepForSeconds: 1 }])
  await watchLoads(house.pool)
  const desk = await house.desk({}, gate)
  const url = `http://127.0.0.1:${await gate.line(here(desk.port), plainHearing('The desk is'))}`
  const history = aHistory()
  const where = { house, url, history }
  for (const name of ['Ada', 'Bob']) await aHelper(where, name)
  const seen: Seen[] = []
  const late: string[] = []

  /** Once through it, and dead at that point; then it goes on by itself. Returns the word that was never said, and all before it. */
  async function isTold(point: Point) {
    const rita = await asksFor(where, `Rita ${seen.length + 1}`)
    const shut = gate.shutsAt(point)
    const told = isToldBy(rita)
    told.catch(() => undefined)
    const diedAt = await Promise.race([shut, told.then(() => null)])
    const heard = gate.heard()
    if (diedAt !== null) await desk.kill9()
    gate.opens()
    if (diedAt !== null) await desk.start()
    const began = Date.now()
    const chat = await told.catch(async (error: Error) => {
      throw new Error(`Dead at "${diedAt}" after "${heard.at(-1)}", it stands as ${await standsAs(rita.conversation)}`, { cause: error })
    })
    seen.push(await chat.sees())
    const seconds = (Date.now() - began) / 1000
    if (seconds > backWithinSeconds) late.push(`dead at "${diedAt}", it was done ${seconds.toFixed(1)} s after it came back`)
    return { diedAt, heard, seconds }
  }

  async function isToldBy({ conversation, asks }: Awaited<ReturnType<typeof asksFor>>) {
    const chat = await asks()
    await until(`the ticket of ${conversation} reaches its receiver`, () => isDone(conversation))
    return chat
  }

  async function isDone(conversation: string): Promise<boolean> {
    const { rows } = await house.pool.query<{ state: string }>('select state from outbox where conversation_id = $1', [conversation])
    return rows.length > 0 && rows.every(({ state }) => state === 'delivered')
  }

  /** For whoever must find out why. */
  async function standsAs(conversation: string): Promise<string> {
    const { rows } = await house.pool.query(
      `select status, due_at, claimed_until, (select json_agg(entries.kind order by at) from entries where conversation_id = conversations.id) as entries,
         (select json_agg(outbox) from outbox where conversation_id = conversations.id) as outbox from conversations where id = $1`,
      [conversation],
    )
    return `${JSON.stringify(rows)}; the process said: ${desk.logs().slice(-1_000)}`
  }

  /** However often its receiver is told of a record, it is one event. */
  function toldAsTwo(): string[] {
    const events = new Map<string, Set<string>>()
    for (const { event } of receiver.got) {
      const { conversation } = event.ticket
      events.set(conversation, (events.get(conversation) ?? new Set()).add(event.id))
    }
    const untold = seen
      .filter(({ conversation }) => !events.has(conversation))
      .map(({ conversation }) => `${conversation} was told to nobody`)
    const twice = [...events].filter(([, ids]) => ids.size > 1).map(([one, ids]) => `${one} was told as ${ids.size} events`)
    return [...untold, ...twice]
  }

  /** What is otherwise than promised, after all the times that it was told. */
  async function complaints(): Promise<string[]> {
    const open = async () => unsettled(await whatIsKept(house.pool), seen, settings.reofferAfterSeconds)
    await until('everybody has what the table has', async () => (await open()).length === 0, backWithinSeconds).catch(() => undefined)
    const laws = await broken(house.pool, await whatIsKept(house.pool), history.attempts())
    const wrong = Object.entries(laws).flatMap(([law, all]) => all.map((one) => `${law}: ${one}`))
    return [...(await open()), ...wrong, ...toldAsTwo(), ...late]
  }

  return {
    isTold,
    complaints,
    async end() {
      await house.close()
      await gate.end()
      await receiver.close()
    },
  }
}
