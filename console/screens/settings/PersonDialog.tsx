import { useState } from 'preact/hooks'
import type { Role } from '../../../shared/people.ts'
import type { Member, OneTimeLink } from '../../../shared/protocol/people.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { asMoment } from '../../models/time.ts'
import { Choice } from '../../parts/Choice.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Once } from '../../parts/Once.tsx'
import { words } from '../../words.ts'
import { PersonVerbs } from './PersonVerbs.tsx'

const roles: Role[] = ['agent', 'supervisor', 'administrator']

interface PersonDialogProps {
  session: Session
  /** Null: somebody new. */
  member: Member | null
  onClose: () => void
  /** Something was taken back after this dialog was closed. */
  onUndone: () => void
}

/** Invites somebody, or changes who he is here. */
export function PersonDialog({ session, member, onClose, onUndone }: PersonDialogProps) {
  const { connection, desk, notices } = session
  const [link, setLink] = useState<OneTimeLink | null>(null)
  const [form] = useState(() => {
    let version = member?.version ?? 0
    return createForm(
      {
        name: member?.name ?? '',
        email: member?.email ?? '',
        role: member?.role ?? 'agent',
        // Whoever is in no team is offered nothing.
        teams: member?.teams ?? (desk.board.value?.teams.length === 1 ? desk.board.value.teams.map(({ id }) => id) : []),
        capacity: String(member?.capacity ?? 5),
      },
      {
        check: ({ name, email, capacity }) => ({
          name: name.trim() ? null : words.settings.nameMissing,
          email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? null : words.settings.emailWrong,
          capacity: isCapacity(capacity) ? null : words.settings.between(0, 50),
        }),
        about: { 'email-taken': 'email', 'last-administrator': 'role' },
        save: async ({ name, email, capacity, ...rest }) => {
          const asked = { ...rest, name: name.trim(), email: email.trim(), capacity: Number(capacity) }
          if (member) version = (await connection.ask('people:change', { agent: member.id, version, ...asked })).version
          else setLink((await connection.ask('people:invite', asked)).link)
        },
        saved: (undo) => {
          if (!member) return
          notices.done(words.settings.savedPage, () => undo().then(onUndone))
          onClose()
        },
      },
    )
  })
  const { name, email, role, teams, capacity } = form.values.value
  const title = member ? words.settings.changePerson(member.name || member.email) : words.settings.inviteTitle

  if (link) {
    return (
      <Dialog title={title} onClose={onClose}>
        <Once
          label={words.settings.linkFor(name)}
          value={new URL(link.url, location.origin).href}
          hint={words.settings.linkHint(asMoment(link.until))}
        />
        <div class="buttons">
          <button type="button" class="button primary" onClick={onClose}>
            {words.shell.close}
          </button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={words.settings.name} error={form.errors.value.name}>
          {(ids) => <input {...ids} maxLength={120} value={name} onInput={(event) => form.set({ name: event.currentTarget.value })} />}
        </Field>
        <Field label={words.shell.email} error={form.errors.value.email}>
          {(ids) => (
            <input
              {...ids}
              type="email"
              maxLength={254}
              value={email}
              onInput={(event) => form.set({ email: event.currentTarget.value })}
            />
          )}
        </Field>
        <Choice
          label={words.settings.role}
          value={role}
          words={words.shell.roles}
          from={roles}
          choose={(chosen) => form.set({ role: chosen })}
          error={form.errors.value.role}
        />
        <fieldset class="choices">
          <legend>{words.settings.teams}</legend>
          {desk.board.value?.teams.map((team) => (
            <label key={team.id}>
              <input
                type="checkbox"
                checked={teams.includes(team.id)}
                onChange={({ currentTarget: { checked } }) =>
                  form.set({ teams: checked ? [...teams, team.id] : teams.filter((id) => id !== team.id) })
                }
              />
              {team.name}
            </label>
          ))}
        </fieldset>
        <Field label={words.settings.capacity} hint={words.settings.capacityHint} error={form.errors.value.capacity}>
          {(ids) => (
            <input
              {...ids}
              class="short num"
              inputMode="numeric"
              value={capacity}
              onInput={(event) => form.set({ capacity: event.currentTarget.value })}
            />
          )}
        </Field>
        <FormFoot form={form} label={member ? words.settings.save : words.settings.invite} onReload={onClose} />
      </form>
      {member && <PersonVerbs session={session} member={member} onLink={setLink} onDone={onClose} onUndone={onUndone} />}
    </Dialog>
  )
}

const isCapacity = (written: string) => /^\d{1,2}$/.test(written.trim()) && Number(written) <= 50
