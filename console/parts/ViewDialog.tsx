import { useState } from 'preact/hooks'
import { newId } from '../../shared/client/ids.ts'
import type { TicketViewKept } from '../../shared/protocol/view.ts'
import { createForm } from '../models/form.ts'
import { sameList } from '../models/narrowing.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { FormFoot } from './FormFoot.tsx'

interface ViewDialogProps {
  session: Session
  /** Null: a new one, of the list as it is now. */
  view: TicketViewKept | null
  onClose: () => void
}

/** Keeps the list as it is narrowed now under a name, for oneself or for a team. */
export function ViewDialog({ session: { tickets, views, desk, me, notices }, view, onClose }: ViewDialogProps) {
  const now = tickets.narrowing.value
  const differs = view !== null && !sameList(view.query, now)
  const board = desk.board.value
  const teams = (board?.teams ?? []).filter(({ id }) => me.role !== 'agent' || board?.me.teams.includes(id))
  const [form] = useState(() =>
    createForm(
      { name: view?.name ?? '', whose: view && view.whose !== 'mine' ? view.whose.team : '', takeOver: false },
      {
        check: ({ name }) => ({ name: name.trim() ? null : words.lists.viewNameMissing }),
        save: async ({ name, whose, takeOver }) => {
          const query = view && !takeOver ? view.query : tickets.narrowing.peek()
          await views.save({
            view: view?.id ?? newId(),
            version: view?.version ?? 0,
            name: name.trim(),
            whose: whose ? { team: whose } : 'mine',
            query,
          })
          onClose()
        },
      },
    ),
  )
  const { name, whose, takeOver } = form.values.value
  const remove = (gone: TicketViewKept) =>
    views.remove(gone).then(() => {
      onClose()
      notices.done(words.lists.viewRemoved(gone.name), () => views.save({ ...again(gone), view: newId(), version: 0 }))
    }, notices.refused)

  return (
    <Dialog title={view ? words.lists.changeView(view.name) : words.lists.newView} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={words.lists.viewName} hint={view ? undefined : words.lists.viewHint} error={form.errors.value.name}>
          {(ids) => <input {...ids} maxLength={60} value={name} onInput={(event) => form.set({ name: event.currentTarget.value })} />}
        </Field>
        <Field label={words.lists.viewWhose}>
          {(ids) => (
            <select {...ids} value={whose} onChange={(event) => form.set({ whose: event.currentTarget.value })}>
              <option value="">{words.lists.viewMine}</option>
              {teams.map((team) => (
                <option key={team.id} value={team.id}>
                  {words.lists.viewTeam(team.name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {differs && (
          <label class="check">
            <input type="checkbox" checked={takeOver} onChange={(event) => form.set({ takeOver: event.currentTarget.checked })} />
            {words.lists.viewUpdate}
          </label>
        )}
        <FormFoot form={form} label={words.lists.viewSave} onReload={onClose}>
          {view && (
            <button type="button" class="button" onClick={() => void remove(view)}>
              {words.lists.viewRemove}
            </button>
          )}
        </FormFoot>
      </form>
    </Dialog>
  )
}

const again = ({ name, whose, query }: TicketViewKept) => ({ name, whose, query })
