import { useState } from 'preact/hooks'
import { words } from '../words.ts'

/** What is wrong in a form: said at each field in the page's language, and the first one has the focus. */
export type Wrong = ReturnType<typeof useWrong>

export function useWrong() {
  const [wrong, setWrong] = useState<Record<string, string>>({})
  return {
    form: {
      noValidate: true,
      onInput: ({ target }: Event) => target instanceof Element && setWrong((before) => ({ ...before, [target.id]: '' })),
    },
    isRight(form: HTMLFormElement | null) {
      const all = [...(form?.querySelectorAll<HTMLInputElement>('[id]:is(input,select,textarea)') ?? [])]
      const found = all.map((field) => [field.id, whatIsWrong(field)] as const)
      const first = found.findIndex(([, why]) => why)
      setWrong(Object.fromEntries(found))
      // What is wrong is drawn by then, and read with its field.
      if (first >= 0) requestAnimationFrame(() => all[first]?.focus())
      return first < 0
    },
    at: (id: string) => ({ id, 'aria-invalid': Boolean(wrong[id]), 'aria-describedby': wrong[id] ? `${id}-wrong` : undefined }),
    said: (id: string) =>
      wrong[id] ? (
        <p class="wrong" role="alert" id={`${id}-wrong`}>
          {wrong[id]}
        </p>
      ) : null,
  }
}

function whatIsWrong({ required, value, validity }: HTMLInputElement): string {
  if (required && !value.trim()) return words.wrong.missing
  return validity.typeMismatch ? words.wrong.email : ''
}
