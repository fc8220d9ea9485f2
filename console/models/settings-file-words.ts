import type { SettingsFileWords } from '../../shared/settings-sentences.ts'
import { catalogueIn } from '../../shared/ui/catalogue.ts'
import { type Language, languageFor } from '../../shared/ui/language.ts'
import { settingsFile as english } from '../../shared/words/settings-file-en.ts'

/** What is said about a settings file, in the language of the page. Few ever read it, so it comes when somebody does. */
export const settingsFileWords = (language: Language = languageFor([document.documentElement.lang])): Promise<SettingsFileWords> =>
  catalogueIn(language, english, { de: () => import('../../shared/words/settings-file-de.ts').then(({ settingsFile }) => settingsFile) })
