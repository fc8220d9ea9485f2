import { piecesOf } from './text.ts'

/** A run of text: plain, stressed, as code, or a link that is safe to press. */
export type Span = { text: string; as?: 'strong' | 'em' | 'code'; href?: string }

export type Block =
  | { kind: 'paragraph'; lines: Span[][] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }
  | { kind: 'code'; text: string }

/** What Markdown says, as far as short texts need it: paragraphs, lists, code, stress and links. Anything else stands as it was written. */
export function blocksOf(written: string): Block[] {
  const blocks: Block[] = []
  const lines = written.replaceAll('\r', '').split('\n')
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (line.trim() === '') at += 1
    else at = line.startsWith('```') ? fenced(lines, at, blocks) : plain(lines, at, blocks)
  }
  return blocks
}

function fenced(lines: string[], from: number, blocks: Block[]): number {
  const rest = lines.slice(from + 1)
  const length = rest.findIndex((line) => line.startsWith('```'))
  const inside = length < 0 ? rest : rest.slice(0, length)
  blocks.push({ kind: 'code', text: inside.join('\n') })
  return from + inside.length + 2
}

const item = /^\s{0,3}(?:([-*+])|\d{1,3}[.)])\s+(.*)$/

function plain(lines: string[], from: number, blocks: Block[]): number {
  const first = item.exec(lines[from] ?? '')
  const ordered = first !== null && first[1] === undefined
  const run: string[] = []
  let at = from
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const found = item.exec(line)
    if (line.trim() === '' || line.startsWith('```') || (found !== null) !== (first !== null)) break
    if (found && (found[1] === undefined) !== ordered) break
    run.push(found ? (found[2] ?? '') : line.replace(/^#{1,6}\s+(.*)$/, '**$1**'))
  }
  const spans = run.map(spansOf)
  blocks.push(first ? { kind: 'list', ordered, items: spans } : { kind: 'paragraph', lines: spans })
  return at
}

const marked = /`([^`]+)`|\*\*([^*]+)\*\*|(?<![\p{L}\p{N}])[*_]([^*_]+)[*_](?![\p{L}\p{N}])|\[([^\]]+)\]\(([^()\s]+)\)/gu

function spansOf(line: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const found of line.matchAll(marked)) {
    const [all, code, strong, em, label, address] = found
    if (found.index > from) spans.push(...piecesOf(line.slice(from, found.index)))
    if (code) spans.push({ text: code, as: 'code' })
    else if (strong) spans.push({ text: strong, as: 'strong' })
    else if (em) spans.push({ text: em, as: 'em' })
    else spans.push(...linkTo(all, label ?? '', address ?? ''))
    from = found.index + all.length
  }
  if (from < line.length) spans.push(...piecesOf(line.slice(from)))
  return spans
}

/** Only http(s), and only where the whole of it is one address. */
function linkTo(all: string, text: string, address: string): Span[] {
  const [piece, ...rest] = piecesOf(address)
  return piece?.href && rest.length === 0 ? [{ text, href: piece.href }] : [{ text: all }]
}
