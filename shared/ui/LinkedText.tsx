import { piecesOf } from '../links.ts'
import { textOf } from './text.ts'
import { words } from './words.ts'

/** What somebody wrote, line by line as written, with its web addresses made pressable. */
export function LinkedText({ text }: { text: unknown }) {
  return (
    <>
      {piecesOf(textOf(text)).map(({ text, href }, index) =>
        href ? (
          <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {text}
            <span class="sr-only"> ({words.opensAnew})</span>
          </a>
        ) : (
          text
        ),
      )}
    </>
  )
}
