import { english } from './words/en.ts'

/** Every text that widget and console share. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** From now on they are these. */
export function read(those: Words) {
  words = those
}
