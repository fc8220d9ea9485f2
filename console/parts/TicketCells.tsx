import type { ComponentChildren, JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { TicketRow } from '../../shared/protocol/ticket-list.ts'
import { words as laterWords } from '../later-words.ts'
import type { Session } from '../models/session.ts'
import type { TicketChange } from '../models/ticket-changes.ts'
import { words } from '../words.ts'
import { CategoryChooser } from './CategoryChooser.tsx'
import { levelsOf, movesOf } from './choices.ts'
import { PriorityMark } from './marks.tsx'

interface CellProps {
  row: TicketRow
  session: Session
}

interface EditableProps {
  kind: string
  /** What it is, and how it stands, for those who hear it. */
  name: string
  now: string
  show?: ComponentChildren
  children: (done: () => void) => JSX.Element
}

/** Reads as text, and turns into a field where it is pressed. */
function Editable({ kind, name, now, show, children }: EditableProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const done = () => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <td class={`edits of-${kind}`} data-name={name}>
      {isOpen ? (
        <div class="cell-editor">{children(done)}</div>
      ) : (
        <button type="button" class="cell" ref={button} aria-label={laterWords.lists.edit(name, now)} onClick={() => setOpen(true)}>
          {show ?? now}
        </button>
      )}
    </td>
  )
}

interface ListProps {
  label: string
  value: string
  from: readonly (readonly [value: string, name: string])[]
  eager?: boolean
  onPick(value: string): void
  onLeave(): void
}

/** A list that has the focus as it appears, and is gone with the choice or with Escape. */
function List({ label, value, from, eager, onPick, onLeave }: ListProps) {
  return (
    <select
      aria-label={label}
      value={value}
      ref={(list) => {
        if (eager && list && !list.dataset.met) {
          list.dataset.met = 'yes'
          list.focus()
        }
      }}
      onChange={(event) => onPick(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      {from.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

const change = (session: Session, row: TicketRow, wanted: TicketChange) => void session.bulk.change([row], wanted)

export function PriorityCell({ row, session }: CellProps) {
  const { impacts, urgencies, impact, urgency, priority } = words.tickets
  return (
    <Editable kind="priority" name={priority} now={words.chats.priorityLong(row.priority)} show={<PriorityMark priority={row.priority} />}>
      {(done) => (
        <>
          <List
            label={impact}
            value={row.impact}
            from={levelsOf(impacts)}
            eager
            onPick={(value) => change(session, row, { what: 'impact', impact: levelIn(value) })}
            onLeave={done}
          />
          <List
            label={urgency}
            value={row.urgency}
            from={levelsOf(urgencies)}
            onPick={(value) => change(session, row, { what: 'urgency', urgency: levelIn(value) })}
            onLeave={done}
          />
          <button type="button" class="small" onClick={done}>
            {words.shell.close}
          </button>
        </>
      )}
    </Editable>
  )
}

const levelIn = (value: string) => (value === 'high' || value === 'medium' ? value : 'low')

export function CategoryCell({ row, session }: CellProps) {
  return (
    <Editable
      kind="category"
      name={words.tickets.category}
      now={row.category ?? words.tickets.categoryNone}
      show={row.category ?? <span class="quiet">{words.tickets.categoryNone}</span>}
    >
      {(done) => (
        <CategoryChooser
          session={session}
          ids={{ id: `category-${row.number}`, 'aria-describedby': undefined, 'aria-invalid': false }}
          label={words.tickets.category}
          chosen={row.categoryId}
          text={row.category}
          eager
          onLeave={done}
          onChoose={(category) => {
            change(session, row, { what: 'category', category })
            done()
          }}
        />
      )}
    </Editable>
  )
}

export function StatusCell({ row, session }: CellProps) {
  return (
    <Editable kind="status" name={words.tickets.status} now={words.tickets.statuses[row.status]}>
      {(done) => (
        <List
          label={words.tickets.status}
          value={row.status}
          from={[[row.status, words.tickets.statuses[row.status]], ...movesOf(row)]}
          eager
          onLeave={done}
          onPick={(value) => {
            const status = movesOf(row).find(([move]) => move === value)?.[0]
            if (status) change(session, row, { what: 'status', status })
            done()
          }}
        />
      )}
    </Editable>
  )
}

export function TeamCell({ row, session }: CellProps) {
  const teams = session.desk.board.value?.teams ?? []
  return (
    <Editable kind="team" name={words.tickets.team} now={row.team.name}>
      {(done) => (
        <List
          label={words.tickets.team}
          value={row.team.id}
          from={teams.map(({ id, name }) => [id, name])}
          eager
          onLeave={done}
          onPick={(team) => {
            change(session, row, { what: 'team', team })
            done()
          }}
        />
      )}
    </Editable>
  )
}

export function OwnerCell({ row, session }: CellProps) {
  const board = session.desk.board.value
  const people = board ? [board.me, ...board.colleagues.filter(({ id }) => id !== board.me.id)] : []
  const owner = row.communicationOwner
  const nobody: [string, string][] = owner ? [] : [['', words.tickets.nobody]]
  return (
    <Editable
      kind="owner"
      name={words.tickets.owner}
      now={owner?.name ?? words.tickets.nobody}
      show={owner?.name ?? <span class="quiet">{words.tickets.nobody}</span>}
    >
      {(done) => (
        <List
          label={words.tickets.owner}
          value={owner?.id ?? ''}
          from={[...nobody, ...people.map(({ id, name }): [string, string] => [id, name])]}
          eager
          onLeave={done}
          onPick={(agent) => {
            if (agent) change(session, row, { what: 'owner', owner: agent })
            done()
          }}
        />
      )}
    </Editable>
  )
}
