import { type Reach, rights } from '../../desk/access.ts'

/** The rights as a table for the README: who may do what, and how far that reaches. */
export function rightsTable(): string {
  const roles = Object.entries(rights)
  const rows = Object.entries(rights.agent).flatMap(([noun, verbs]) =>
    Object.keys(verbs).map(
      (verb) => `| ${noun}: ${verb.replaceAll('-', ' ')} | ${roles.map(([, table]) => words[reachOf(table, noun, verb)]).join(' | ')} |`,
    ),
  )
  return [`| | ${roles.map(([role]) => role).join(' | ')} |`, `|---|${'---|'.repeat(roles.length)}`, ...rows].join('\n')
}

function reachOf(table: Record<string, Record<string, Reach>>, noun: string, verb: string): Reach {
  return table[noun]?.[verb] ?? 'none'
}

const words: Record<Reach, string> = { none: '–', self: 'own', owner: 'owner or joined', team: 'own teams', all: 'all' }
