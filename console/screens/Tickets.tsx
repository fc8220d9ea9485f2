import { Search } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import type { Piece, TicketRow } from '../../shared/protocol/ticket-list.ts'
import type { Priority, TicketStatus } from '../../shared/ticket.ts'
import type { Session } from '../models/session.ts'
import { asAgo } from '../models/time.ts'
import { PriorityMark, UnverifiedMark } from '../parts/marks.tsx'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'

const statuses: TicketStatus[] = ['new', 'in-progress', 'on-hold', 'resolved', 'closed', 'cancelled']
const priorities: Priority[] = [1, 2, 3, 4, 5]

/** Every contact as a ticket: narrowed, searched, page by page. */
export function Tickets({ session }: { session: Session }) {
  const { tickets, connection } = session
  useEffect(() => connection.onBack(() => void tickets.load()), [connection, tickets])

  const rows = tickets.rows.value
  const total = tickets.total.value
  const refusal = tickets.refusal.value
  return (
    <main class="page wide" id="content" tabIndex={-1}>
      <header class="page-head">
        <h1>{words.shell.tickets}</h1>
        <search>
          <Find session={session} />
        </search>
      </header>
      <Filters session={session} />
      <p class="count num" role="status">
        {total && (total.more ? words.tickets.countMore(total.count) : words.tickets.count(total.count))}
      </p>
      {refusal && (
        <p class="said bad" role="alert">
          {words.refused[refusal]}
        </p>
      )}
      {rows?.length === 0 && <p class="empty">{words.tickets.none}</p>}
      {rows && rows.length > 0 && <Table rows={rows} session={session} />}
      {tickets.next.value && (
        <button type="button" class="button more" disabled={tickets.busy.value} onClick={() => void tickets.more()}>
          {words.tickets.more}
        </button>
      )}
    </main>
  )
}

function Find({ session: { tickets } }: { session: Session }) {
  const [written, setWritten] = useState(tickets.narrowing.peek().words)
  const submit = (event: Event) => {
    event.preventDefault()
    void tickets.narrow({ words: written, ...(written.trim() ? { status: 'all' } : {}) })
  }
  return (
    <form class="find" onSubmit={submit}>
      <Search aria-hidden="true" />
      <input
        type="search"
        aria-label={words.tickets.search}
        placeholder={words.tickets.search}
        maxLength={200}
        value={written}
        onInput={(event) => {
          setWritten(event.currentTarget.value)
          if (!event.currentTarget.value) void tickets.narrow({ words: '' })
        }}
      />
      <button type="submit" class="button">
        {words.tickets.find}
      </button>
    </form>
  )
}

function Filters({ session: { tickets, desk } }: { session: Session }) {
  const { status, team, owner, priority } = tickets.narrowing.value
  const board = desk.board.value
  return (
    <fieldset class="filters">
      <legend class="sr-only">{words.tickets.filters}</legend>
      <div class="chips">
        <Chip name={words.tickets.open} on={status === 'open'} onPress={() => tickets.narrow({ status: 'open' })} />
        <Chip name={words.tickets.all} on={status === 'all'} onPress={() => tickets.narrow({ status: 'all' })} />
        <Chip name={words.tickets.mine} on={owner === 'me'} onPress={() => tickets.narrow({ owner: owner === 'me' ? '' : 'me' })} />
      </div>
      <select
        aria-label={words.tickets.status}
        value={status}
        onChange={({ currentTarget: { value } }) => void tickets.narrow({ status: statuses.find((one) => one === value) ?? 'all' })}
      >
        <option value="open" hidden>
          {words.tickets.open}
        </option>
        <option value="all">{words.tickets.anyStatus}</option>
        {statuses.map((one) => (
          <option key={one} value={one}>
            {words.tickets.statuses[one]}
          </option>
        ))}
      </select>
      <select aria-label={words.tickets.team} value={team} onChange={(event) => void tickets.narrow({ team: event.currentTarget.value })}>
        <option value="">{words.tickets.anyTeam}</option>
        {board?.teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={words.tickets.owner}
        value={owner}
        onChange={(event) => void tickets.narrow({ owner: event.currentTarget.value })}
      >
        <option value="">{words.tickets.anyOwner}</option>
        <option value="me">{words.tickets.mine}</option>
        <option value="none">{words.tickets.nobody}</option>
        {board?.colleagues
          .filter(({ id }) => id !== board.me.id)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
      <select
        aria-label={words.tickets.priority}
        value={String(priority)}
        onChange={({ currentTarget: { value } }) =>
          void tickets.narrow({ priority: priorities.find((one) => String(one) === value) ?? '' })
        }
      >
        <option value="">{words.tickets.anyPriority}</option>
        {priorities.map((one) => (
          <option key={one} value={String(one)}>
            {words.chats.priorityLong(one)}
          </option>
        ))}
      </select>
    </fieldset>
  )
}

function Chip({ name, on, onPress }: { name: string; on: boolean; onPress: () => Promise<void> }) {
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={() => void onPress()}>
      {name}
    </button>
  )
}

function Table({ rows, session }: { rows: readonly TicketRow[]; session: Session }) {
  return (
    <div class="table-room">
      <table class="tickets">
        <thead>
          <tr>
            <th>{words.tickets.number}</th>
            <th>{words.tickets.priority}</th>
            <th class="grow">{words.tickets.subject}</th>
            <th>{words.tickets.status}</th>
            <th>{words.tickets.requester}</th>
            <th>{words.tickets.team}</th>
            <th>{words.tickets.owner}</th>
            <th class="right">{words.tickets.changed}</th>
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

function Row({ row, session: { clock } }: { row: TicketRow; session: Session }) {
  return (
    <tr>
      <td>
        <a class="id" href={linkTo({ at: 'ticket', number: row.number })}>
          {row.label}
        </a>
      </td>
      <td>
        <PriorityMark priority={row.priority} />
      </td>
      <td class="grow">
        <Marked pieces={row.subject} />
        {row.snippet.length > 0 && (
          <small>
            <Marked pieces={row.snippet} />
          </small>
        )}
      </td>
      <td>{words.tickets.statuses[row.status]}</td>
      <td>
        {row.requester.name} {!row.requester.verified && <UnverifiedMark />}
      </td>
      <td>{row.team.name}</td>
      <td>{row.communicationOwner?.name ?? words.tickets.nobody}</td>
      <td class="right num">
        <time dateTime={row.changedAt}>{asAgo(clock.now.value - Date.parse(row.changedAt))}</time>
      </td>
    </tr>
  )
}

const Marked = ({ pieces }: { pieces: Piece[] }) => (
  <>{pieces.map(({ text, hit }, place) => (hit ? <mark key={place}>{text}</mark> : text))}</>
)
