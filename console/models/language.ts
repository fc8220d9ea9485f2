import { signal } from '@preact/signals'
import type { Store } from '../../shared/client/storage.ts'
import { type Language, languageFor } from '../../shared/ui/language.ts'
import { speak } from '../words.ts'

const key = 'firstline:console:language'

/** The language that everything is drawn in. */
export const spoken = signal<Language>('en')

/** What was chosen on this device; null leaves it to the browser. */
export const chosenLanguage = (store: Store): string | null => store.get(key)

/** Keeps a choice, and speaks it as soon as its texts are here. */
export async function chooseLanguage(store: Store, choice: Language | null) {
  const language = languageFor([choice, ...navigator.languages])
  await speak(language)
  if (choice) store.set(key, choice)
  else store.remove(key)
  spoken.value = language
}

/** Speaks as this page's address asks (`?language=de`), as was chosen on this device, or as the browser does. */
export async function speakAsWished(store: Store) {
  const asked = new URLSearchParams(location.search).get('language')
  const language = languageFor([asked, chosenLanguage(store), ...navigator.languages])
  await speak(language)
  spoken.value = language
}
