/** Numbers that carry their own proof: a digit that must fit the others. What does not fit, or stands behind a point, is some other number. */

export type Stretch = readonly [from: number, to: number]

/** What people put between groups of digits: blanks of every width, and dashes of every length. */
const gap = '[ \\u00a0\\u2000-\\u200b\\u202f\\u2060-]|[\\u2010-\\u2015\\u2212]'
const someDigits = new RegExp(`\\d(?:(?:${gap}){0,3}\\d){12,}`, 'gu')
/** Groups of four between points or strokes, as some write them. */
const pointed = /(?<![\p{L}\d][./]?)\d{4}([./])\d{4}\1\d{4}\1\d{4}(?![./]?[\p{L}\d])/gu

/**
 * Payment cards: 13 to 19 digits of a known network whose last digit fits (Luhn). Other numbers may stand beside them, such as
 * their last month.
 */
export function cardsIn(text: string): Stretch[] {
  const grouped = [...text.matchAll(someDigits)].flatMap(({ index, 0: written }) => cardsAmong(text, index, written))
  return [...grouped, ...stretches(text, pointed, isCard)]
}

/** All digits of a row together are one, or some of its groups are as cards have them. */
function cardsAmong(text: string, from: number, written: string): Stretch[] {
  const groups = [...written.matchAll(/\d+/g)].map(({ index, 0: digits }) => ({ at: from + index, size: digits.length }))
  const whole = groups.map(({ size }) => size)
  const found: Stretch[] = []
  let past = 0
  for (const [first, { at }] of groups.entries()) {
    if (at < past) continue
    for (const sizes of first === 0 ? [whole, ...groupings] : groupings) {
      const last = groups[first + sizes.length - 1]
      if (!last || sizes.some((size, place) => groups[first + place]?.size !== size)) continue
      const end = last.at + last.size
      if (!isCard(text.slice(at, end)) || !standsAlone(text, at, end)) continue
      found.push([at, end])
      past = end
      break
    }
  }
  return found
}

const groupings = [[4, 4, 4, 4, 3], [4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [19], [16], [15], [14], [13]]

/** No letter belongs to it, and it does not stand behind a point. */
const standsAlone = (text: string, from: number, to: number) =>
  !/(?:\p{L}|\d[.,])$/u.test(text.slice(Math.max(0, from - 2), from)) && !/^\p{L}/u.test(text.slice(to, to + 2))

function isCard(written: string) {
  const digits = written.replaceAll(/\D/g, '')
  return network.test(digits) && fitsLuhn(digits)
}

/** How the networks' numbers begin, and how long they are. */
const network = /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14}|6\d{15,18})$/

export function fitsLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0 && /[1-9]/.test(digits)
}

/** How long a bank account number is in each country. */
const ibanLength: Record<string, number> = Object.fromEntries(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22
  GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31
  MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20`
    .split(/\s+/)
    .map((one) => [one.slice(0, 2), Number(one.slice(2))]),
)

const between = new RegExp(`^(?:${gap})$`, 'u')
const begun = new RegExp(`(?<![\\p{L}\\d])[A-Z]{2}(?:${gap})?\\d{2}(?=(?:${gap})?[A-Z\\d])`, 'giu')

/** Bank account numbers (IBAN) of the right length for their country whose two check digits fit. */
export function ibansIn(text: string): Stretch[] {
  const found: Stretch[] = []
  for (const { index, 0: begin } of text.matchAll(begun)) {
    const end = endAfter(text, index, ibanLength[begin.slice(0, 2).toUpperCase()] ?? 0)
    if (end !== null && fitsIban(text.slice(index, end))) found.push([index, end])
  }
  return found
}

/** Where so many letters and digits end that may stand in groups. */
function endAfter(text: string, from: number, count: number): number | null {
  let [at, left] = [from, count]
  for (; left > 0; at++) {
    const sign = text[at] ?? ''
    if (/[A-Z\d]/i.test(sign)) left--
    else if (!(between.test(sign) && /[A-Z\d]/i.test(text[at + 1] ?? ''))) return null
  }
  return count > 0 && !/[\p{L}\d]/u.test(text[at] ?? '') ? at : null
}

function fitsIban(written: string): boolean {
  const plain = written.replaceAll(/[^A-Za-z\d]/g, '').toUpperCase()
  let rest = 0
  for (const sign of plain.slice(4) + plain.slice(0, 4)) {
    const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

const taxId = new RegExp(`(?<![\\p{L}\\d]|\\d[.,])[1-9]\\d(?:(?:${gap})?\\d{3}){3}(?![\\p{L}\\d])`, 'gu')

/** German tax numbers for persons: 11 digits, one of the first ten twice or thrice, and a check digit (ISO 7064). */
export function taxIdsIn(text: string): Stretch[] {
  return stretches(text, taxId, (written) => {
    const digits = written.replaceAll(/\D/g, '')
    const counts = [...'0123456789'].map((digit) => [...digits.slice(0, 10)].filter((one) => one === digit).length)
    const repeated = counts.filter((count) => count > 1)
    return repeated.length === 1 && (repeated[0] ?? 0) <= 3 && fitsTaxId(digits)
  })
}

function fitsTaxId(digits: string): boolean {
  let product = 10
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10 === Number(digits[10])
}

/** American social security numbers as they are written, with hyphens; they have no check digit, and some are never given out. */
export const socialNumbersIn = (text: string): Stretch[] =>
  stretches(text, /(?<![\p{L}\d-])\d{3}-\d{2}-\d{4}(?![\p{L}\d-])/gu, (written) => !/^(?:000|666|9)|-00-|-0000$/.test(written))

/** Every place that looks like it and is it. */
export const stretches = (text: string, like: RegExp, is: (written: string) => boolean = () => true): Stretch[] =>
  [...text.matchAll(like)].flatMap(({ index, 0: written }) => (is(written) ? [[index, index + written.length] as const] : []))
