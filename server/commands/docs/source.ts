import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Something that a file of ours declares at its top, as it is written there. */
export interface Declared {
  name: string
  doc: string
  text: string
}

/** One member of an interface or an object: its docstring, and what stands behind its name. */
export interface Part {
  name: string
  doc: string
  text: string
}

/** Where the project lies: the first folder above, in the sources or in dist, that holds the sources of the wire. */
export function projectRoot(from: string): string {
  if (existsSync(join(from, 'shared/protocol.ts'))) return from
  if (dirname(from) === from) throw new Error('The sources of the wire (shared/protocol.ts) are not here.')
  return projectRoot(dirname(from))
}

/** The sources of the language that both sides speak, by their path. */
export function sharedSources(root: string): Map<string, string> {
  const files = ['shared', 'shared/protocol'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => `${folder}/${name}`),
  )
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

/** Every interface, type and constant at the top of a source. */
export function declaredIn(source: string): Declared[] {
  const heads = [...source.matchAll(/^(?:export )?(interface|type|const) (\w+)/gm)]
  return heads.map((head) => {
    const text = declarationAt(source, head.index)
    return { name: head[2] ?? '', doc: docBefore(source, head.index), text: text.replace(/^export /, '') }
  })
}

/** It ends before the next line that begins at the margin and closes nothing. */
function declarationAt(source: string, from: number) {
  const [first = '', ...rest] = source.slice(from).split('\n')
  const end = rest.findIndex((line) => /^[^\s}\])]/.test(line))
  return [first, ...rest.slice(0, end < 0 ? undefined : end)].join('\n').trimEnd()
}

/** The members of a declaration, one level deep. */
export function partsOf(text: string): Part[] {
  const names = [...text.matchAll(/^ {2}'?([\w:-]+)'?\??: ?/gm)]
  return names.map((name, place) => {
    const start = name.index + name[0].length
    const next = names[place + 1]
    return {
      name: name[1] ?? '',
      doc: docBefore(text, name.index),
      text: withoutTail(text.slice(start, next?.index ?? text.lastIndexOf('}'))),
    }
  })
}

/** What stands between two members belongs to the second: its docstring, and room. */
const withoutTail = (text: string) =>
  text
    .replace(/\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/, '')
    .trim()
    .replace(/,$/, '')

/** The docstring that ends right before this place, as plain sentences; empty if there is none. */
export function docBefore(source: string, at: number): string {
  const [, doc = ''] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(source.slice(0, at)) ?? []
  return doc
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .join(' ')
    .trim()
}

/** The docstrings of the fields inside one question, by the field's name. */
export function fieldDocs(text: string): Map<string, string> {
  const documented = [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+)[:,]/g)]
  return new Map(documented.map((found) => [found[2] ?? '', docBefore(found[0].replace(/\w+[:,]$/, ''), found[0].length)]))
}

/** Everything that these texts name, and that what they name names, among what is declared; in the order of the declarations. */
export function namedBy(texts: string[], declared: Declared[]): Declared[] {
  const byName = new Map(declared.map((one) => [one.name, one]))
  const found = new Set<string>()
  const look = (text: string) => {
    for (const [name] of text.replaceAll(/\/\*\*[\s\S]*?\*\/|'[^']*'/g, '').matchAll(/\b[A-Za-z]\w*\b/g)) {
      const one = byName.get(name)
      if (!one || found.has(name) || !isNameOfType(name, text)) continue
      found.add(name)
      look(one.text)
    }
  }
  texts.forEach(look)
  return declared.filter(({ name }) => found.has(name))
}

/** Constants are only followed where a type is made of them; other small words are names of fields. */
const isNameOfType = (name: string, text: string) => /^[A-Z]/.test(name) || new RegExp(`typeof ${name}\\b`).test(text)
