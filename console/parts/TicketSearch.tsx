import { Search } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'

/** Looks through all tickets, the closed ones too. */
export function TicketSearch({ session: { tickets } }: { session: Session }) {
  const looked = tickets.narrowing.value.words
  const [written, setWritten] = useState(looked)
  useEffect(() => setWritten(looked), [looked])
  const submit = (event: Event) => {
    event.preventDefault()
    void tickets.search(written.trim())
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
          if (!event.currentTarget.value && looked) void tickets.search('')
        }}
      />
      <button type="submit" class="button">
        {words.tickets.find}
      </button>
    </form>
  )
}
