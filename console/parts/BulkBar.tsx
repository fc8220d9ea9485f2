import { X } from 'lucide-preact'
import { useMemo, useState } from 'preact/hooks'
import { words as laterWords } from '../later-words.ts'
import type { Session } from '../models/session.ts'
import type { TicketChange } from '../models/ticket-changes.ts'
import { words } from '../words.ts'
import { BulkProgress } from './BulkProgress.tsx'
import { CategoryChooser } from './CategoryChooser.tsx'
import { levelsOf } from './choices.ts'
import { ResolveDialog } from './ResolveDialog.tsx'

/** What can be done with all that are chosen, how far it got, and how it is taken back. */
export function BulkBar({ session }: { session: Session }) {
  const { tickets, bulk } = session
  const rows = tickets.chosen.value
  const progress = bulk.progress.value
  if (rows.length === 0 && !progress) return null
  return (
    <section class="bulk-bar" aria-label={laterWords.lists.chosen(rows.length)}>
      {progress && <BulkProgress session={session} progress={progress} />}
      {rows.length > 0 && progress?.state !== 'running' && <Verbs session={session} />}
    </section>
  )
}

function Verbs({ session }: { session: Session }) {
  const { tickets, bulk, desk } = session
  const rows = tickets.chosen.value
  const teams = useMemo(() => [...new Set(rows.map((row) => row.team.id))], [rows])
  const [isResolving, setResolving] = useState(false)
  const board = desk.board.value
  const set = (change: TicketChange) => void bulk.change(rows, change)
  const people = board ? [board.me, ...board.colleagues.filter(({ id }) => id !== board.me.id)] : []
  const { impact, impacts, urgency, urgencies, team, owner, status, statuses } = words.tickets
  const moves = ['in-progress', 'on-hold', 'closed'] as const
  return (
    <div class="bulk-verbs">
      <p class="num" role="status">
        {laterWords.lists.chosen(rows.length)}
      </p>
      <CategoryChooser
        session={session}
        ids={{ id: 'bulk-category', 'aria-describedby': undefined, 'aria-invalid': false }}
        label={laterWords.lists.set(words.tickets.category)}
        chosen={null}
        text={words.tickets.category}
        onChoose={(category) => set({ what: 'category', category })}
      />
      <Setter name={impact} from={levelsOf(impacts)} onSet={(level) => set({ what: 'impact', impact: level })} />
      <Setter name={urgency} from={levelsOf(urgencies)} onSet={(level) => set({ what: 'urgency', urgency: level })} />
      <Setter name={team} from={(board?.teams ?? []).map(({ id, name }) => [id, name])} onSet={(id) => set({ what: 'team', team: id })} />
      <Setter name={owner} from={people.map(({ id, name }) => [id, name])} onSet={(id) => set({ what: 'owner', owner: id })} />
      <Setter name={status} from={moves.map((move) => [move, statuses[move]])} onSet={(move) => set({ what: 'status', status: move })} />
      <button type="button" class="button" onClick={() => setResolving(true)}>
        {laterWords.lists.resolve}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={laterWords.lists.chooseNone}
        title={laterWords.lists.chooseNone}
        onClick={() => tickets.chooseNone()}
      >
        <X aria-hidden="true" />
      </button>
      {isResolving && (
        <ResolveDialog
          connection={session.connection}
          count={rows.length}
          teams={teams}
          onClose={() => setResolving(false)}
          onResolve={set}
        />
      )}
    </div>
  )
}

interface SetterProps<V extends string> {
  name: string
  from: readonly (readonly [V, string])[]
  onSet(value: V): void
}

/** Sets one thing for all, and stands ready for the next. */
function Setter<V extends string>({ name, from, onSet }: SetterProps<V>) {
  return (
    <select
      aria-label={laterWords.lists.set(name)}
      value=""
      onChange={(event) => {
        const found = from.find(([value]) => value === event.currentTarget.value)
        event.currentTarget.value = ''
        if (found) onSet(found[0])
      }}
    >
      <option value="" hidden>
        {name}
      </option>
      {from.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  )
}
