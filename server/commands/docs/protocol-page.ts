import { act } from '../../../shared/protocol/conversation.ts'
import { questions } from '../../../shared/protocol.ts'
import { refusals } from '../../../shared/reasons.ts'
import { type Field, fieldsOf } from './shapes.ts'
import { type Declared, declaredIn, fieldDocs, namedBy, type Part, partsOf, sharedSources } from './source.ts'

/** One noun of the wire: its file, and the sentence or two that its file begins with. */
interface Noun {
  name: string
  doc: string
  questions: Part[]
  answers: Part[]
  announcements: Part[]
}

/** The page docs/protocol.md, whole. */
export function protocolPage(root: string): string {
  const sources = sharedSources(root)
  const declared = [...sources.values()].flatMap(declaredIn)
  const nouns = nounsIn(sources)
  const texts = nouns.flatMap(({ answers, announcements }) => [...answers, ...announcements].map(({ text }) => text))
  return `${[
    intro(declared),
    ...nouns.filter(({ questions }) => questions.length > 0).map(nounSection),
    actsSection(sources.get('shared/protocol/conversation.ts') ?? ''),
    announcementsSection(nouns),
    thingsSection(namedBy(texts, declared)),
    refusalsSection(),
  ].join('\n\n')}\n`
}

/** The questions whose docstring is missing. */
export function questionsWithoutDocs(root: string): string[] {
  const documented = nounsIn(sharedSources(root)).flatMap((noun) => noun.questions.filter(({ doc }) => doc))
  const names = new Set(documented.map(({ name }) => name))
  return Object.keys(questions).filter((name) => !names.has(name))
}

function nounsIn(sources: Map<string, string>): Noun[] {
  return [...sources]
    .filter(([file]) => file.startsWith('shared/protocol'))
    .map(([file, source]) => {
      const declared = declaredIn(source)
      const parts = (ending: RegExp) => declared.filter(({ name }) => ending.test(name)).flatMap(({ text }) => partsOf(text))
      const table = declared.find(({ name }) => name.endsWith('Questions'))
      return {
        name: file.replace(/^.*\/|\.ts$/g, ''),
        doc: table?.doc ?? '',
        questions: table ? partsOf(table.text) : [],
        answers: parts(/.Answers$/),
        announcements: parts(/Announcements$/),
      }
    })
    .sort((one, other) => placeOf(one) - placeOf(other))
}

/** Nouns stand in the order in which the protocol puts them together. */
function placeOf({ questions: [first] }: Noun) {
  return first ? Object.keys(questions).indexOf(first.name) : Number.POSITIVE_INFINITY
}

function intro(declared: Declared[]) {
  const credentials = declared.find(({ name }) => name === 'Credentials')
  const reply = declared.find(({ name }) => name === 'Reply')
  return `# The protocol

*Made from \`shared/protocol.ts\` and the files beside it by \`npm run docs\`. Do not edit it by hand.*

All that is live goes over one Socket.IO connection (path \`/socket.io\`, default namespace, WebSocket preferred, polling as a fallback).
What needs cookies, tokens or files goes over HTTP: see \`/openapi.json\` and \`/docs\` of a running desk.

## At the door

${credentials?.doc}

\`\`\`ts
${credentials?.text}
\`\`\`

The handshake is refused with one of the [refusals](#refusals) as the message of the \`connect_error\`: \`signed-out\` for strangers,
\`too-fast\` where too many connections are open already, \`unavailable\` while the process is stopping.

## Questions and answers

A client asks with \`socket.emit(question, asked, answer)\`: every question takes one object, and is answered once. Names are imperative;
what the server announces is in the past tense. ${reply?.doc}

\`\`\`ts
${reply?.text}
\`\`\`

Texts lose NUL characters, lone surrogates and the white space around them. Fields that are not named here are refused as \`malformed\`,
what is too long as \`too-large\`, and what comes too fast as \`too-fast\`. What one may not see answers exactly like what does not exist: \`not-found\`.

**Subscribe, then snapshot, then apply.** \`conversation:open\` subscribes and brings the newest page; announcements may overtake its answer.
Each lane of a timeline (\`public\`, and \`internal\` for agents) is numbered densely from 1: a client that sees a gap, or hears of a higher number in
\`numbers:repeated\`, asks \`conversation:catch-up\`. Coming back after a cut is the same as starting.`
}

function nounSection({ name, doc, questions: asked, answers }: Noun) {
  const answerOf = new Map(answers.map((answer) => [answer.name, answer.text]))
  const sections = asked.map((question) => questionSection(question, answerOf.get(question.name) ?? 'null'))
  return [`### ${name[0]?.toUpperCase()}${name.slice(1)}`, doc, ...sections].filter(Boolean).join('\n\n')
}

function questionSection({ name, doc, text }: Part, answer: string) {
  const schema = Object.entries(questions).find(([question]) => question === name)?.[1]
  const tables = schema ? fieldsOf(schema).map((fields) => fieldTable(fields, fieldDocs(text))) : []
  return [`#### \`${name}\``, doc, tables.join('\n\nor\n\n'), `Answered with ${inCode(answer)}`].filter(Boolean).join('\n\n')
}

function fieldTable(fields: Field[], docs: Map<string, string>) {
  if (fields.length === 0) return 'Takes `{}`.'
  const rows = fields.map((field) => `| ${nameOf(field)} | ${inCell(field)} | ${docs.get(field.name) ?? ''} |`)
  return ['| Field | Takes | |', '|---|---|---|', ...rows].join('\n')
}

const nameOf = ({ name, required }: Field) => `\`${name}\`${required ? '' : ' (optional)'}`

const inCell = ({ name, shape }: Field) => (name === 'act' ? 'one of the [acts](#acts)' : `\`${shape.replaceAll('|', '\\|')}\``)

const inCode = (text: string) => (text.includes('\n') ? `\n\n\`\`\`ts\n${text.replaceAll(/^ {2}/gm, '')}\n\`\`\`` : `\`${text}\``)

function actsSection(source: string) {
  const doc = declaredIn(source).find(({ name }) => name === 'act')?.doc
  const rows = fieldsOf(act).map(
    ([kind, ...fields]) => `| ${kind?.shape.replaceAll('"', '')} | ${fields.map(actField).join('<br>') || '—'} |`,
  )
  return `## Acts\n\nThe \`act\` of \`conversation:act\`. ${doc}\nThe id of the act \`open\` becomes the id of the conversation.\n\n${[
    '| Kind | Fields |',
    '|---|---|',
    ...rows,
  ].join('\n')}`
}

const actField = (field: Field) => `${nameOf(field)} ${inCell(field)}`

function announcementsSection(nouns: Noun[]) {
  const sections = nouns
    .flatMap(({ announcements }) => announcements)
    .map(({ name, doc, text }) => `### \`${name}\`\n\n${doc}\n\n${inCode(newsOf(text)).trim()}`)
  return ['## Announcements', ...sections].join('\n\n')
}

/** What it carries: the type of its only argument. */
const newsOf = (text: string) => /^\(news: ([\s\S]*)\) => void$/.exec(text)?.[1] ?? text

function thingsSection(things: Declared[]) {
  const texts = things.map(({ doc, text }) => `${doc ? `/** ${doc} */\n` : ''}${text}`)
  return `## The things named above\n\nMoments are ISO 8601 in UTC, ids are UUIDs.\n\n\`\`\`ts\n${texts.join('\n\n')}\n\`\`\``
}

function refusalsSection() {
  const rows = Object.entries(refusals).map(([code, sentence]) => `| \`${code}\` | ${sentence} |`)
  return [
    '## Refusals',
    'Codes cross the wire; each side words them in its reader’s language. In English:',
    ['| Code | Means |', '|---|---|', ...rows].join('\n'),
  ].join('\n\n')
}
