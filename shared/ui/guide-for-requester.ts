import { tellGuide } from '../guide-told.ts'
import { tellRequester } from './for-requester.ts'
import { words } from './guide-words.ts'
import type { Tell } from './lines.ts'

/** What happened, guides too, told to the requester himself. */
export const tellWithGuides: Tell = (entry, nameOf) => ('run' in entry ? tellGuide(entry, words.told) : tellRequester(entry, nameOf))
