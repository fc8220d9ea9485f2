import { useEffect, useRef } from 'preact/hooks'
import { words as laterWords } from '../later-words.ts'
import { stepThrough } from '../models/list-keys.ts'
import { everything, everythingOpen, type Narrowing, sameList } from '../models/narrowing.ts'
import type { Session } from '../models/session.ts'
import { BulkBar } from '../parts/BulkBar.tsx'
import { ListExport } from '../parts/ListExport.tsx'
import { TicketFilters } from '../parts/TicketFilters.tsx'
import { TicketSearch } from '../parts/TicketSearch.tsx'
import { TicketTable } from '../parts/TicketTable.tsx'
import { ViewChips } from '../parts/ViewChips.tsx'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'

/** Every contact as a ticket: narrowed, searched, ordered, changed in place, page by page. */
export function Tickets({ session }: { session: Session }) {
  const { tickets, connection, views, categories, habits } = session
  const place = useRef<HTMLElement>(null)
  useEffect(
    () =>
      connection.onBack(() => {
        void tickets.load()
        void views.load()
        void categories.load()
      }),
    [connection, tickets, views, categories],
  )

  const rows = tickets.rows.value
  const refusal = tickets.refusal.value
  return (
    <main
      class="page wide tickets-page"
      id="content"
      tabIndex={-1}
      ref={place}
      onKeyDown={(event) => stepThrough(event, place.current, { single: habits.singleKeys.peek() })}
    >
      <header class="page-head">
        <h1>{words.shell.tickets}</h1>
        <search>
          <TicketSearch session={session} />
        </search>
        <a class="button" href={linkTo({ at: 'incidents', incident: null })}>
          {laterWords.incidents.title}
        </a>
        <ListExport session={session} />
      </header>
      <ViewChips session={session} />
      <TicketFilters session={session} />
      {refusal && (
        <p class="said bad" role="alert">
          {words.refused[refusal]}{' '}
          <button type="button" class="link" onClick={() => void tickets.load()}>
            {words.shell.again}
          </button>
        </p>
      )}
      {!rows && !refusal && <p role="status">{words.shell.loading}</p>}
      {rows?.length === 0 && <NoneFits session={session} />}
      {rows && rows.length > 0 && <TicketTable rows={rows} session={session} />}
      <Paging session={session} />
      <BulkBar session={session} />
    </main>
  )
}

function NoneFits({ session: { tickets } }: { session: Session }) {
  const { sort, reversed } = tickets.narrowing.value
  const shows = (list: Narrowing) => sameList({ ...list, sort, reversed }, tickets.narrowing.value)
  if (shows(everything)) {
    return <p class="none-fits">{words.tickets.noneYet}</p>
  }
  return (
    <div class="none-fits">
      <p>{shows(everythingOpen) ? words.tickets.noneOpen : words.tickets.none}</p>
      <button type="button" class="button primary" onClick={() => void tickets.show(everything)}>
        {laterWords.lists.showAll}
      </button>
    </div>
  )
}

function Paging({ session: { tickets, habits } }: { session: Session }) {
  const total = tickets.total.value
  const shown = tickets.rows.value?.length ?? 0
  return (
    <footer class="paging">
      <p class="num" role="status">
        {total && shown > 0 && laterWords.lists.showing(shown, Math.max(total.count, shown), total.more)}
      </p>
      {tickets.next.value && (
        <button type="button" class="button" aria-disabled={tickets.busy.value} onClick={() => void tickets.more()}>
          {words.tickets.more}
        </button>
      )}
      {shown > 0 && habits.singleKeys.value && <p class="keys-hint">{laterWords.lists.keysHint}</p>}
    </footer>
  )
}
