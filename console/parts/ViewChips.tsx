import { Pencil, Plus, Users } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { TicketViewKept } from '../../shared/protocol/view.ts'
import { words as laterWords } from '../later-words.ts'
import { everything, everythingOpen, type Narrowing, sameList } from '../models/narrowing.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { ViewDialog } from './ViewDialog.tsx'

/** Lists that are one press away: the usual ones, mine, and those of my teams. */
export function ViewChips({ session }: { session: Session }) {
  const { tickets, views, desk } = session
  const [editing, setEditing] = useState<TicketViewKept | 'new' | null>(null)
  const now = tickets.narrowing.value
  const kept = views.list.value
  const usual: [string, Narrowing][] = [
    [words.tickets.open, everythingOpen],
    [words.tickets.mine, { ...everythingOpen, filters: { ...everythingOpen.filters, owner: 'me' } }],
    [
      laterWords.promising.mine,
      { ...everythingOpen, filters: { ...everythingOpen.filters, owner: 'me', promise: 'open' }, sort: 'promise' },
    ],
    [words.escalation.chip, { ...everythingOpen, filters: { ...everythingOpen.filters, work: 'waiting' }, sort: 'promise' }],
    ...(desk.isTimed.value
      ? [
          [
            laterWords.targets.chip,
            { ...everythingOpen, filters: { ...everythingOpen.filters, target: 'running' }, sort: 'target' },
          ] satisfies [string, Narrowing],
        ]
      : []),
    [laterWords.lists.nobodys, { ...everythingOpen, filters: { ...everythingOpen.filters, owner: 'none' } }],
    [words.tickets.all, everything],
  ]
  const isKept = kept.some(({ query }) => sameList(query, now)) || usual.some(([, query]) => sameList(query, now))
  return (
    <nav class="chips" aria-label={laterWords.lists.views}>
      {usual.map(([name, query]) => (
        <button key={name} type="button" class="chip" aria-pressed={sameList(query, now)} onClick={() => void tickets.show(query)}>
          {name}
        </button>
      ))}
      {kept.map((view) => (
        <span key={view.id} class="chip-pair">
          <button type="button" class="chip" aria-pressed={sameList(view.query, now)} onClick={() => void tickets.show(view.query)}>
            {view.whose !== 'mine' && <Users aria-hidden="true" />}
            {view.name}
          </button>
          {view.changeable && (
            <button type="button" class="icon-button" aria-label={laterWords.lists.changeView(view.name)} onClick={() => setEditing(view)}>
              <Pencil aria-hidden="true" />
            </button>
          )}
        </span>
      ))}
      {!isKept && (
        <button type="button" class="chip" title={laterWords.lists.newView} onClick={() => setEditing('new')}>
          <Plus aria-hidden="true" /> {laterWords.lists.view}
        </button>
      )}
      {editing && <ViewDialog session={session} view={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </nav>
  )
}
