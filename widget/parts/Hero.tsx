import { X } from 'lucide-preact'
import { words } from '../words.ts'

/** The greeting at the head of the first screens. */
export function Hero({ name, close }: { name: string | null; close(): void }) {
  return (
    <header class="hero">
      <button type="button" class="icon-button" aria-label={words.close} onClick={close}>
        <X size={18} aria-hidden="true" />
      </button>
      <h1 tabIndex={-1}>
        {name ? words.hello(name) : words.helloStranger}
        <br />
        {words.whatIsWrong}
      </h1>
      <p>{words.desk}</p>
    </header>
  )
}
