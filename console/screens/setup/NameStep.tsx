import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { lookLanguages, type WidgetLook } from '../../../shared/look.ts'
import { useAsked } from '../../models/asked.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'

interface StepProps {
  session: Session
  onDone: () => void
  /** The way on without saving. */
  leave: JSX.Element
}

/** What the desk is called: the head of the widget, and what the console says. */
export function NameStep({ session, onDone, leave }: StepProps) {
  const asked = useAsked(session.connection, 'look:read', {})
  return (
    <Loading from={asked}>
      {(saved) => <Name key={asked.turn} session={session} saved={saved} reload={asked.again} onDone={onDone} leave={leave} />}
    </Loading>
  )
}

interface NameProps extends StepProps {
  saved: { look: WidgetLook; version: number }
  reload: () => void
}

function Name({ session: { connection, notices, setup }, saved, reload, onDone, leave }: NameProps) {
  const [form] = useState(() => {
    let { look, version } = saved
    return createForm(
      { name: nameIn(look) },
      {
        check: ({ name }) => ({ name: name.trim() ? null : words.settings.nameMissing }),
        save: async ({ name }) => {
          const after = await connection.ask('look:save', { version, look: named(look, name.trim()) })
          look = after.look
          version = after.version
          await setup.load()
        },
        saved: (undo) => {
          notices.done(words.settings.savedPage, undo)
          onDone()
        },
      },
    )
  })
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <Field label={words.setup.deskName} hint={words.setup.deskNameHint} error={form.errors.value.name}>
        {(ids) => (
          <input
            {...ids}
            maxLength={60}
            value={form.values.value.name}
            onInput={({ currentTarget }) => form.set({ name: currentTarget.value })}
          />
        )}
      </Field>
      <FormFoot form={form} label={words.setup.saveAndGoOn} onReload={reload}>
        {leave}
      </FormFoot>
    </form>
  )
}

const nameIn = ({ texts }: WidgetLook) => lookLanguages.map((language) => texts[language]?.name).find(Boolean) ?? ''

/** The same name in every language; the settings of the widget tell them apart. */
function named(look: WidgetLook, name: string): WidgetLook {
  const nothing = { name: '', greeting: '', hint: '' }
  const texts = lookLanguages.map((language) => [language, { ...(look.texts[language] ?? nothing), name }])
  return { ...look, texts: Object.fromEntries(texts) }
}
