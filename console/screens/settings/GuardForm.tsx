import { useState } from 'preact/hooks'
import { type GuardRules, type SecretKind, secretKinds } from '../../../shared/guard.ts'
import { words as secretWords } from '../../../shared/ui/guard-words.ts'
import { words as laterWords } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import { guardNow } from '../../models/guard.ts'
import { readGuard, type WrittenGuard, writtenGuard, wrongGuard } from '../../models/guard-form.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { words } from '../../words.ts'
import { GuardTry } from './GuardTry.tsx'

interface GuardFormProps {
  session: Session
  saved: { rules: GuardRules; version: number }
  reload: () => void
}

/** What is looked for; the desk's own patterns are looked for with all the others. */
export function GuardForm({ session: { connection, notices, unsaved }, saved, reload }: GuardFormProps) {
  const [form] = useState(() => {
    let { version } = saved
    return createForm<WrittenGuard>(writtenGuard(saved.rules), {
      unsaved: unsaved.of('guard'),
      check: wrongGuard,
      save: async (written) => {
        const answer = await connection.ask('guard:save', { version, rules: readGuard(written) })
        version = answer.version
        guardNow.value = answer.rules
      },
      saved: (undo) => notices.done(words.settings.savedPage, undo),
    })
  })
  const { off, own, insist } = form.values.value
  const set = (kind: SecretKind, isOn: boolean) => form.set({ off: isOn ? off.filter((one) => one !== kind) : [...off, kind] })
  return (
    <form class="stack panel" noValidate onSubmit={(event) => void form.submit(event)}>
      <fieldset class="group">
        <legend>{laterWords.guard.kinds}</legend>
        {secretKinds.map((kind) => (
          <label class="check" key={kind}>
            <input type="checkbox" checked={!off.includes(kind)} onChange={(event) => set(kind, event.currentTarget.checked)} />
            {kind === 'own' ? laterWords.guard.ownKind : secretWords.kinds[kind]}
          </label>
        ))}
      </fieldset>
      <Field label={laterWords.guard.own} hint={laterWords.guard.ownHint} error={form.errors.value.own}>
        {(ids) => (
          <textarea {...ids} rows={4} spellcheck={false} value={own} onInput={(event) => form.set({ own: event.currentTarget.value })} />
        )}
      </Field>
      <label class="check">
        <input type="checkbox" checked={insist} onChange={(event) => form.set({ insist: event.currentTarget.checked })} />
        {laterWords.guard.insist}
      </label>
      <GuardTry rules={readGuard(form.values.value)} />
      <FormFoot form={form} onReload={reload} canDiscard />
    </form>
  )
}
