import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TicketEvent } from '../../../server/desk/tickets/ticket-event.ts'

export interface Received {
  headers: IncomingHttpHeaders
  body: string
  event: TicketEvent
}

export type Receiver = Awaited<ReturnType<typeof aReceiver>>

/** Somebody's ticket system, on this machine: it keeps what it gets, and answers as it is told. */
export async function aReceiver(answer: (response: ServerResponse, got: Received) => void = (response) => response.end('thanks')) {
  const got: Received[] = []
  let answering = answer
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const one = { headers: request.headers, body, event: JSON.parse(body) as TicketEvent }
      got.push(one)
      answering(response, one)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    got,
    port,
    url: `http://127.0.0.1:${port}/hook`,
    answers(how: typeof answer) {
      answering = how
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What docs/webhook.md tells receivers to do. */
export function isGenuine({ headers, body }: Received, secret: string): boolean {
  const expected = Buffer.from(`v1=${createHmac('sha256', secret).update(`${headers['firstline-timestamp']}.${body}`).digest('hex')}`)
  const given = Buffer.from(String(headers['firstline-signature']))
  return given.length === expected.length && timingSafeEqual(given, expected)
}
