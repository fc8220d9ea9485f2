import type { Channel } from '../../../shared/entry.ts'
import { nextDue, type ShownTarget } from '../../../shared/target.ts'
import { type Code, type Impact, type Priority, type TicketStatus, ticketLabel, type Urgency } from '../../../shared/ticket.ts'
import { momentOf } from './paper.ts'
import type { PaperWords } from './paper-words.ts'

/** A ticket as a list exports it. */
export interface ExportRow {
  number: number
  subject: string
  status: TicketStatus
  priority: Priority
  impact: Impact
  urgency: Urgency
  category: string | null
  team: string
  owner: string | null
  workOwner: string | null
  requester: string
  email: string | null
  verified: boolean
  channel: Channel
  openedAt: string
  changedAt: string
  resolvedAt: string | null
  closedAt: string | null
  code: Code | null
  duplicateOf: number | null
  /** The one in which it goes on. */
  mergedInto: number | null
  resolution: string | null
  minutes: number | null
  /** The team that the work was sent to. */
  workTeam: string | null
  /** By when the requester was promised the next news. */
  promisedUntil: string | null
  targets: ShownTarget[]
}

/** What spreadsheets need before the first letter, or they take UTF-8 for something else. */
export const byteOrderMark = '\uFEFF'

type Separator = ',' | ';'

/** The first line of a list. */
export const csvHead = (words: PaperWords, separator: Separator) =>
  csvLine(
    [
      ...[words.number, words.subject, words.status, words.priority, words.impact, words.urgency, words.category],
      ...[words.team, words.owner, words.workOwner, words.requester, words.email, words.verified, words.channel],
      ...[words.opened, words.changed, words.resolvedAt, words.closed, words.outcome, words.duplicateOf, words.resolution, words.minutes],
      words.mergedInto,
      ...[words.due, words.dueBy, words.missedTargets],
      ...[words.workTeam, words.promisedUntil],
    ],
    separator,
  )

/** One ticket of a list. */
export const csvRow = (row: ExportRow, words: PaperWords, separator: Separator) =>
  csvLine(
    [
      ...[ticketLabel(row.number), row.subject, words.statuses[row.status], `P${row.priority}`],
      ...[words.impacts[row.impact], words.urgencies[row.urgency], row.category, row.team, row.owner, row.workOwner],
      ...[row.requester, row.email, row.verified ? words.yes : words.no, words.channels[row.channel]],
      ...[row.openedAt, row.changedAt, row.resolvedAt, row.closedAt].map((at) => at && momentOf(at)),
      ...[row.code && words.codes[row.code], row.duplicateOf && ticketLabel(row.duplicateOf), row.resolution, row.minutes?.toString()],
      row.mergedInto && ticketLabel(row.mergedInto),
      ...targetCells(row, words),
      ...[row.workTeam, row.promisedUntil && momentOf(row.promisedUntil)],
    ],
    separator,
  )

/** Cells in one line. Whatever a spreadsheet would take for a formula begins with an apostrophe, and stays text. */
export const csvLine = (cells: readonly (string | null | undefined | 0)[], separator: Separator) =>
  `${cells.map((cell) => cellOf(cell || '', separator)).join(separator)}\r\n`

function cellOf(text: string, separator: Separator) {
  const harmless = formula.test(text) ? `'${text}` : text
  return /["\r\n\t]/.test(harmless) || harmless.includes(separator) || /^\s|\s$/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless
}

// Also behind blanks and in the wide letters of Asian keyboards: some programs trim and narrow before they look.
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** What is due first and by when, and what was missed. */
function targetCells({ targets }: ExportRow, words: PaperWords): (string | null)[] {
  const first = nextDue(targets)
  const missed = targets.flatMap((one) => (one.missed ? [words.targetNames[one.target]] : []))
  return [first && words.targetNames[first.target], first?.due ? momentOf(first.due) : null, missed.join(', ')]
}
