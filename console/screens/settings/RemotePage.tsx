import { useState } from 'preact/hooks'
import type { RemoteHelp } from '../../../shared/consent.ts'
import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import { createForm } from '../../models/form.ts'
import { readRemote, type WrittenRemote, writtenRemote, wrongRemote } from '../../models/remote-form.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'

/** What agents can ask a requester for: addresses that are tried, and tools with which one sees his screen. */
export function RemotePage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'remote:read', {})
  return (
    <>
      <h2>{words.settings.pages.remote}</h2>
      <p class="hint">{laterWords.remote.settings.hint}</p>
      <Loading from={asked}>{(saved) => <RemoteForm key={asked.turn} session={session} saved={saved} reload={asked.again} />}</Loading>
    </>
  )
}

interface RemoteFormProps {
  session: Session
  saved: { remote: RemoteHelp; version: number }
  reload: () => void
}

function RemoteForm({ session: { connection, notices, unsaved }, saved, reload }: RemoteFormProps) {
  const [form] = useState(() => {
    let { version } = saved
    return createForm<WrittenRemote>(writtenRemote(saved.remote), {
      unsaved: unsaved.of('remote'),
      check: wrongRemote,
      save: async (written) => {
        version = (await connection.ask('remote:save', { version, remote: readRemote(written) })).version
      },
      saved: (undo) => notices.done(words.settings.savedPage, undo),
    })
  })
  const texts = laterWords.remote.settings
  return (
    <form class="stack panel" noValidate onSubmit={(event) => void form.submit(event)}>
      {(['probes', 'tools'] as const).map((field) => (
        <Field key={field} label={texts[field]} hint={texts[`${field}Hint`]} error={form.errors.value[field]}>
          {(ids) => (
            <textarea
              {...ids}
              rows={4}
              spellcheck={false}
              value={form.values.value[field]}
              onInput={({ currentTarget }) => form.set({ [field]: currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <FormFoot form={form} onReload={reload} canDiscard />
    </form>
  )
}
