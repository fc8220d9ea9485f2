import { words as laterWords } from '../../later-words.ts'
import { isColour } from '../../models/look.ts'
import { Field } from '../../parts/Field.tsx'
import type { LookPartProps } from './LookTexts.tsx'

const own = '#00767c'

/** The one accent. Text on it is made readable by itself. */
export function LookColour({ written: { accent }, errors, set }: LookPartProps) {
  return (
    <fieldset class="group">
      <legend>{laterWords.look.colour}</legend>
      <Field label={laterWords.look.accent} hint={laterWords.look.accentHint} error={errors.accent}>
        {(ids) => (
          <span class="with-button">
            <input
              type="color"
              aria-label={laterWords.look.pick}
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
              {laterWords.look.ownColour}
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
      <legend>{laterWords.look.position}</legend>
      {(['end', 'start'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name="position" checked={position === one} onChange={() => set({ position: one })} />
          {laterWords.look.positions[one]}
        </label>
      ))}
      <p class="hint">{laterWords.look.positionHint}</p>
    </fieldset>
  )
}
