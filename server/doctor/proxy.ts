import { randomBytes } from 'node:crypto'
import { get as getPlain } from 'node:http'
import { get as getSecure } from 'node:https'
import { found, type Look, reasonOf } from './examine.ts'

const patienceMs = 5_000

/** Whether a process serves at all. */
export const isServed: Look = async ({ pool }) => {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::int as count from processes where seen_at > now() - interval '15 seconds'",
  )
  const processes = rows[0]?.count ?? 0
  return processes > 0 ? found('desk-serves', { processes }) : found('desk-stopped')
}

/** Whether people get through at the address that they use: as a page, and as a WebSocket. */
export const proxy: Look = async ({ publicUrl: url }) => {
  if (!url) return found('proxy-unnamed')
  try {
    const page = await statusOf(new URL('/health/live', url), {})
    if (page !== 200) return found('proxy-other', { url, status: page })
    const upgraded = await statusOf(new URL('/socket.io/?EIO=4&transport=websocket', url), {
      origin: url,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
    })
    return upgraded === 101 ? found('proxy-passes', { url }) : found('proxy-blocks', { url, status: upgraded })
  } catch (error) {
    return found('proxy-away', { url, why: reasonOf(error) })
  }
}

/** The status of an answer, or 101 for one that became a WebSocket. Nothing of it is read. */
function statusOf(url: URL, headers: Record<string, string>): Promise<number> {
  const get = url.protocol === 'https:' ? getSecure : getPlain
  return new Promise((tell, fail) => {
    const request = get(url, { headers, agent: false, signal: AbortSignal.timeout(patienceMs) })
    request.once('error', fail)
    request.once('response', (answer) => {
      answer.destroy()
      tell(answer.statusCode ?? 0)
    })
    request.once('upgrade', (answer, socket) => {
      socket.destroy()
      tell(answer.statusCode ?? 101)
    })
  })
}
