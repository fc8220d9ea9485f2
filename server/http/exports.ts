import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Helping } from '../../shared/people.ts'
import { ticketQuery } from '../../shared/protocol/view.ts'
import { refuse } from '../../shared/refusal.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { visibleTo } from '../desk/access.ts'
import { originAllowed } from '../desk/origins.ts'
import type { Directory } from '../desk/ports.ts'
import { byteOrderMark, csvHead, csvRow } from '../desk/tickets/csv.ts'
import type { Exports } from '../desk/tickets/exporting.ts'
import { type Paper, paperOf, type TicketRecord, textOf, toldIn } from '../desk/tickets/paper.ts'
import { type PaperWords, paperWords } from '../desk/tickets/paper-words.ts'
import { type Tickets, ticketReach } from '../desk/tickets/tickets.ts'
import { createRunning } from './running.ts'
import { saveAs } from './safe-headers.ts'
import { createThrottle, holdBack } from './throttle.ts'

export interface ExportsOptions {
  tickets: Tickets
  exports: Exports
  directory(): Directory
  door(cookie: string | undefined): Promise<{ who: Helping } | null>
  /** Draws a ticket. */
  pdfOf(paper: Paper, words: PaperWords): Promise<NodeJS.ReadableStream>
  redis: object
  publicUrl: string | undefined
  now(): Date
}

/** Where tickets leave as files. Whoever may see them may take them along, and the audit log says who did. */
export const exportRoutes: FastifyPluginAsyncZod<ExportsOptions> = async (app, options) => {
  const { tickets, exports, directory, door, pdfOf, redis, publicUrl, now } = options
  const throttle = createThrottle(redis, { name: 'exports', times: 30, seconds: 60 })
  const running = createRunning(2)

  app.get('/api/exports/tickets/:number', { schema: schemas.one }, async (request, reply) => {
    const who = await whoComes(request, reply)
    const { format, notes, language } = request.query
    const record = await recordFor(who, request.params.number, notes)
    const { ticket, conversation } = record.view
    const label = ticketLabel(ticket.number)
    await exports.log(byOf(who, request), { what: 'tickets:export', ticket: { id: conversation.id, name: label }, format, notes })
    const words = paperWords[language]
    reply.headers(headers[format]).header('content-disposition', saveAs(`${label}.${endings[format]}`))
    switch (format) {
      case 'json':
        return reply.send(jsonOf(record))
      case 'text':
        return reply.send(textOf(paperOf(record, words), words))
      case 'pdf':
        return reply.send(await pdfOf(paperOf(record, words), words))
    }
  })

  app.get('/api/exports/tickets.csv', { schema: schemas.list }, async (request, reply) => {
    const who = await whoComes(request, reply)
    const query = ticketQuery.safeParse(jsonIn(request.query.query)).data ?? refuse('malformed')
    const reach = ticketReach(who)
    const done = running.begin(who.id)
    reply.raw.once('close', done)
    const count = await exports.count(reach, query)
    const { filters, words } = query
    await exports.log(byOf(who, request), { what: 'tickets:export-list', count, filters, searched: words !== '' })
    reply.headers(headers.csv).header('content-disposition', saveAs(`tickets-${now().toISOString().slice(0, 10)}.csv`))
    reply.header('firstline-rows', count)
    return reply.send(Readable.from(lines(exports.rows(reach, query), request.query), { objectMode: false }))
  })

  async function whoComes(request: FastifyRequest, reply: FastifyReply): Promise<Helping> {
    if (!originAllowed(publicUrl, request.headers)) refuse('foreign-origin')
    const { who } = (await door(request.headers.cookie)) ?? refuse('signed-out')
    await holdBack(reply, throttle, who.id)
    return who
  }

  async function recordFor(who: Helping, number: number, notes: boolean): Promise<TicketRecord> {
    const view = (await tickets.read(ticketReach(who), { number })) ?? refuse('not-found')
    visibleTo(who, view.conversation)
    const entries = await exports.entries(view.conversation.id, notes)
    const merged: TicketRecord['merged'][number][] = []
    const all = [...entries]
    // One after the other, and not more than one alone may have: each may be long.
    for (const { is, label, conversation } of view.related) {
      if (is !== 'merged') continue
      const earlier = await exports.entries(conversation, notes)
      merged.push({ label, entries: earlier })
      for (const entry of earlier) all.push(entry)
      if (all.length > mostLines) refuse('too-large')
    }
    const named = all.flatMap((entry) => [entry.by, 'agent' in entry ? entry.agent : null, 'to' in entry ? idIn(entry.to) : null])
    const more = await exports.names([...new Set(named.filter((id) => id !== null))])
    const desk = directory()
    const names = new Map([view.requester, ...view.names, ...more].map(({ id, name }) => [id, name]))
    const { categoryId, category } = view.ticket
    return {
      view,
      entries,
      merged,
      nameOf: (id) => names.get(id) ?? desk.team(id)?.name ?? desk.agent(id)?.name ?? 'Firstline',
      category: (categoryId && desk.category(categoryId)?.path) || category,
    }
  }

  const byOf = ({ id, role }: Helping, { id: request, ip }: FastifyRequest) => ({
    agent: { id, role },
    request,
    address: ip,
    at: now(),
  })
}

/** More would fill the memory of the process; it can still be read page by page. */
const mostLines = 50_000

const idIn = (to: string | { team: string } | { agent: string }) => (typeof to === 'string' ? null : 'agent' in to ? to.agent : null)

/** Without the entries' ids of acts, which are of no use outside; names beside the ids. */
function jsonOf(record: TicketRecord) {
  const { view, category } = record
  const { ticket, requester, team, names, logged, duplicates, duplicateOf, related, mergedInto } = view
  return {
    label: ticketLabel(ticket.number),
    ticket: { ...ticket, category },
    ...{ requester, team, people: names, logged, duplicates, duplicateOf, related, mergedInto },
    timeline: toldIn(record).map(({ entry: { act, ...entry }, from }) => (from ? { ...entry, from } : entry)),
  }
}

async function* lines(
  pages: AsyncIterable<Parameters<typeof csvRow>[0][]>,
  { language, separator }: { language: 'en' | 'de'; separator: 'comma' | 'semicolon' },
) {
  const words = paperWords[language]
  const mark = separator === 'comma' ? ',' : ';'
  yield byteOrderMark + csvHead(words, mark)
  for await (const page of pages) yield page.map((row) => csvRow(row, words, mark)).join('')
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('malformed')
  }
}

const closed = { 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'cross-origin-resource-policy': 'same-origin' }
const headers = {
  json: { ...closed, 'content-type': 'application/json; charset=utf-8' },
  text: { ...closed, 'content-type': 'text/plain; charset=utf-8' },
  pdf: { ...closed, 'content-type': 'application/pdf' },
  csv: { ...closed, 'content-type': 'text/csv; charset=utf-8' },
}
const endings = { json: 'json', text: 'txt', pdf: 'pdf' }

const language = z.enum(['en', 'de']).default('en').describe('Of the words around what people wrote.')
const session = [{ session: [] }]

const schemas = {
  one: {
    summary: 'Take one ticket along',
    description: 'As JSON, plain text or PDF, with the timeline. Whoever may see the ticket may; the audit log says who did.',
    tags: ['exports'],
    security: session,
    params: z.object({
      number: z.coerce
        .number()
        .int()
        .min(1)
        .max(2 ** 53 - 1),
    }),
    querystring: z.object({
      format: z.enum(['json', 'text', 'pdf']),
      notes: z.stringbool().default(false).describe('Whether the internal lane comes along.'),
      language,
    }),
  },
  list: {
    summary: 'Take a list of tickets along',
    description:
      'As CSV (UTF-8 with byte order mark), the highest number first, streamed; `Firstline-Rows` says how many come. What a spreadsheet would take for a formula begins with an apostrophe.',
    tags: ['exports'],
    security: session,
    querystring: z.object({
      query: z.string().max(4_000).default('{}').describe('A `TicketQuery` as JSON, as in docs/protocol.md.'),
      separator: z.enum(['comma', 'semicolon']).default('comma'),
      language,
    }),
  },
}
