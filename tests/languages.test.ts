import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from '@swc/core'
import { german as consoleGerman } from '../console/words/de.ts'
import { german as laterGerman } from '../console/words/later/de.ts'
import { paperWords } from '../server/desk/tickets/paper-words.ts'
import { languageFor } from '../shared/ui/language.ts'
import { pluralOf } from '../shared/ui/plural.ts'
import { pseudo } from '../shared/ui/pseudo.ts'
import { german as sharedGerman } from '../shared/ui/words/de.ts'
import { german as guardGerman } from '../shared/ui/words/guard/de.ts'
import { german as guideGerman } from '../shared/ui/words/guide/de.ts'
import { german as articlesGerman } from '../widget/words/articles/de.ts'
import { german as widgetGerman } from '../widget/words/de.ts'
import { german as incidentGerman } from '../widget/words/incident/de.ts'
import { german as talkGerman } from '../widget/words/talk/de.ts'
import { type CatalogueFile, catalogues, saying, showing, shownFrom, textsIn } from './support/catalogues.ts'
import { sourcesOf } from './support/doors.ts'

const root = join(import.meta.dirname, '..')
const german: Record<CatalogueFile, unknown> = {
  'widget/words.ts': widgetGerman,
  'widget/article-words.ts': articlesGerman,
  'widget/talk-words.ts': talkGerman,
  'widget/incident-words.ts': incidentGerman,
  'console/words.ts': consoleGerman,
  'console/later-words.ts': laterGerman,
  'shared/ui/words.ts': sharedGerman,
  'shared/ui/guard-words.ts': guardGerman,
  'shared/ui/guide-words.ts': guideGerman,
  'server/desk/tickets/paper-words.ts': paperWords.de,
}
const files = Object.keys(catalogues) as CatalogueFile[]

test.each(files)('%s says everything in German that it says in English', (file) => {
  const paths = (texts: unknown) => textsIn(texts).map(([path]) => path)
  expect(paths(german[file]).toSorted()).toEqual(paths(catalogues[file]).toSorted())
  expect(textsIn(german[file]).filter(([, text]) => !saying(text).trim())).toEqual([])
})

test.each(files)('%s has no text that nobody is shown', (file) => {
  const shown = shownFrom(file)
  expect(
    textsIn(catalogues[file])
      .map(([path]) => path)
      .filter((path) => !shown.has(path)),
  ).toEqual([])
})

/** Words that German took over, names, and signs. */
const theSame =
  /^(Administrator|Agent|Browser|CSV|Chat|Chats|Emoji|Filter|Firstline|Format|Installation|JSON|Name|Office|PDF|Person|Rita Moreno|Spam|Status|Team|Team 2|Teams|Text|Ticket|Tickets|VPN|Webhook|Widget|P\d|2 s|\(2\) Firstline)$/
/** What is told in a language of its own, or stands on a key. */
const onItsOwn = /^(look\.(own|languageNames)|keys\.names)\./

test.each(files)('%s has no English left in its German', (file) => {
  const english = new Map(textsIn(catalogues[file]).map(([path, text]) => [path, saying(text)]))
  const left = textsIn(german[file]).filter(([path, text]) => english.get(path) === saying(text) && !onItsOwn.test(path))
  expect(left.filter(([, text]) => !theSame.test(saying(text))).map(([path, text]) => `${path}: ${saying(text)}`)).toEqual([])
})

test('no part of a screen has a text of its own, outside the catalogues', () => {
  expect(
    showing()
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => writtenIn(file).map((text) => `${file}: ${text}`)),
  ).toEqual([])
})

test('whatever the audit log tells has words', () => {
  const told = ['server/postgres', 'server/desk', 'server/http'].flatMap((folder) =>
    sourcesOf(folder).flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(auditing)].map(([, what = '']) => what)),
  )
  expect(told.length).toBeGreaterThan(20)
  expect([...new Set(told)].filter((what) => !(what in catalogues['console/later-words.ts'].audited))).toEqual([])
})

test('layouts follow the line of reading: nothing lies at the left or at the right', () => {
  const sheets = ['widget', 'console', 'shared/ui'].flatMap((folder) => sheetsIn(folder))
  expect(sheets.length).toBeGreaterThan(5)
  expect(sheets.flatMap((file) => sidesIn(file).map((line) => `${file}: ${line}`))).toEqual([])
})

test('the reader chooses the language before the page does, and the page before the browser', () => {
  expect(languageFor(['en', 'de', 'en-US'])).toBe('en')
  expect(languageFor([null, 'de-AT', 'en-US'])).toBe('de')
  expect(languageFor([null, '', 'fr-FR', 'DE'])).toBe('de')
  expect(languageFor([null, 'fr', 'pt-BR'])).toBe('en')
  expect(languageFor(['ar-EG'])).toBe('en')
})

test('a count takes the form that its language has for it', () => {
  const files = { zero: 'no file', one: 'a file', two: 'two files', few: 'some files', many: 'many files', other: 'files' }
  expect([0, 1, 2, 5].map((count) => pluralOf('en')(count, files))).toEqual(['files', 'a file', 'files', 'files'])
  expect([0, 1, 2, 5, 11].map((count) => pluralOf('ar')(count, files))).toEqual([
    'no file',
    'a file',
    'two files',
    'some files',
    'many files',
  ])
  expect(pluralOf('ar')(0, { other: 'files' })).toBe('files')
})

test('the pseudo-language is as much longer as others may be, and every text shows where it begins and ends', () => {
  const sentences = (catalogue: unknown) => textsIn(catalogue).flatMap(([, text]) => (typeof text === 'string' ? [text] : []))
  const texts = files.flatMap((file) => sentences(pseudo(catalogues[file], 'en-XA')))
  const english = files.flatMap((file) => sentences(catalogues[file]))
  const lengths = (these: string[]) => these.reduce((sum, text) => sum + text.length, 0)

  expect(texts.filter((text) => !/^\[.*\]$/su.test(text))).toEqual([])
  expect(lengths(texts) / lengths(english)).toBeGreaterThan(1.4)
})

/** Where an administrator's act is written down under its name. */
const auditing = /(?:what: |changing\(pool, by, |tell\(write, )'(\w+:[\w-]+)'/g

const sheetsIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.css$|-styles\.ts$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(folder, file))

/** Declarations that know left from right, shorthands with a side of their own included. */
function sidesIn(file: string): string[] {
  const declarations = readFileSync(join(root, file), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split(/[;{}\n]/)
  return declarations.map((line) => line.trim()).filter((line) => sided.test(line) || differsBySide(line))
}

const sided =
  /^((margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)\b|border-(top|bottom)-(left|right)|(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right))/

/** `padding: 1px 2px 3px 4px` */
function differsBySide(line: string): boolean {
  const [, values = ''] = /^(?:margin|padding|inset|border-width|scroll-margin|scroll-padding)\s*:\s*(.+)$/.exec(line) ?? []
  const [, right, , left] = values.match(/[\w.-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|\S+/g) ?? []
  return left !== undefined && left !== right
}

interface Syntax {
  type?: string
  value?: unknown
  raw?: unknown
  name?: Syntax
  opening?: Syntax
}

/** The words that a file's own markup holds, in text or in attributes that are read out. */
function writtenIn(file: string): string[] {
  const found: string[] = []
  const look = (node: unknown) => {
    if (typeof node !== 'object' || node === null || isKey(node) || isStyle(node)) return
    const text = textOf(node)
    if (/\p{L}{2}/u.test(text) && !isExample(text)) found.push(text.trim())
    for (const part of Object.values(node)) look(part)
  }
  look(parseSync(readFileSync(join(root, file), 'utf8'), { syntax: 'typescript', tsx: true }))
  return found
}

/** A number or an address means the same everywhere. */
const isExample = (text: string) => /^(INC-\d+|https?:\S+)$/.test(text)

/** What stands on a key of the keyboard. */
const isKey = ({ opening }: Syntax) => opening?.name?.value === 'kbd'

const isStyle = ({ type, name }: Syntax) => type === 'JSXAttribute' && /^(class|style|key|href|id|for|value)$/.test(nameOf(name))

function textOf({ type, name, value, raw }: Syntax): string {
  if (type === 'JSXText') return String(value)
  // A word between two values.
  if (type === 'TemplateElement') return /^ ?\p{L}{2,} |, \p{L}{2,}| \p{L}{2,} /u.test(String(raw)) ? String(raw) : ''
  if (type !== 'JSXAttribute' || !/^(title|alt|placeholder|label|aria-label|aria-roledescription)$/.test(nameOf(name))) return ''
  return typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : ''
}

const nameOf = (name: Syntax | undefined) => String(name?.value ?? '')
