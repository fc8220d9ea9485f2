import type { Paper } from '../desk/tickets/paper.ts'

/** Stands for what a font has no shape for. */
export const unshown = '□'

/** Whether a font has a shape for a character. */
export type Shapes = (codePoint: number) => boolean

/** What a TrueType font can draw, as its own table of characters says. */
export function shapesOf(font: Buffer): Shapes {
  const known = new Set([...'\t\n\r'].map((sign) => sign.charCodeAt(0)))
  for (const [from, to] of groupsIn(font, tableAt(font, 'cmap'))) for (let sign = from; sign <= to; sign++) known.add(sign)
  return (codePoint) => known.has(codePoint)
}

function tableAt(font: Buffer, name: string) {
  for (let place = 0; place < font.readUInt16BE(4); place++) {
    const at = 12 + place * 16
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  }
  throw new Error(`This font has no table ${name}`)
}

/** Spans of characters: format 12 covers all of Unicode, and every font that we ship has one. */
function groupsIn(font: Buffer, table: number): [from: number, to: number][] {
  for (let place = 0; place < font.readUInt16BE(table + 2); place++) {
    const at = table + font.readUInt32BE(table + 4 + place * 8 + 4)
    if (font.readUInt16BE(at) !== 12) continue
    return Array.from({ length: font.readUInt32BE(at + 12) }, (_, group) => {
      const start = at + 16 + group * 12
      return [font.readUInt32BE(start), font.readUInt32BE(start + 4)]
    })
  }
  throw new Error('This font says nothing about all of Unicode')
}

/** A ticket as it can be drawn: an empty box for each sign that cannot be, and whether there are any. */
export function drawable(paper: Paper, has: Shapes): { paper: Paper; isWhole: boolean } {
  let isWhole = true
  const drawn = (text: string) => {
    const shown = inShapes(text, has)
    isWhole &&= shown.isWhole
    return shown.text
  }
  return {
    paper: {
      label: paper.label,
      subject: drawn(paper.subject),
      facts: paper.facts.map(([name, value]) => [name, drawn(value)]),
      lines: paper.lines.map((line) => ({ ...line, who: line.who === null ? null : drawn(line.who), text: drawn(line.text) })),
    },
    get isWhole() {
      return isWhole
    },
  }
}

/** Sign by sign as people see them: an emoji of five characters is one. */
function inShapes(text: string, has: Shapes): { text: string; isWhole: boolean } {
  if (isDrawable(text, has)) return { text, isWhole: true }
  let isWhole = true
  const signs = [...new Intl.Segmenter().segment(text)].map(({ segment }) => {
    const plain = segment.replaceAll(unseen, '')
    if (isDrawable(plain, has)) return plain
    isWhole = false
    return unshown
  })
  return { text: signs.join(''), isWhole }
}

function isDrawable(text: string, has: Shapes) {
  for (const sign of text) if (!has(sign.codePointAt(0) ?? 0)) return false
  return true
}

/** What steers how other signs look, and is not seen itself. */
const unseen = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu
