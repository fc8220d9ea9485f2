import { isColour } from '../../models/look.ts'
import { Field } from '../../parts/Field.tsx'
import { words } from '../../words.ts'
import type { LookPartProps } from './LookTexts.tsx'

const own = '#00767c'

/** The one accent. Text on it is made readable by itself. */
export function LookColour({ written: { accent }, errors, set }: LookPartProps) {
  return (
    <fieldset class="group">
      <legend>{words.look.colour}</legend>
      <Field label={words.look.accent} hint={words.look.accentHint} error={errors.accent}>
        {(ids) => (
          <span class="with-button">
            <input
              type="color"
              aria-label={words.look.pick}
              value={isColour(accent) ? accent.trim() : own}
              onInput={({ currentTarget }) => set({ accent: currentTarget.value })}
            />
            <input
              {...ids}
              class="short"
              placeholder={own}
              maxLength={7}
              spellcheck={false}
              value={accent}
              onInput={({ currentTarget }) => set({ accent: currentTarget.value })}
            />
            <button type="button" class="button" onClick={() => set({ accent: '' })}>
              {words.look.ownColour}
            </button>
          </span>
        )}
      </Field>
    </fieldset>
  )
}

/** In which corner of the page it waits. */
export function LookPlace({ written: { position }, set }: LookPartProps) {
  return (
    <fieldset class="choices">
      <legend>{words.look.position}</legend>
      {(['end', 'start'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name="position" checked={position === one} onChange={() => set({ position: one })} />
          {words.look.positions[one]}
        </label>
      ))}
      <p class="hint">{words.look.positionHint}</p>
    </fieldset>
  )
}
