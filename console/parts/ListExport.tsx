import { Download } from 'lucide-preact'
import type { Session } from '../models/session.ts'
import { listAddress } from '../models/take-along.ts'
import { words } from '../words.ts'

/** Saves the list as a table; a long one says how far it is, and can be stopped. */
export function ListExport({ session: { tickets, takeAlong, notices } }: { session: Session }) {
  const running = takeAlong.running.value
  const save = () =>
    takeAlong.save(listAddress(tickets.narrowing.peek())).then((saved) => {
      if (saved) notices.tell(words.lists.saved)
    }, notices.refused)
  if (running) {
    return (
      <div class="exporting">
        <p class="num" role="status">
          {words.lists.exporting(Math.min(running.rows, running.total ?? running.rows), running.total)}
        </p>
        <button type="button" class="button" onClick={() => takeAlong.cancel()}>
          {words.lists.cancel}
        </button>
      </div>
    )
  }
  return (
    <button type="button" class="button" title={words.lists.csvHint} onClick={() => void save()}>
      <Download aria-hidden="true" /> {words.lists.csv}
    </button>
  )
}
