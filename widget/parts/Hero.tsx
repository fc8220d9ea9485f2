import type { Visit } from '../models/visit.ts'
import { words } from '../words.ts'
import { deskTexts } from './desk-texts.ts'
import { X } from './icons.tsx'

/** The greeting at the head of the first screens. */
export function Hero({ visit, close }: { visit: Visit; close(): void }) {
  const { name, greeting } = deskTexts(visit)
  const who = visit.me.value?.name
  return (
    <header class="hero">
      <button type="button" class="icon-button" aria-label={words.close} onClick={close}>
        <X size={18} />
      </button>
      <h1 tabIndex={-1}>
        {who ? words.hello(who) : words.helloStranger}
        <br />
        {greeting}
      </h1>
      <p>{name}</p>
    </header>
  )
}
