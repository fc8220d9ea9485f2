import { type Figure, figureKinds } from '../../shared/simulation.ts'
import { locale } from '../../shared/ui/language.ts'
import { words as laterWords } from '../later-words.ts'
import { asWait } from './time.ts'

/** A figure as the reader's language writes it. */
export function asFigure(figure: Figure, value: number | null): string {
  if (value === null) return '–'
  switch (figureKinds[figure].unit) {
    case 'seconds':
      return asWait(Math.round(value) * 1000)
    case 'part':
      return value.toLocaleString(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
    case 'index':
      return decimal(value, 2)
    case 'people':
    case 'offers':
      return value.toLocaleString(locale)
  }
}

/** How a figure changes, and whether for the better; null is neither. */
export function changeOf(figure: Figure, from: number | null, to: number | null): { text: string; isBetter: boolean | null } {
  if (from === null || to === null) return { text: '', isBetter: null }
  if (asFigure(figure, from) === asFigure(figure, to)) return { text: laterWords.trying.same, isBetter: null }
  const { unit, better } = figureKinds[figure]
  const size = Math.abs(to - from)
  const text = unit === 'part' ? decimal(size * 100, 1) + laterWords.trying.points : asFigure(figure, size)
  return { text: `${to > from ? '+' : '−'}${text}`, isBetter: better === null ? null : to > from === (better === 'more') }
}

const decimal = (value: number, digits: number) =>
  value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
