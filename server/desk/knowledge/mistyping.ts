/** A word in groups of three letters, its ends too: whatever is written nearly like it shares most of them. */
export function gramsOf(word: string): string[] {
  const padded = `  ${word} `
  return [...new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))]
}

/** Nothing that is shorter by more letters is what was meant. */
export const mostLeftOut = 2

/** What somebody may have meant by a word that nobody wrote: the nearest of these, and those that are as near. */
export function meantBy(word: string, candidates: readonly string[]): string[] {
  const far = word.length < 4 ? 0 : word.length < 7 ? 1 : mostLeftOut
  const near = candidates
    .map((candidate) => ({ candidate, steps: stepsBetween(word, candidate) }))
    .filter(({ steps }) => steps > 0 && steps <= far)
  const least = Math.min(...near.map(({ steps }) => steps))
  return near.filter(({ steps }) => steps === least).map(({ candidate }) => candidate)
}

/** How many keys were missed between a word and another, or its beginning: one too many, one too few, a wrong one, two in the wrong order. */
function stepsBetween(word: string, candidate: string): number {
  let before: number[] = []
  let row = Array.from({ length: candidate.length + 1 }, (_, at) => at)
  for (let i = 1; i <= word.length; i++) {
    const next = [i]
    for (let j = 1; j <= candidate.length; j++) {
      const wrong = word[i - 1] === candidate[j - 1] ? 0 : 1
      const ways = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + wrong]
      if (word[i - 1] === candidate[j - 2] && word[i - 2] === candidate[j - 1]) ways.push((before[j - 2] ?? 0) + 1)
      next.push(Math.min(...ways))
    }
    before = row
    row = next
  }
  return Math.min(...row)
}
