import { locale } from './language.ts'

/** How large a file is, as people say it. */
export function sizeOf(bytes: number): string {
  const [unit, share] = bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const)
  const value = Math.max(bytes / share, unit === 'kilobyte' ? 1 : 0)
  const maximumFractionDigits = unit === 'megabyte' && value < 10 ? 1 : 0
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(value)
}
