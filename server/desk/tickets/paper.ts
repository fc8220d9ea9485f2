import { byTime } from '../../../shared/by-time.ts'
import type { Entry, Wording } from '../../../shared/entry.ts'
import { tellGuide } from '../../../shared/guide-told.ts'
import type { TicketView } from '../../../shared/protocol/ticket.ts'
import { ticketLabel } from '../../../shared/ticket.ts'
import type { PaperWords } from './paper-words.ts'

/** One line of a timeline as paper shows it. */
export interface PaperLine {
  at: string
  tone: 'said' | 'note' | 'event'
  /** Who said it; an event tells that itself. */
  who: string | null
  text: string
  /** The ticket that it came from, where several are read as one. */
  from?: string
}

/** A ticket as it is read outside the console: as text, or printed. */
export interface Paper {
  label: string
  subject: string
  facts: [name: string, value: string][]
  lines: PaperLine[]
}

/** What is needed of a ticket to write it down. */
export interface TicketRecord {
  view: TicketView
  /** In order; internal ones only if they were asked for. */
  entries: readonly Entry[]
  /** Others that go on in it. */
  merged: readonly { label: string; entries: readonly Entry[] }[]
  nameOf: (id: string) => string
  category: string | null
}

/** A ticket with all that happened, in the words of one language. Times are UTC, and say so. */
export function paperOf(record: TicketRecord, words: PaperWords): Paper {
  const { ticket } = record.view
  return {
    label: ticketLabel(ticket.number),
    subject: ticket.subject,
    facts: factsOf(record, words),
    lines: toldIn(record).flatMap(({ entry, from }) => lineOf(entry, record, words).map((line) => ({ ...line, ...(from && { from }) }))),
  }
}

/** All that happened, by time; where other tickets go on in this one, each line names its own. */
export function toldIn({ view, entries, merged }: TicketRecord): { entry: Entry; from: string | null }[] {
  const labels = [ticketLabel(view.ticket.number), ...merged.map(({ label }) => label)]
  const lines = [...byTime([entries, ...merged.map((one) => one.entries)])]
  return lines.map(({ strand, entry }) => ({ entry, from: merged.length > 0 ? (labels[strand] ?? null) : null }))
}

function factsOf({ view, nameOf, category }: TicketRecord, words: PaperWords): Paper['facts'] {
  const { ticket, requester, team, duplicateOf, mergedInto, conversation } = view
  const owner = ticket.communicationOwner
  const facts: [string, string | null][] = [
    [words.status, words.statuses[ticket.status]],
    [
      words.priority,
      `P${ticket.priority} (${words.impact}: ${words.impacts[ticket.impact]}, ${words.urgency}: ${words.urgencies[ticket.urgency]})`,
    ],
    [words.category, category],
    [words.requester, [requester.name, requester.email, requester.verified ? null : words.unverified].filter(Boolean).join(', ')],
    ...(conversation.answers ?? []).map(({ label, text }): [string, string] => [label, text]),
    [words.channel, words.channels[view.conversation.channel]],
    [words.team, team.name],
    [words.owner, owner && nameOf(owner)],
    [words.opened, momentOf(ticket.openedAt)],
    [words.resolvedAt, ticket.resolvedAt && momentOf(ticket.resolvedAt)],
    [words.closed, ticket.closedAt && momentOf(ticket.closedAt)],
    [words.outcome, ticket.code && words.codes[ticket.code]],
    [words.duplicateOf, duplicateOf && `${duplicateOf.label} ${duplicateOf.subject}`],
    [words.mergedInto, mergedInto && `${mergedInto.label} ${mergedInto.subject}`],
    [words.resolution, ticket.resolution],
    [words.minutes, ticket.minutes ? `${ticket.minutes} min` : null],
    [words.sha256, view.logged?.sha256 ?? null],
  ]
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
}

function lineOf(entry: Entry, { nameOf, view }: TicketRecord, words: PaperWords): PaperLine[] {
  const at = momentOf(entry.at)
  if (entry.kind === 'said') return [{ at, tone: 'said', who: nameOf(entry.by), text: spoken(entry.body, words) }]
  if (entry.kind === 'noted') return [{ at, tone: 'note', who: nameOf(entry.by), text: spoken(entry.body, words) }]
  const text = eventIn(entry, (id) => (id === view.team.id ? view.team.name : nameOf(id)), words)
  return text === null ? [] : [{ at, tone: 'event', who: null, text }]
}

/** Files are named; what is in them is not on paper. */
function spoken(body: Wording | null, words: PaperWords) {
  if (!body) return words.erased
  return [body.text, ...(body.files ?? []).map(({ name }) => `[${name}]`)].filter(Boolean).join('\n')
}

function eventIn(entry: Entry, name: (id: string) => string, words: PaperWords): string | null {
  const { told } = words
  switch (entry.kind) {
    case 'opened':
      if (entry.channel === 'phone' || entry.channel === 'walk-up') return told.called[entry.channel](name(entry.by), name(entry.requester))
      return told.opened(name(entry.requester))
    case 'told':
      return told.told(entry.body?.text ?? '')
    case 'consent-asked':
      return told.consent.asked[entry.wanted.what](name(entry.by), entry.wanted.what === 'remote' ? entry.wanted.name : '')
    case 'consent-given':
      return told.consent.given(name(entry.by), (entry.body?.report ?? []).map(({ label, text }) => `${label}: ${text}`).join(' · '))
    case 'consent-refused':
      return told.consent.refused(name(entry.by))
    case 'consent-ended':
      return told.consent.ended(name(entry.by), entry.body?.result ?? '')
    case 'call-undone':
      return told.callUndone(name(entry.by))
    case 'assigned':
    case 'joined':
      return told.here(name(entry.agent))
    case 'stepped-out':
      return told.left(name(entry.agent))
    case 'queued':
      return told.queued(name(entry.team))
    case 'held':
      return told.held
    case 'resumed':
      return told.resumed
    case 'nudged':
      return told.nudged
    case 'message-left':
      return told.message
    case 'abandoned':
      return told.abandoned
    case 'ended':
      if (entry.why === 'call') return null
      return entry.why === 'silent' ? told.endedSilent : told.ended(name(entry.by))
    case 'reopened':
      return told.reopened(name(entry.by))
    case 'rated':
      return told.rated(entry.stars, entry.body?.comment ?? '')
    case 'resolved':
      return told.resolved(name(entry.by), entry.body?.resolution ?? '')
    case 'closed':
      return told.closed
    case 'transferred':
      return told.transferred(...handedOn(entry, name))
    case 'reassigned':
      return told.reassigned(...handedOn(entry, name))
    case 'work-passed':
      return told.workPassed(entry.body?.name ?? '')
    case 'escalated':
      return told.escalated(name(entry.by), name(entry.team), entry.body?.ask ?? '')
    case 'work-returned':
      return told.workReturned(name(entry.by), entry.body?.missing ?? '')
    case 'promised':
      return told.promised(name(entry.by), momentOf(entry.until), entry.body?.text ?? '')
    case 'promise-kept':
      return told.promiseKept
    case 'promise-withdrawn':
      return told.promiseWithdrawn(name(entry.by), momentOf(entry.until))
    case 'promise-broken':
      return told.promiseBroken(momentOf(entry.until))
    case 'target-missed':
      return told.targetMissed(told.targets[entry.target], momentOf(entry.until))
    case 'progressed':
      return told.progressed[entry.status](name(entry.by))
    case 'spent':
      return told.spent(name(entry.by), entry.minutes)
    case 'classified':
      return told.classified(name(entry.by), entry.category ?? '')
    case 'merged':
      return told.merged(ticketLabel(entry.number))
    case 'unmerged':
      return told.unmerged
    case 'incident-joined':
      return told.incidentJoined(entry.body?.title ?? '')
    case 'incident-left':
      return told.incidentLeft
    case 'incident-news':
      return told.incidentNews(entry.body?.title ?? '')
    case 'guide-started':
    case 'step-taken':
    case 'step-back':
    case 'step-added':
    case 'guide-stuck':
    case 'guide-ended':
      return tellGuide(entry, told.guide)
    case 'article-sent':
      return told.articleSent(entry.body?.title ?? '')
    case 'article-answered':
      return (entry.helped ? told.articleHelped : told.articleDidNotHelp)(entry.body?.title ?? '')
    case 'tried':
      return told.tried[entry.outcome](entry.body?.what ?? '')
    case 'untried':
    case 'linked':
    case 'unlinked':
    case 'said':
    case 'asked-in':
    case 'ask-over':
    case 'work-recalled':
    case 'promise-near':
    case 'target-near':
    case 'noted':
    case 'offered':
    case 'declined':
    case 'expired':
    case 'withdrawn':
    case 'lost':
    case 'went-absent':
    case 'kept-for':
    case 'widened':
    case 'favoured':
    case 'came-back':
    case 'awaited':
    case 'warned':
    case 'logged':
      return null
  }
}

/** By whom, to whom, and with which words. */
const handedOn = ({ by, to, body }: Extract<Entry, { kind: 'transferred' | 'reassigned' }>, name: (id: string) => string) =>
  [name(by), name('team' in to ? to.team : to.agent), body?.comment ?? ''] as const

/** 2026-11-22 09:41 UTC */
export const momentOf = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`

/** A ticket as plain text. */
export function textOf({ label, subject, facts, lines }: Paper, words: PaperWords): string {
  const widest = Math.max(0, ...facts.map(([name]) => name.length))
  const head = [`${label}: ${subject}`, '', ...facts.map(([name, value]) => `${name.padEnd(widest)}  ${indented(value, widest + 2)}`), '']
  return `${[...head, ...lines.map((line) => lineText(line, words))].join('\n')}\n`
}

function lineText({ at, tone, who, text, from }: PaperLine, words: PaperWords) {
  const speaker = tone === 'note' ? `${who} (${words.note}): ` : who ? `${who}: ` : ''
  return `${at}  ${from ? `${from}  ` : ''}${indented(speaker + text, 4)}`
}

const indented = (text: string, by: number) => text.replaceAll('\n', `\n${' '.repeat(by)}`)
