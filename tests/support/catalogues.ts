import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { english as consoleEnglish } from '../../console/words/en.ts'
import { english as laterEnglish } from '../../console/words/later/en.ts'
import { paperWords } from '../../server/desk/tickets/paper-words.ts'
import { refusals } from '../../shared/reasons.ts'
import { knowReasons } from '../../shared/ui/reasons.ts'
import { english as sharedEnglish } from '../../shared/ui/words/en.ts'
import { english as guardEnglish } from '../../shared/ui/words/guard/en.ts'
import { english as guideEnglish } from '../../shared/ui/words/guide/en.ts'
import { english as articlesEnglish } from '../../widget/words/articles/en.ts'
import { english as widgetEnglish } from '../../widget/words/en.ts'
import { english as incidentEnglish } from '../../widget/words/incident/en.ts'
import { english as talkEnglish } from '../../widget/words/talk/en.ts'
import { sourcesOf } from './doors.ts'

// The widget fetches these when the first no is said.
knowReasons(refusals)

const root = join(import.meta.dirname, '../..')

/** The texts of a side, by the file whose `words` they are. */
export const catalogues = {
  'widget/words.ts': widgetEnglish,
  'widget/talk-words.ts': talkEnglish,
  'widget/incident-words.ts': incidentEnglish,
  'widget/article-words.ts': articlesEnglish,
  'console/words.ts': consoleEnglish,
  'console/later-words.ts': laterEnglish,
  'shared/ui/words.ts': sharedEnglish,
  'shared/ui/guard-words.ts': guardEnglish,
  'shared/ui/guide-words.ts': guideEnglish,
  'server/desk/tickets/paper-words.ts': paperWords.en,
}

export type CatalogueFile = keyof typeof catalogues

/** Every text of a catalogue under its path, such as `chats.take`. */
export function textsIn(catalogue: unknown, path = ''): [path: string, text: unknown][] {
  if (typeof catalogue !== 'object' || catalogue === null) return [[path, catalogue]]
  return Object.entries(catalogue).flatMap(([key, one]) => textsIn(one, path ? `${path}.${key}` : key))
}

/** What a text says about one thing after another: many texts speak of a number, a name, a moment or a span. */
export function saying(text: unknown): string {
  if (typeof text === 'string') return text
  if (typeof text !== 'function') throw new Error('A text is a sentence, or a function that makes one')
  const topics = [2, 'Ada', 'not-reached', '2026-11-22T09:00:00Z', ['Ada', 'Ben'], { from: 1, to: 2 }]
  for (const topic of topics) {
    try {
      const said: unknown = text(topic, topic, topic, topic)
      if (typeof said === 'string') return said
    } catch {
      // Not about this.
    }
  }
  // About something more particular: its making has to speak for it.
  return String(text)
}

/** The files that show texts to people. */
export const showing = () =>
  sourcesOf('widget', 'console', 'shared', 'server').filter(
    (file) => /^(widget|console|shared\/ui|server)\//.test(file) && !file.includes('/words/'),
  )

/** Every text that some file shows, by its path; one that is looked up at run time (`words.codes[code]`) counts with all its neighbours. */
export function shownFrom(catalogue: CatalogueFile): Set<string> {
  const known = textsIn(catalogues[catalogue]).map(([path]) => path)
  const shown = showing().flatMap((file) => chainsIn(file, catalogue))
  return new Set(known.filter((path) => shown.some((chain) => isAbout(chain, path))))
}

/** A path that goes on after a text, as in `words.reasons.map`, ends with the text. */
const isAbout = (chain: string, path: string) => `${path}.`.startsWith(`${chain}.`) || chain.startsWith(`${path}.`)

function chainsIn(file: string, catalogue: CatalogueFile): string[] {
  const source = readFileSync(join(root, file), 'utf8')
  const names = importedAs(file, source, catalogue)
  for (const [alias, path] of takenApart(source, names)) names.set(alias, path)
  return [...names].flatMap(([name, path]) =>
    [...source.matchAll(new RegExp(`(?<![\\w.])${name}((?:\\s*\\??\\.\\w+)+)`, 'g'))].map(([, chain = '']) =>
      `${path}${chain.replaceAll(/[\s?]/g, '')}`.replace(/^\./, ''),
    ),
  )
}

/** `import { words as shared } from '../../shared/ui/words.ts'` */
function importedAs(file: string, source: string, catalogue: CatalogueFile): Map<string, string> {
  const names = new Map<string, string>()
  for (const [, imported = '', from = ''] of source.matchAll(/import (?:type )?\{([^}]*)\} from '([^']*words\.ts)'/g)) {
    if (join(dirname(file), from) !== catalogue) continue
    // Paper is handed its words, since each reader takes his along in his own language.
    const alias = /\b(?:words|PaperWords)(?: as (\w+))?/.exec(imported)
    if (alias) names.set(alias[1] ?? 'words', '')
  }
  return names
}

/** `const { told, why: reasons } = words` */
function takenApart(source: string, names: ReadonlyMap<string, string>): [alias: string, path: string][] {
  return [...source.matchAll(/const \{([^}]*)\} = (\w+)((?:\.\w+)*)\n/g)].flatMap(([, parts = '', name = '', chain = '']) => {
    const path = names.get(name)
    if (path === undefined) return []
    return parts.split(',').map((part): [string, string] => {
      const [key = '', alias = key] = part.split(':').map((word) => word.trim())
      return [alias, `${path}${chain}.${key}`.replace(/^\./, '')]
    })
  })
}
