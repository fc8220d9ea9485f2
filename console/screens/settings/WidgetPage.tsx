import { useState } from 'preact/hooks'
import type { WidgetLook } from '../../../shared/look.ts'
import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import { createForm } from '../../models/form.ts'
import { readLook, type WrittenLook, writtenLook, wrongIn } from '../../models/look.ts'
import type { Session } from '../../models/session.ts'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { LookColour, LookPlace } from './LookColour.tsx'
import { LookFields } from './LookFields.tsx'
import { LookTexts } from './LookTexts.tsx'
import { WidgetPreview } from './WidgetPreview.tsx'

/** How the widget looks and what it asks, with the widget itself beside it. */
export function WidgetPage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'look:read', {})
  return (
    <>
      <h2>{words.settings.pages.widget}</h2>
      <p class="hint">{laterWords.look.hint}</p>
      <Loading from={asked}>{(saved) => <Look key={asked.turn} session={session} saved={saved} reload={asked.again} />}</Loading>
    </>
  )
}

interface LookProps {
  session: Session
  saved: { look: WidgetLook; version: number }
  reload: () => void
}

function Look({ session: { connection, notices, setup, unsaved }, saved, reload }: LookProps) {
  const [form] = useState(() => {
    let { version } = saved
    return createForm<WrittenLook>(writtenLook(saved.look), {
      check: wrongIn,
      unsaved: unsaved.of('look'),
      save: async (written) => {
        version = (await connection.ask('look:save', { version, look: readLook(written) })).version
        void setup.load()
      },
      saved: (undo) => notices.done(words.settings.savedPage, undo),
    })
  })
  const written = form.values.value
  const errors = form.errors.value
  return (
    <div class="with-preview">
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <LookTexts written={written} errors={errors} set={form.set} />
        <LookColour written={written} errors={errors} set={form.set} />
        <LookPlace written={written} errors={errors} set={form.set} />
        <LookFields written={written} errors={errors} set={form.set} />
        <FormFoot form={form} onReload={reload} canDiscard />
      </form>
      <WidgetPreview look={readLook(written)} />
    </div>
  )
}
