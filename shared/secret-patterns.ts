import type { Stretch } from './secret-numbers.ts'

/**
 * A desk's own patterns, in a language so small that no pattern can take long: `#` is a digit, `@` a letter, `?` either of them,
 * and every other sign itself, whether large or small. It fits where no further letter or digit stands beside it.
 */
export function ownIn(text: string, pattern: string): Stretch[] {
  const wanted = [...pattern.trim()]
  if (!isPattern(pattern)) return []
  const found: Stretch[] = []
  const signs = [...text]
  let at = 0
  for (let place = 0; place < signs.length; place++) {
    if (fitsAt(signs, place, wanted)) {
      const length = signs.slice(place, place + wanted.length).join('').length
      found.push([at, at + length])
    }
    at += signs[place]?.length ?? 0
  }
  return found
}

function fitsAt(signs: readonly string[], from: number, wanted: readonly string[]): boolean {
  const isEdge = (place: number) => !/[\p{L}\p{N}]/u.test(signs[place] ?? '')
  return wanted.every((one, place) => fits(signs[from + place] ?? '', one)) && isEdge(from - 1) && isEdge(from + wanted.length)
}

function fits(sign: string, wanted: string): boolean {
  switch (wanted) {
    case '#':
      return /^\p{N}$/u.test(sign)
    case '@':
      return /^\p{L}$/u.test(sign)
    case '?':
      return /^[\p{L}\p{N}]$/u.test(sign)
    default:
      return sign.toLowerCase() === wanted.toLowerCase()
  }
}

export const longestPattern = 60
const leastFixed = 4

/** Whether it can be looked for: not so short that it would fit everywhere. */
export const isPattern = (pattern: string): boolean => {
  const signs = [...pattern.trim()]
  return signs.length >= leastFixed && signs.length <= longestPattern && signs.some((sign) => sign !== '@' && sign !== '?')
}
