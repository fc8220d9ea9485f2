import { insist } from '../shared/client/insist.ts'
import { catalogueIn } from '../shared/ui/catalogue.ts'
import { english } from './words/later/en.ts'
import { speakToo } from './words.ts'

/** Every text of the screens that come later than the chats. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

// Whatever shows them is there only when they are.
await speakToo(async (language) => {
  words = await catalogueIn(language, english, { de: () => insist(() => import('./words/later/de.ts')).then(({ german }) => german) })
})
