import { useEffect, useState } from 'preact/hooks'
import type { LinkedTicket } from '../../shared/protocol/ticket.ts'
import type { TicketRow } from '../../shared/protocol/ticket-list.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { Combobox } from './Combobox.tsx'
import type { FieldIds } from './Field.tsx'

interface TicketChooserProps {
  session: Session
  ids: FieldIds
  /** Not this one. */
  except: string
  /** Shown before anything is looked for. */
  begin: readonly LinkedTicket[]
  chosen: LinkedTicket | null
  onChoose(ticket: LinkedTicket): void
  eager?: boolean
}

const pauseMs = 250

/** Finds another ticket by its number or by any words in it. */
export function TicketChooser({ session: { connection }, except, begin, chosen, onChoose, ...rest }: TicketChooserProps) {
  const [looked, setLooked] = useState('')
  const [found, setFound] = useState<readonly LinkedTicket[]>([])
  useEffect(() => {
    let wanted = true
    const ask = () =>
      connection.ask('ticket:list', { words: looked, limit: 8 }).then(
        ({ rows }) => wanted && setFound(rows.map(linkedFrom)),
        () => undefined,
      )
    const timer = looked.trim() ? setTimeout(() => void ask(), pauseMs) : undefined
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [connection, looked])

  const shown = (looked.trim() ? found : begin).filter(({ conversation }) => conversation !== except)
  return (
    <Combobox
      {...rest}
      text={chosen ? `${chosen.label} ${chosen.subject}` : ''}
      placeholder={words.wrapUp.duplicateSearch}
      options={shown.map(({ conversation, label, subject, status }) => ({
        id: conversation,
        text: `${label} ${subject}`,
        hint: words.tickets.statuses[status],
      }))}
      chosen={chosen?.conversation ?? null}
      onLook={setLooked}
      onChoose={(id) => {
        const ticket = shown.find(({ conversation }) => conversation === id)
        if (ticket) onChoose(ticket)
      }}
    />
  )
}

/** A row of a list, as another ticket is named. */
export const linkedFrom = ({ conversation, number, label, subject, status }: TicketRow): LinkedTicket => ({
  conversation,
  number,
  label,
  subject: subject.map(({ text }) => text).join(''),
  status,
})
