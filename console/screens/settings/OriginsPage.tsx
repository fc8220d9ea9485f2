import { useState } from 'preact/hooks'
import { useAsked } from '../../models/asked.ts'
import { createForm } from '../../models/form.ts'
import { linesOf } from '../../models/lines.ts'
import { cspLines, scriptTag } from '../../models/page-code.ts'
import type { Session } from '../../models/session.ts'
import { CopyText } from '../../parts/CopyText.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'

interface Saved {
  origins: string[]
  version: number
}

/** Which pages may show the widget, and what to paste there. */
export function OriginsPage({ session }: { session: Session }) {
  return (
    <>
      <h2>{words.settings.pages.origins}</h2>
      <OriginsForm session={session} />
      <section class="stack">
        <h3>{words.settings.toPaste}</h3>
        <p class="hint">{words.settings.toPasteHint}</p>
        <CopyText label={words.settings.scriptTag} text={scriptTag(location.origin)} />
        <CopyText label={words.settings.cspLines} text={cspLines(location.origin)} />
      </section>
    </>
  )
}

/** The list of pages, to be changed. */
export function OriginsForm({ session, onSaved }: { session: Session; onSaved?: () => void }) {
  const asked = useAsked(session.connection, 'origins:read', {})
  return (
    <Loading from={asked}>
      {(saved) => <Origins key={asked.turn} saved={saved} session={session} reload={asked.again} onSaved={onSaved} />}
    </Loading>
  )
}

interface OriginsProps {
  saved: Saved
  session: Session
  reload: () => void
  onSaved: (() => void) | undefined
}

function Origins({ saved, session: { connection, notices, setup, unsaved }, reload, onSaved }: OriginsProps) {
  const [form] = useState(() => {
    let { version } = saved
    return createForm(
      { origins: saved.origins.join('\n') },
      {
        unsaved: unsaved.of('origins'),
        check: ({ origins }) => {
          const wrong = linesOf(origins).find((line) => !isOrigin(line))
          return { origins: wrong ? words.settings.originsWrong(wrong) : null }
        },
        save: async ({ origins }) => {
          version = (await connection.ask('origins:save', { origins: linesOf(origins), version })).version
          void setup.load()
        },
        saved: (undo) => {
          notices.done(words.settings.savedPage, undo)
          onSaved?.()
        },
      },
    )
  })
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <Field label={words.settings.originsList} hint={words.settings.originsHint} error={form.errors.value.origins}>
        {(ids) => (
          <textarea
            {...ids}
            rows={4}
            spellcheck={false}
            value={form.values.value.origins}
            onInput={(event) => form.set({ origins: event.currentTarget.value })}
          />
        )}
      </Field>
      <FormFoot form={form} onReload={reload} canDiscard />
    </form>
  )
}

function isOrigin(line: string) {
  return /^https?:\/\//.test(line) && URL.canParse(line) && new URL(line).origin === line
}
