import { useState } from 'preact/hooks'
import type { TicketView } from '../../shared/protocol/ticket.ts'
import { words as laterWords } from '../later-words.ts'
import type { Session } from '../models/session.ts'
import { ticketAddress } from '../models/take-along.ts'
import { type Printed, wholeTicket } from '../models/whole-timeline.ts'
import { Dialog } from './Dialog.tsx'

const formats = ['print', 'pdf', 'text', 'json'] as const

interface TakeAlongProps {
  view: TicketView
  session: Session
  onClose: () => void
  /** What is to be printed, oldest first. */
  onPrint: (entries: Printed[]) => void
}

/** One ticket on paper or as a file, with its notes only if that is wanted. */
export function TakeAlongDialog({ view, session, onClose, onPrint }: TakeAlongProps) {
  const { connection, notices, takeAlong } = session
  const [format, setFormat] = useState<(typeof formats)[number]>('print')
  const [notes, setNotes] = useState(false)
  const isBusy = takeAlong.running.value !== null

  const take = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    try {
      if (format === 'print') return onPrint((await wholeTicket(connection, view)).filter(({ entry }) => notes || entry.lane === 'public'))
      if (!(await takeAlong.save(ticketAddress(view.ticket.number, format, notes)))) return
      notices.tell(laterWords.lists.saved)
      onClose()
    } catch (error) {
      notices.refused(error)
    }
  }

  // What is printed does not leave through the desk's door, where it would be written down.
  const hints = [
    notes ? laterWords.lists.withNotesHint : null,
    format === 'pdf' ? laterWords.lists.pdfHint : null,
    format === 'print' ? null : laterWords.lists.auditHint,
  ].filter((hint) => hint !== null)

  return (
    <Dialog title={laterWords.lists.takeAlong} onClose={onClose}>
      <form class="stack take-along" onSubmit={(event) => void take(event)}>
        <fieldset class="choices">
          <legend>{laterWords.lists.format}</legend>
          {formats.map((one) => (
            <label key={one}>
              <input type="radio" name="format" value={one} checked={format === one} onChange={() => setFormat(one)} />
              {laterWords.lists.formats[one]}
            </label>
          ))}
        </fieldset>
        <label class="check">
          <input type="checkbox" checked={notes} onChange={(event) => setNotes(event.currentTarget.checked)} />
          {laterWords.lists.withNotes}
        </label>
        {hints.length > 0 && <p class="hint">{hints.join(' ')}</p>}
        <div class="buttons">
          <button type="button" class="button" onClick={isBusy ? takeAlong.cancel : onClose}>
            {laterWords.lists.cancel}
          </button>
          <button type="submit" class="button primary" aria-disabled={isBusy}>
            {format === 'print' ? laterWords.lists.go.print : laterWords.lists.go.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
