import { Download } from 'lucide-preact'
import { words as laterWords } from '../later-words.ts'
import type { Session } from '../models/session.ts'
import { listAddress } from '../models/take-along.ts'

/** Saves the list as a table; a long one says how far it is, and can be stopped. */
export function ListExport({ session: { tickets, takeAlong, notices } }: { session: Session }) {
  const running = takeAlong.running.value
  const save = () =>
    takeAlong.save(listAddress(tickets.narrowing.peek())).then((saved) => {
      if (saved) notices.tell(laterWords.lists.saved)
    }, notices.refused)
  return (
    <div class="exporting">
      <p class="num" role="status">
        {running && laterWords.lists.exporting(Math.min(running.rows, running.total ?? running.rows), running.total)}
      </p>
      {/* One button for both: it keeps the focus of whoever pressed it. */}
      <button
        type="button"
        class="button"
        title={running ? undefined : laterWords.lists.csvHint}
        onClick={() => (running ? takeAlong.cancel() : void save())}
      >
        {!running && <Download aria-hidden="true" />} {running ? laterWords.lists.cancel : laterWords.lists.csv}
      </button>
    </div>
  )
}
