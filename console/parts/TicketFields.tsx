import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Act } from '../../shared/protocol.ts'
import type { Impact, Ticket, Urgency } from '../../shared/ticket.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { CategoryChooser } from './CategoryChooser.tsx'
import { Field } from './Field.tsx'
import { LongLine } from './LongLine.tsx'

/** What of a ticket is set to what. */
export type Classify = Omit<Act & { kind: 'classify' }, 'kind'>

const levels = ['low', 'medium', 'high'] as const

interface TicketFieldsProps {
  session: Session
  ticket: Ticket
  nameOf: (id: string) => string
  classify: (change: Classify) => void
  /** What else is set here. */
  children?: ComponentChildren
}

/** The ITIL fields. A change is kept at once; priority follows from impact and urgency. */
export function TicketFields({ session, ticket, nameOf, classify, children }: TicketFieldsProps) {
  return (
    <div class="ticket-fields">
      <Subject value={ticket.subject} onDone={(subject) => classify({ subject })} />
      <Field label={words.tickets.category}>
        {(ids) => (
          <CategoryChooser
            session={session}
            ids={ids}
            chosen={ticket.categoryId ?? null}
            text={ticket.category}
            onChoose={(category) => classify({ category })}
          />
        )}
      </Field>
      <Level<Impact>
        label={words.tickets.impact}
        value={ticket.impact}
        names={words.tickets.impacts}
        onChoose={(impact) => classify({ impact })}
      />
      <Level<Urgency>
        label={words.tickets.urgency}
        value={ticket.urgency}
        names={words.tickets.urgencies}
        onChoose={(urgency) => classify({ urgency })}
      />
      {children}
      <dl class="facts">
        <dt>{words.tickets.team}</dt>
        <dd>{nameOf(ticket.team)}</dd>
        <dt>{words.tickets.owner}</dt>
        <dd>{ticket.communicationOwner ? nameOf(ticket.communicationOwner) : words.tickets.nobody}</dd>
        {ticket.workOwner && ticket.workOwner !== ticket.communicationOwner && (
          <>
            <dt>{words.tickets.workOwner}</dt>
            <dd>{nameOf(ticket.workOwner)}</dd>
          </>
        )}
        {ticket.code && (
          <>
            <dt>{words.tickets.outcome}</dt>
            <dd>{words.tickets.codes[ticket.code]}</dd>
          </>
        )}
        {ticket.minutes && (
          <>
            <dt>{words.wrapUp.timeSpent}</dt>
            <dd class="num">{words.wrapUp.spent(ticket.minutes)}</dd>
          </>
        )}
        {ticket.resolution && (
          <>
            <dt>{words.tickets.resolution}</dt>
            <dd>{ticket.resolution}</dd>
          </>
        )}
      </dl>
    </div>
  )
}

/** What the ticket is called. It is kept as soon as somebody turns to something else; one without any words stays as it was. */
function Subject({ value, onDone }: { value: string; onDone: (value: string) => void }) {
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  const done = () => {
    const written = draft.trim()
    if (!written) setDraft(value)
    else if (written !== value) onDone(written)
  }
  return (
    <Field label={words.tickets.subject} kind="subject">
      {(ids) => <LongLine ids={ids} value={draft} max={200} onWrite={setDraft} onDone={done} />}
    </Field>
  )
}

interface LevelProps<L extends (typeof levels)[number]> {
  label: string
  value: L
  names: Record<(typeof levels)[number], string>
  onChoose: (level: (typeof levels)[number]) => void
}

function Level<L extends (typeof levels)[number]>({ label, value, names, onChoose }: LevelProps<L>) {
  return (
    <Field label={label}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          onChange={(event) => {
            const chosen = levels.find((level) => level === event.currentTarget.value)
            if (chosen) onChoose(chosen)
          }}
        >
          {levels.map((level) => (
            <option key={level} value={level}>
              {names[level]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
