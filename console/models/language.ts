import type { Store } from '../../shared/client/storage.ts'
import { type Language, languageFor } from '../../shared/ui/language.ts'

const key = 'firstline:console:language'

/** What was chosen on this device; null leaves it to the browser. */
export const chosenLanguage = (store: Store): string | null => store.get(key)

/** The language to speak on this device. */
export const languageOf = (store: Store): Language => languageFor([chosenLanguage(store), ...navigator.languages])
