/** How well something fits what was typed: null where a letter is missing, else the higher the better. Words may be begun, and letters left out. */
export function fit(typed: string, text: string): number | null {
  const wanted = plain(typed)
  if (!wanted) return 0
  const whole = plain(text)
  const at = whole.indexOf(wanted)
  if (at >= 0) return 100 + wanted.length * 2 - Math.min(50, at) + (isStart(whole, at) ? 40 : 0)
  const letters = wanted.replaceAll(' ', '')
  const score = scattered(letters, whole)
  // Letters found here and there are chance rather than meaning.
  return score !== null && score >= letters.length * 4 ? score : null
}

/** One letter after the other, those at the beginnings of words counting most. */
function scattered(wanted: string, whole: string): number | null {
  let score = 0
  let from = 0
  for (const letter of wanted) {
    const next = startOf(letter, whole, from) ?? whole.indexOf(letter, from)
    if (next < 0) return null
    score += isStart(whole, next) ? 8 : next === from ? 4 : -1
    from = next + 1
  }
  return score
}

function startOf(letter: string, whole: string, from: number): number | null {
  // What follows the letter before is as good as a beginning.
  if (whole[from] === letter) return from
  for (let at = whole.indexOf(letter, from); at >= 0; at = whole.indexOf(letter, at + 1)) if (isStart(whole, at)) return at
  return null
}

const isStart = (whole: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(whole[at - 1] ?? '')

/** Without accents and capitals: "Cafe" finds "Café". */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
