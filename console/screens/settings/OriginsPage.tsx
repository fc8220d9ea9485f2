import { useState } from 'preact/hooks'
import { useAsked } from '../../models/asked.ts'
import { createForm } from '../../models/form.ts'
import { linesOf } from '../../models/lines.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'

interface Saved {
  origins: string[]
  version: number
}

/** Which pages may show the widget. */
export function OriginsPage({ session: { connection } }: { session: Session }) {
  const asked = useAsked(connection, 'origins:read', {})
  return (
    <>
      <h2>{words.settings.pages.origins}</h2>
      <Loading from={asked}>
        {(saved) => (
          <Origins
            key={asked.turn}
            saved={saved}
            save={(origins, version) => connection.ask('origins:save', { origins, version })}
            reload={asked.again}
          />
        )}
      </Loading>
    </>
  )
}

interface OriginsProps {
  saved: Saved
  save: (origins: string[], version: number) => Promise<Saved>
  reload: () => void
}

function Origins({ saved, save, reload }: OriginsProps) {
  const [form] = useState(() => {
    let { version } = saved
    return createForm(
      { origins: saved.origins.join('\n') },
      {
        check: ({ origins }) => {
          const wrong = linesOf(origins).find((line) => !isOrigin(line))
          return { origins: wrong ? words.settings.originsWrong(wrong) : null }
        },
        save: async ({ origins }) => {
          version = (await save(linesOf(origins), version)).version
        },
      },
    )
  })
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <Field label={words.settings.pages.origins} hint={words.settings.originsHint} error={form.errors.value.origins}>
        {(ids) => (
          <textarea
            {...ids}
            rows={8}
            spellcheck={false}
            value={form.values.value.origins}
            onInput={(event) => form.set({ origins: event.currentTarget.value })}
          />
        )}
      </Field>
      <FormFoot form={form} onReload={reload} />
    </form>
  )
}

function isOrigin(line: string) {
  return /^https?:\/\//.test(line) && URL.canParse(line) && new URL(line).origin === line
}
