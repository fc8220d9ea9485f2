import { ArrowDown, ArrowUp } from 'lucide-preact'
import type { Piece, TicketRow, TicketSort } from '../../shared/protocol/ticket-list.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { words as laterWords } from '../later-words.ts'
import type { Session } from '../models/session.ts'
import { asAgo, asMoment } from '../models/time.ts'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'
import { UnverifiedMark } from './marks.tsx'
import { PromiseMark } from './Promise.tsx'
import { TargetMark } from './TargetMark.tsx'
import { CategoryCell, OwnerCell, PriorityCell, StatusCell, TeamCell } from './TicketCells.tsx'

const columns: readonly [sort: TicketSort, name: () => string, kind: string][] = [
  ['number', () => words.tickets.number, ''],
  ['priority', () => words.tickets.priority, ''],
  ['subject', () => words.tickets.subject, 'grow'],
  ['category', () => words.tickets.category, ''],
  ['status', () => words.tickets.status, ''],
  ['requester', () => words.tickets.requester, ''],
  ['team', () => words.tickets.team, ''],
  ['owner', () => words.tickets.owner, ''],
  ['changed', () => words.tickets.changed, 'right'],
]

/** Where no team has targets, nothing is due. */
const columnsFor = ({ desk }: Session) =>
  desk.isTimed.value ? columns.toSpliced(-1, 0, ['target', () => laterWords.targets.column, '']) : columns

/** Tickets in rows, or in cards where there is little room. */
export function TicketTable({ rows, session }: { rows: readonly TicketRow[]; session: Session }) {
  const { tickets } = session
  const ids = rows.map(({ conversation }) => conversation)
  const all = ids.every((id) => tickets.selected.value.has(id))
  return (
    <div class="table-room">
      <table class="tickets">
        <thead>
          <tr>
            <th class="picks">
              <input
                type="checkbox"
                aria-label={laterWords.lists.selectAll}
                checked={all}
                onChange={(event) => tickets.choose(ids, event.currentTarget.checked)}
              />
            </th>
            {columnsFor(session).map(([sort, name, kind]) => (
              <Head key={sort} sort={sort} name={name()} kind={kind} session={session} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.conversation} row={row} session={session} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head({ sort, name, kind, session: { tickets } }: { sort: TicketSort; name: string; kind: string; session: Session }) {
  const now = tickets.narrowing.value
  const isHere = now.sort === sort
  // Of numbers and times the highest comes first, of words the first letter.
  const isDown = (sort === 'number' || sort === 'changed') !== now.reversed
  return (
    <th class={kind || undefined} aria-sort={isHere ? (isDown ? 'descending' : 'ascending') : undefined}>
      <button type="button" class="sort" onClick={() => void tickets.order(sort)}>
        {name}
        {isHere && (isDown ? <ArrowDown aria-hidden="true" /> : <ArrowUp aria-hidden="true" />)}
      </button>
    </th>
  )
}

function Row({ row, session }: { row: TicketRow; session: Session }) {
  const { tickets, clock } = session
  const isChosen = tickets.selected.value.has(row.conversation)
  return (
    <tr class={isChosen ? 'on' : undefined}>
      <td class="picks">
        <input
          type="checkbox"
          aria-label={laterWords.lists.select(row.label)}
          checked={isChosen}
          onChange={(event) => tickets.choose([row.conversation], event.currentTarget.checked)}
        />
      </td>
      <td class="number">
        <a class="id" href={linkTo({ at: 'ticket', number: row.number })}>
          {row.label}
        </a>
      </td>
      <PriorityCell row={row} session={session} />
      <td class="grow subject">
        {row.promisedUntil && <PromiseMark until={row.promisedUntil} clock={clock} />}
        <Marked pieces={row.subject} />
        {row.workTeam && (
          <small class="sent">
            {row.workOwner ? words.escalation.of(row.workOwner.name, row.workTeam.name) : words.escalation.waits(row.workTeam.name)}
          </small>
        )}
        {row.mergedInto && <small class="sent">{laterWords.related.merged(ticketLabel(row.mergedInto))}</small>}
        {row.incident && <small class="sent">{laterWords.incidents.isPart(row.incident.name)}</small>}
        {row.snippet.length > 0 && (
          <small>
            <Marked pieces={row.snippet} />
          </small>
        )}
      </td>
      <CategoryCell row={row} session={session} />
      <StatusCell row={row} session={session} />
      <td class="of-requester">
        <span>
          <b title={row.requester.name}>{row.requester.name}</b>
          {!row.requester.verified && <UnverifiedMark />}
        </span>
      </td>
      <TeamCell row={row} session={session} />
      <OwnerCell row={row} session={session} />
      {session.desk.isTimed.value && (
        <td class="of-due">
          <TargetMark targets={row.targets} clock={clock} />
        </td>
      )}
      <td class="right num changed">
        <time dateTime={row.changedAt} title={asMoment(row.changedAt)}>
          {asAgo(clock.now.value - Date.parse(row.changedAt))}
        </time>
      </td>
    </tr>
  )
}

const Marked = ({ pieces }: { pieces: Piece[] }) => (
  <>{pieces.map(({ text, hit }, place) => (hit ? <mark key={place}>{text}</mark> : text))}</>
)
