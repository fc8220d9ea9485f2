/** A piece of a message: plain, or a link that is safe to press. */
export type Piece = { text: string; href?: string }

const address = /https?:\/\/[^\s<>"'`]+/gi

/** Splits a text into plain pieces and http(s) links. Nothing else ever becomes a link. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const link = linkIn(found)
    if (!link) continue
    if (index > from) pieces.push({ text: text.slice(from, index) })
    pieces.push({ text: link.shown, href: link.href })
    from = index + link.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

function linkIn(found: string) {
  const typed = withoutTail(found)
  if (!URL.canParse(typed)) return null
  const url = new URL(typed)
  // "https://bank.example@evil.example" leads elsewhere than it reads.
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username || url.password) return null
  // A name in look-alike letters is shown as the browser will really resolve it.
  const shown = url.hostname.includes('xn--') ? url.href : typed
  return { href: url.href, shown, length: typed.length }
}

/** Punctuation behind an address belongs to the sentence, and so does a bracket that the address did not open. */
function withoutTail(found: string): string {
  const counts = new Map<string, number>()
  for (const letter of found) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  let end = found.length
  for (; end > 0; end -= 1) {
    const last = found[end - 1] ?? ''
    if (marks.includes(last)) continue
    const [open, closed] = [counts.get(openings[last] ?? '') ?? 0, counts.get(last) ?? 0]
    if (!(last in openings) || open >= closed) break
    counts.set(last, closed - 1)
  }
  return found.slice(0, end)
}

const marks = '.,;:!?…*_~'
const openings: Record<string, string> = { ')': '(', ']': '[', '}': '{' }
