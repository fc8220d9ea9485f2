import { useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { Member } from '../../../shared/protocol/people.ts'
import type { Telephony } from '../../../shared/protocol/telephony.ts'
import { words as laterWords } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { CopyText } from '../../parts/CopyText.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Once } from '../../parts/Once.tsx'
import { words } from '../../words.ts'

interface PhoneFormProps {
  telephony: Telephony
  agents: readonly Member[]
  session: Session
  reload: () => void
}

/** Whether calls may be told, with which secret, and who is reached at which extension. */
export function PhoneForm({ telephony, agents, session, reload }: PhoneFormProps) {
  const [secret, setSecret] = useState<string | null>(null)
  // Beside the form, since it cannot be taken back: the secret before is gone.
  const newSecret = useSignal(!telephony.hasSecret)
  const [form] = useState(() => {
    let { version } = telephony
    return createForm(
      {
        enabled: telephony.enabled,
        extensions: Object.fromEntries(telephony.extensions.map(({ agent, extension }) => [agent, extension])),
      },
      {
        unsaved: session.unsaved.of('phone'),
        check: ({ extensions }) => ({ extensions: wrongIn(extensions, agents) }),
        save: async ({ enabled, extensions }) => {
          const saved = await session.connection.ask('telephony:save', {
            version,
            enabled,
            extensions: written(extensions).map(([agent, extension]) => ({ agent, extension })),
            newSecret: newSecret.peek(),
          })
          newSecret.value = false
          version = saved.telephony.version
          if (saved.secret) setSecret(saved.secret)
        },
        saved: (undo) => session.notices.done(words.settings.savedPage, undo),
      },
    )
  })
  const { enabled, extensions } = form.values.value
  const texts = laterWords.calls.system
  return (
    <form class="stack panel" noValidate onSubmit={(event) => void form.submit(event)}>
      <CopyText label={texts.address} text={`${location.origin}/hooks/call`} />
      <div class="choices">
        <label>
          <input type="checkbox" checked={enabled} onChange={({ currentTarget }) => form.set({ enabled: currentTarget.checked })} />
          {texts.enabled}
        </label>
        <label>
          <input
            type="checkbox"
            checked={newSecret.value}
            onChange={({ currentTarget }) => {
              newSecret.value = currentTarget.checked
            }}
          />
          {texts.newSecret}
        </label>
      </div>
      {secret && <Once label={texts.secret} value={secret} hint={texts.secretHint} />}
      <fieldset class="group extensions">
        <legend>{texts.extensions}</legend>
        <p class="hint">{texts.extensionsHint}</p>
        {agents.map(({ id, name }) => (
          <Field key={id} label={texts.extensionOf(name)}>
            {(ids) => (
              <input
                {...ids}
                class="short"
                maxLength={20}
                inputMode="tel"
                value={extensions[id] ?? ''}
                onInput={({ currentTarget }) => form.set({ extensions: { ...extensions, [id]: currentTarget.value } })}
              />
            )}
          </Field>
        ))}
        {form.errors.value.extensions && (
          <p class="error" role="alert">
            {form.errors.value.extensions}
          </p>
        )}
      </fieldset>
      <FormFoot form={form} onReload={reload} canDiscard />
    </form>
  )
}

const written = (extensions: Record<string, string>) =>
  Object.entries(extensions).flatMap(([agent, extension]): [string, string][] => (extension.trim() ? [[agent, extension.trim()]] : []))

function wrongIn(extensions: Record<string, string>, agents: readonly Member[]): string | null {
  const seen = new Set<string>()
  for (const [agent, extension] of written(extensions)) {
    const name = agents.find(({ id }) => id === agent)?.name ?? ''
    if (!/^[\d*#+-]{1,20}$/.test(extension)) return laterWords.calls.system.wrong(name)
    if (seen.has(extension)) return laterWords.calls.system.twice(extension)
    seen.add(extension)
  }
  return null
}
