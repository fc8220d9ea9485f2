import { Fragment, h } from 'preact'
import { type Block, blocksOf, type Span } from '../markdown.ts'
import { spanned } from './Markdown.tsx'
import { textOf } from './text.ts'

interface ArticleTextProps {
  text: unknown
  /** Which heading its own largest ones are below. */
  below?: number
  /** Where the files lie that it shows. */
  files?: string
}

/** An article as it is read, with headings and its own pictures. It is put together from elements, never from HTML. */
export function ArticleText({ text, below = 1, files = articleFiles }: ArticleTextProps) {
  return (
    <div class="article-text">
      {blocksOf(textOf(text)).map((block, key) => (
        <Drawn key={key} block={block} below={below} files={files} />
      ))}
    </div>
  )
}

/** Where the files of articles lie. */
export const articleFiles = '/knowledge/files/'

function Drawn({ block, below, files }: { block: Block; below: number; files: string }) {
  const spans = (all: Span[]) => all.map((span, key) => drawnSpan(span, key, files))
  const lines = (all: Span[][]) =>
    all.map((line, at) => (
      <Fragment key={at}>
        {at > 0 ? <br /> : null}
        {spans(line)}
      </Fragment>
    ))
  switch (block.kind) {
    case 'code':
      return <pre>{block.text}</pre>
    case 'paragraph':
      return <p>{lines(block.lines)}</p>
    case 'quote':
      return <blockquote>{lines(block.lines)}</blockquote>
    case 'heading':
      return h(`h${Math.min(6, block.level + below)}`, null, spans(block.spans))
    case 'rule':
      return <hr />
    case 'picture':
      return (
        <p>
          <img src={`${files}${block.file}`} alt={block.alt} loading="lazy" />
        </p>
      )
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{spans(item)}</li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
  }
}

function drawnSpan(span: Span, key: number, files: string) {
  if (!span.file) return spanned(span, key)
  return (
    <a key={key} href={`${files}${span.file}`}>
      {span.text}
    </a>
  )
}
