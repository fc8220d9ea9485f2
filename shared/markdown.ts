import { piecesOf } from './links.ts'

/** A run of text: plain, stressed, as code, a link that is safe to press, or a file that lies beside the text. */
export type Span = { text: string; as?: 'strong' | 'em' | 'code'; href?: string; file?: string }

export type Block =
  | { kind: 'paragraph'; lines: Span[][] }
  | { kind: 'quote'; lines: Span[][] }
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }
  | { kind: 'code'; text: string }
  | { kind: 'picture'; alt: string; file: string }
  | { kind: 'rule' }

/** What Markdown says, as far as guides and articles need it: headings, paragraphs, lists, quotes, code, stress, links and pictures of their own. Anything else stands as it was written. */
export function blocksOf(written: string): Block[] {
  const blocks: Block[] = []
  const lines = written.replaceAll('\r', '').split('\n')
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (line.trim() === '') at += 1
    else if (line.startsWith('```')) at = fenced(lines, at, blocks)
    else {
      const alone = aloneOn(line)
      if (alone) blocks.push(alone)
      at = alone ? at + 1 : plain(lines, at, blocks)
    }
  }
  return outlined(blocks)
}

/** Headings by how deep they lie: the first is of the first level, and none is left out on the way down, however they were written. */
function outlined(blocks: readonly Block[]): Block[] {
  const above: number[] = []
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    while ((above.at(-1) ?? 0) >= block.level) above.pop()
    above.push(block.level)
    return { ...block, level: above.length }
  })
}

function fenced(lines: string[], from: number, blocks: Block[]): number {
  const rest = lines.slice(from + 1)
  const length = rest.findIndex((line) => line.startsWith('```'))
  const inside = length < 0 ? rest : rest.slice(0, length)
  blocks.push({ kind: 'code', text: inside.join('\n') })
  return from + inside.length + 2
}

const heading = /^(#{1,6})\s+(\S.*)$/
const rule = /^\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/
const picture = /^\s{0,3}!\[([^\]]*)\]\(file:([0-9a-f-]{36})\)\s*$/

/** What takes a line for itself. */
function aloneOn(line: string): Block | null {
  const [, signs = '', words = ''] = heading.exec(line) ?? []
  if (signs) return { kind: 'heading', level: signs.length, spans: spansOf(words) }
  if (rule.test(line)) return { kind: 'rule' }
  const [, alt = '', file = ''] = picture.exec(line) ?? []
  return file ? { kind: 'picture', alt, file } : null
}

const item = /^\s{0,3}(?:([-*+])|\d{1,3}[.)])\s+(.*)$/
const quoted = /^\s{0,3}>\s?(.*)$/

/** Lines that belong together: of one list, of one quote, or of one paragraph. */
function plain(lines: string[], from: number, blocks: Block[]): number {
  const kind = kindOf(lines[from] ?? '')
  const run: string[] = []
  let at = from
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || line.startsWith('```') || aloneOn(line) || kindOf(line) !== kind) break
    run.push(kind === 'quote' ? (quoted.exec(line)?.[1] ?? '') : (item.exec(line)?.[2] ?? line))
  }
  const spans = run.map(spansOf)
  if (kind === 'paragraph' || kind === 'quote') blocks.push({ kind, lines: spans })
  else blocks.push({ kind: 'list', ordered: kind === 'numbers', items: spans })
  return at
}

function kindOf(line: string): 'paragraph' | 'quote' | 'signs' | 'numbers' {
  if (quoted.test(line)) return 'quote'
  const found = item.exec(line)
  if (!found) return 'paragraph'
  return found[1] === undefined ? 'numbers' : 'signs'
}

const marked = /`([^`]+)`|\*\*([^*]+)\*\*|(?<![\p{L}\p{N}])[*_]([^*_]+)[*_](?![\p{L}\p{N}])|\[([^[\]]+)\]\(([^()\s]+)\)/gu

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

/** Only http(s), and only where the whole of it is one address; or a file of its own. */
function linkTo(all: string, text: string, address: string): Span[] {
  const [, file] = /^file:([0-9a-f-]{36})$/.exec(address) ?? []
  if (file) return [{ text, file }]
  const [piece, ...rest] = piecesOf(address)
  return piece?.href && rest.length === 0 ? [{ text, href: piece.href }] : [{ text: all }]
}
