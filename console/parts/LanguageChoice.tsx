import { choices, type Language } from '../../shared/ui/language.ts'
import { chooseLanguage, chosenLanguage } from '../models/language.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'

/** Which language the console speaks on this device. Each stands there in its own words, for whoever cannot read the present one. */
export function LanguageChoice({ session: { store, notices } }: { session: Session }) {
  const chosen = chosenLanguage(store)
  const choose = (language: Language | null) => {
    chooseLanguage(store, language)
      .then(() => document.querySelector<HTMLInputElement>('input[name="language"]:checked')?.focus())
      .catch((error: unknown) => notices.refused(error))
  }
  return (
    <fieldset class="choices">
      <legend>{words.shell.language}</legend>
      <label>
        <input type="radio" name="language" checked={chosen === null} onChange={() => choose(null)} />
        {words.shell.languageOfBrowser}
      </label>
      {choices.map(({ language, name }) => (
        <label key={language} lang={language}>
          <input type="radio" name="language" checked={chosen === language} onChange={() => choose(language)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
