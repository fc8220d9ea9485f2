/** Markup that was put together here: whatever came into it from elsewhere is text in it, and nothing else. */
export interface Html {
  markup: string
}

type Piece = Html | string | number | null | readonly Piece[]

/** Puts markup together. Only what is markup already stays it. */
export function html(written: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { markup: written.reduce((markup, part, at) => `${markup}${markupOf(pieces[at - 1] ?? null)}${part}`) }
}

function markupOf(piece: Piece): string {
  if (piece === null) return ''
  if (typeof piece === 'number') return String(piece)
  if (typeof piece === 'string') return piece.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
  return isMany(piece) ? piece.map(markupOf).join('') : piece.markup
}

const isMany = (piece: Html | readonly Piece[]): piece is readonly Piece[] => Array.isArray(piece)

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
