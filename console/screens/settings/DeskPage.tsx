import { useState } from 'preact/hooks'
import type { DeskSettings } from '../../../shared/queue.ts'
import { useAsked } from '../../models/asked.ts'
import { deskNumbers, readNumbers, type WrittenNumbers, writtenNumbers, wrongNumbers } from '../../models/desk-numbers.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import type { UnsavedForm } from '../../models/unsaved.ts'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { ToTrial } from '../../parts/ToTrial.tsx'
import { words } from '../../words.ts'
import { NumberFields } from './NumberFields.tsx'

interface Saved {
  settings: DeskSettings
  version: number
}

/** The numbers the desk is run by. */
export function DeskPage({ session: { connection, notices, unsaved } }: { session: Session }) {
  const asked = useAsked(connection, 'settings:read', {})
  return (
    <>
      <h2>{words.settings.pages.desk}</h2>
      <p class="hint">{words.settings.numbersHint}</p>
      <Loading from={asked}>
        {(saved) => (
          <Numbers
            key={asked.turn}
            saved={saved}
            unsaved={unsaved.of('numbers')}
            save={(settings, version) => connection.ask('settings:save', { settings, version })}
            onSaved={(undo) => notices.done(words.settings.savedPage, undo)}
            reload={asked.again}
          />
        )}
      </Loading>
    </>
  )
}

interface NumbersProps {
  saved: Saved
  unsaved: UnsavedForm<WrittenNumbers>
  save: (settings: DeskSettings, version: number) => Promise<Saved>
  onSaved: (undo: () => Promise<void>) => void
  reload: () => void
}

function Numbers({ saved, unsaved, save, onSaved, reload }: NumbersProps) {
  const [form] = useState(() => {
    let { version } = saved
    return createForm(writtenNumbers(saved.settings), {
      check: wrongNumbers,
      unsaved,
      save: async (written) => {
        version = (await save(readNumbers(written), version)).version
      },
      saved: onSaved,
    })
  })
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <NumberFields form={form} names={deskNumbers} />
      <FormFoot form={form} onReload={reload} canDiscard>
        {form.isChanged.value && <ToTrial />}
      </FormFoot>
    </form>
  )
}
