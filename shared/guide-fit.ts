interface Findable {
  name: string
  words: readonly string[]
}

/** Guides whose name or words hold what somebody typed to find one; all where he typed nothing. Names that begin with it come first. */
export function foundGuides<G extends Findable>(guides: readonly G[], typed: string): G[] {
  const wanted = typed.trim().toLowerCase()
  const fits = ({ name, words }: G) => [name, ...words].some((text) => text.toLowerCase().includes(wanted))
  const rank = ({ name }: G) => (name.toLowerCase().startsWith(wanted) ? 0 : 1)
  return guides.filter(fits).sort((one, other) => rank(one) - rank(other))
}

/** Guides that somebody who writes this may need: those whose words he uses, the one that most of them ask for first. */
export function suggestedGuides<G extends Findable>(guides: readonly G[], written: string): G[] {
  const text = ` ${plain(written)} `
  const hits = ({ words }: G) => words.filter((word) => text.includes(` ${plain(word)} `)).length
  return guides.filter((guide) => hits(guide) > 0).sort((one, other) => hits(other) - hits(one))
}

/** Words alone, one space between them. */
const plain = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
