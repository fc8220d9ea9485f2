import { useState } from 'preact/hooks'
import type { DeskSettings } from '../../../shared/queue.ts'
import { useAsked } from '../../models/asked.ts'
import { createForm, type Errors } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import type { UnsavedForm } from '../../models/unsaved.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'

/** The least and the most that each number may be. */
const bounds: Record<keyof DeskSettings, [number, number]> = {
  offerSeconds: [5, 600],
  graceSeconds: [5, 600],
  absentMinutes: [1, 1440],
  missedBeforeAway: [1, 20],
  reofferAfterSeconds: [1, 86_400],
  reopenDays: [0, 365],
  closeDays: [1, 365],
  logAfterSeconds: [0, 3600],
  estimateSamples: [1, 1000],
  wrapUpSeconds: [0, 86_400],
}
const names = Object.keys(bounds) as (keyof DeskSettings)[]

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

type Written = Record<keyof DeskSettings, string>

interface NumbersProps {
  saved: Saved
  unsaved: UnsavedForm<Written>
  save: (settings: DeskSettings, version: number) => Promise<Saved>
  onSaved: (undo: () => Promise<void>) => void
  reload: () => void
}

function Numbers({ saved, unsaved, save, onSaved, reload }: NumbersProps) {
  const [form] = useState(() => {
    let { version } = saved
    return createForm<Written>(
      each((name) => String(saved.settings[name])),
      {
        check,
        unsaved,
        save: async (values) => {
          version = (await save(read(values), version)).version
        },
        saved: onSaved,
      },
    )
  })
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      {names.map((name) => (
        <Field key={name} label={words.settings.numbers[name][0]} hint={words.settings.numbers[name][1]} error={form.errors.value[name]}>
          {(ids) => (
            <input
              {...ids}
              class="short num"
              inputMode="numeric"
              value={form.values.value[name]}
              onInput={(event) => form.set({ [name]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <FormFoot form={form} onReload={reload} canDiscard />
    </form>
  )
}

function check(values: Written): Errors<Written> {
  return each((name) => {
    const [least, most] = bounds[name]
    const number = Number(values[name])
    const isFine = values[name].trim() !== '' && Number.isInteger(number) && number >= least && number <= most
    return isFine ? null : words.settings.between(least, most)
  })
}

const read = (values: Written): DeskSettings => each((name) => Number(values[name]))

function each<T>(of: (name: keyof DeskSettings) => T) {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<keyof DeskSettings, T>
}
