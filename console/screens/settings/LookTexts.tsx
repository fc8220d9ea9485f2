import { useState } from 'preact/hooks'
import { type LookLanguage, lookLanguages, type LookTexts as Texts } from '../../../shared/look.ts'
import { words as laterWords } from '../../later-words.ts'
import type { Errors } from '../../models/form.ts'
import { shownFirst, type WrittenLook } from '../../models/look.ts'
import { Field } from '../../parts/Field.tsx'

export interface LookPartProps {
  written: WrittenLook
  errors: Errors<WrittenLook>
  set: (change: Partial<WrittenLook>) => void
}

const limits: Record<keyof Texts, number> = { name: 60, greeting: 120, hint: 160 }
const names = ['name', 'greeting', 'hint'] as const

/** What the widget says, language by language, and which languages it speaks. */
export function LookTexts({ written, errors, set }: LookPartProps) {
  const { texts, languages } = written
  const [language, setLanguage] = useState<LookLanguage>(() => shownFirst(written))
  const speak = (one: LookLanguage, isSpoken: boolean) =>
    set({ languages: isSpoken ? [...languages, one] : languages.filter((other) => other !== one) })
  return (
    <fieldset class="group">
      <legend>{laterWords.look.texts}</legend>
      <fieldset class="choices" aria-label={laterWords.look.languages}>
        {lookLanguages.map((one) => (
          <label key={one}>
            <input type="checkbox" checked={languages.includes(one)} onChange={({ currentTarget }) => speak(one, currentTarget.checked)} />
            {laterWords.look.languageNames[one]}
          </label>
        ))}
      </fieldset>
      {errors.languages && (
        <p class="error" role="alert">
          {errors.languages}
        </p>
      )}
      {languages.length > 1 && (
        <Field label={laterWords.look.firstLanguage} hint={laterWords.look.firstLanguageHint}>
          {(ids) => (
            <select
              {...ids}
              value={languages[0]}
              onChange={({ currentTarget: { value } }) => set({ languages: languages.toSorted((one) => (one === value ? -1 : 1)) })}
            >
              {languages.map((one) => (
                <option key={one} value={one}>
                  {laterWords.look.languageNames[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <fieldset class="chips-set" aria-label={laterWords.look.wordedIn}>
        {lookLanguages.map((one) => (
          <button key={one} type="button" class="chip" aria-pressed={one === language} onClick={() => setLanguage(one)}>
            {laterWords.look.languageNames[one]}
          </button>
        ))}
      </fieldset>
      {names.map((name) => (
        <Field key={`${language}:${name}`} label={laterWords.look.text[name]} hint={laterWords.look.textHints[name]}>
          {(ids) => (
            <input
              {...ids}
              lang={language}
              maxLength={limits[name]}
              placeholder={laterWords.look.own[language][name]}
              value={texts[language][name]}
              onInput={({ currentTarget: { value } }) => set({ texts: { ...texts, [language]: { ...texts[language], [name]: value } } })}
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}
