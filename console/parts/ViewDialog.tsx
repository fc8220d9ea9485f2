import { useState } from 'preact/hooks'
import { newId } from '../../shared/client/ids.ts'
import type { TicketViewKept } from '../../shared/protocol/view.ts'
import { words as laterWords } from '../later-words.ts'
import { createForm } from '../models/form.ts'
import { sameList } from '../models/narrowing.ts'
import type { Session } from '../models/session.ts'
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
        check: ({ name }) => ({ name: name.trim() ? null : laterWords.lists.viewNameMissing }),
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
      notices.done(laterWords.lists.viewRemoved(gone.name), () => views.save({ ...again(gone), view: newId(), version: 0 }))
    }, notices.refused)

  return (
    <Dialog title={view ? laterWords.lists.changeView(view.name) : laterWords.lists.newView} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={laterWords.lists.viewName} hint={view ? undefined : laterWords.lists.viewHint} error={form.errors.value.name}>
          {(ids) => <input {...ids} maxLength={60} value={name} onInput={(event) => form.set({ name: event.currentTarget.value })} />}
        </Field>
        <Field label={laterWords.lists.viewWhose}>
          {(ids) => (
            <select {...ids} value={whose} onChange={(event) => form.set({ whose: event.currentTarget.value })}>
              <option value="">{laterWords.lists.viewMine}</option>
              {teams.map((team) => (
                <option key={team.id} value={team.id}>
                  {laterWords.lists.viewTeam(team.name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {differs && (
          <label class="check">
            <input type="checkbox" checked={takeOver} onChange={(event) => form.set({ takeOver: event.currentTarget.checked })} />
            {laterWords.lists.viewUpdate}
          </label>
        )}
        <FormFoot form={form} label={laterWords.lists.viewSave} onReload={onClose}>
          {view && (
            <button type="button" class="button" onClick={() => void remove(view)}>
              {laterWords.lists.viewRemove}
            </button>
          )}
        </FormFoot>
      </form>
    </Dialog>
  )
}

const again = ({ name, whose, query }: TicketViewKept) => ({ name, whose, query })
