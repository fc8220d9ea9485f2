import { Fragment } from 'preact'
import { type Block, blocksOf, type Span } from '../markdown.ts'
import { textOf } from './text.ts'
import { words } from './words.ts'

/** A text in Markdown. It is put together from elements, never from HTML. */
export function Markdown({ text }: { text: unknown }) {
  return <div class="markdown">{blocksOf(textOf(text)).map(drawn)}</div>
}

function drawn(block: Block, key: number) {
  switch (block.kind) {
    case 'code':
      return <pre key={key}>{block.text}</pre>
    case 'paragraph':
      return <p key={key}>{linesOf(block.lines)}</p>
    case 'quote':
      return <blockquote key={key}>{linesOf(block.lines)}</blockquote>
    case 'rule':
      return <hr key={key} />
    // Where there is little room, a heading is no more than a strong line, and a picture what is said of it.
    case 'heading':
      return (
        <p key={key}>
          <strong>{block.spans.map(spanned)}</strong>
        </p>
      )
    case 'picture':
      return <p key={key}>{block.alt}</p>
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{item.map(spanned)}</li>)
      return block.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>
    }
  }
}

const linesOf = (lines: Span[][]) =>
  lines.map((line, at) => (
    <Fragment key={at}>
      {at > 0 ? <br /> : null}
      {line.map(spanned)}
    </Fragment>
  ))

/** A piece of a line: plain, a link, or written otherwise. */
export function spanned({ text, as, href }: Span, key: number) {
  if (href)
    return (
      <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {text}
        <span class="sr-only"> ({words.opensAnew})</span>
      </a>
    )
  if (as === 'strong') return <strong key={key}>{text}</strong>
  if (as === 'em') return <em key={key}>{text}</em>
  return as === 'code' ? <code key={key}>{text}</code> : text
}
