import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import type { Paper, PaperLine } from '../desk/tickets/paper.ts'
import type { PaperWords } from '../desk/tickets/paper-words.ts'
import { drawable, type Shapes, shapesOf } from './shapes.ts'

const packages = createRequire(import.meta.url)
const font = (name: string) => packages.resolve(`@expo-google-fonts/inter/${name}/Inter_${name}.ttf`)

let known: Shapes | undefined
/** Read once, and only by whoever wants a PDF. */
const shapes = () => {
  known ??= shapesOf(readFileSync(font('400Regular')))
  return known
}

const ink = '#16232b'
const quiet = '#55656e'
const line = '#d8dfe2'
const note = '#fbf3d6'
const margin = 50
const factWidth = 120

/** A ticket as a PDF, A4, its letters embedded. Long ones are written in pieces, and the chats go on in between. */
export async function pdfOf(paper: Paper, words: PaperWords): Promise<NodeJS.ReadableStream & { destroy(): void }> {
  // A sixth of all that a process would load as it starts, and most never draw a page.
  const { default: PDFDocument } = await import('pdfkit')
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    bufferPages: true,
    info: { Title: `${paper.label}: ${paper.subject}`, Creator: 'Firstline' },
  })
  doc.registerFont('text', font('400Regular'))
  doc.registerFont('bold', font('600SemiBold'))
  void write(doc, paper, words).then(
    () => doc.end(),
    (error: Error) => doc.destroy(error),
  )
  return doc
}

async function write(doc: PDFKit.PDFDocument, written: Paper, words: PaperWords) {
  const { paper, isWhole } = drawable(written, shapes())
  doc.font('text').fontSize(9).fillColor(quiet).text(paper.label)
  doc
    .font('bold')
    .fontSize(16)
    .fillColor(ink)
    .text(paper.subject || paper.label)
    .moveDown(0.6)
  for (const [name, value] of paper.facts) fact(doc, name, value)
  doc.moveDown(0.8).font('bold').fontSize(11).fillColor(ink).text(words.timeline, margin).moveDown(0.4)
  for (const [place, one] of paper.lines.entries()) {
    entry(doc, one, words)
    if (place % 20 === 19) await setImmediate()
    if (doc.destroyed) return
  }
  if (!isWhole) footnote(doc, words.unshown)
  pageNumbers(doc, paper, words)
}

const widthOf = (doc: PDFKit.PDFDocument) => doc.page.width - 2 * margin

/** Goes on to the next page where so much would not fit; what is longer than a page breaks by itself. */
function makeRoom(doc: PDFKit.PDFDocument, height: number) {
  if (doc.y + Math.min(height, 200) > doc.page.height - margin) doc.addPage()
}

function fact(doc: PDFKit.PDFDocument, name: string, value: string) {
  const width = widthOf(doc) - factWidth
  doc.font('text').fontSize(9.5)
  makeRoom(doc, doc.heightOfString(value, { width }))
  const top = doc.y
  doc.fillColor(quiet).text(name, margin, top, { width: factWidth - 10 })
  const below = doc.y
  doc.fillColor(ink).text(value, margin + factWidth, top, { width })
  doc.y = Math.max(doc.y, below) + 2
  doc.x = margin
}

function entry(doc: PDFKit.PDFDocument, { at: moment, tone, who, text, from }: PaperLine, words: PaperWords) {
  const at = from ? `${moment}  ·  ${from}` : moment
  const width = widthOf(doc)
  doc.font('text').fontSize(9.5)
  const height = doc.heightOfString(text, { width: width - 16 })
  makeRoom(doc, height + 26)
  if (tone === 'event') {
    doc.fillColor(quiet).fontSize(8.5).text(`${at}  ${text}`, margin, doc.y, { width }).moveDown(0.5)
    return
  }
  const top = doc.y
  // A note is told apart by its ground and by its word, wherever it fits on its page.
  const fits = top + height + 24 < doc.page.height - margin
  if (fits && tone === 'note') doc.rect(margin, top - 2, width, height + 22).fill(note)
  if (fits && tone === 'said')
    doc
      .moveTo(margin, top)
      .lineTo(margin, top + height + 14)
      .lineWidth(1.5)
      .stroke(line)
  const speaker = tone === 'note' ? `${who} (${words.note})` : (who ?? '')
  doc
    .font('bold')
    .fontSize(9)
    .fillColor(ink)
    .text(speaker, margin + 8, top, { continued: true })
  doc.font('text').fontSize(8).fillColor(quiet).text(`   ${at}`)
  doc
    .font('text')
    .fontSize(9.5)
    .fillColor(ink)
    .text(text, margin + 8, doc.y + 1, { width: width - 16 })
    .moveDown(tone === 'note' ? 1 : 0.7)
  doc.x = margin
}

/** What the boxes stand for, and where their signs are. */
function footnote(doc: PDFKit.PDFDocument, text: string) {
  doc.font('text').fontSize(8.5)
  makeRoom(doc, doc.heightOfString(text, { width: widthOf(doc) }) + 10)
  doc.fillColor(quiet).text(text, margin, doc.y + 10, { width: widthOf(doc) })
}

function pageNumbers(doc: PDFKit.PDFDocument, { label }: Paper, words: PaperWords) {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    // Beyond the margin, where text would otherwise begin another page.
    doc.page.margins.bottom = 0
    doc.font('text').fontSize(8).fillColor(quiet)
    doc.text(`${label}  ·  ${words.page(page - start + 1, count)}`, margin, doc.page.height - 34, { width: widthOf(doc), align: 'right' })
  }
}
