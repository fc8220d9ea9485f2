import type { Code, Impact, Urgency } from '../../../shared/ticket.ts'
import type { Chance } from './chance.ts'

/** What people come with, and how it goes. Words in braces differ from time to time. */
export interface Story {
  topic: string
  category: string
  impact: Impact
  urgency: Urgency
  subject?: string
  code: Code
  resolution: string
  /** A line each. `R` the requester says, `A` the agent says, `N` the agent notes, `>` he hands over to a team, with a comment.
   * `W` so many minutes pass. */
  script: string
}

export type Line =
  | { kind: 'asks' | 'answers' | 'notes'; text: string }
  | { kind: 'hands-over'; team: string; text: string }
  | { kind: 'waits'; text: string; minutes: number }

/** One telling of a story. */
export interface Telling {
  opening: string
  lines: Line[]
  resolution: string
  subject: string | undefined
}

/** Tells the story of this requester, with its details as chance has them. Who helps is not known before: `{agent}` stays. */
export function tell({ script, resolution, subject }: Story, requester: string, chance: Chance): Telling {
  const details = new Map([['requester', firstNameOf(requester)]])
  const fill = (text: string) => text.replaceAll(/\{(?!agent\})(\w+)\}/g, (_, name: string) => detail(name, details, chance))
  const [opening, ...lines] = script
    .trim()
    .split('\n')
    .map((line) => lineFrom(fill(line.trim())))
  if (opening?.kind !== 'asks') throw new Error('A story begins with what the requester asks')
  return { opening: opening.text, lines, resolution: fill(resolution), subject: subject && fill(subject) }
}

export const firstNameOf = (name: string) => name.split(' ')[0] ?? name

/** The same detail is the same throughout one telling. */
function detail(name: string, known: Map<string, string>, chance: Chance) {
  const told = known.get(name) ?? chance.oneOf(choices[name] ?? [name])
  known.set(name, told)
  return told
}

function lineFrom(line: string): Line {
  const text = line.slice(2).replaceAll(' / ', '\n')
  switch (line[0]) {
    case 'R':
      return { kind: 'asks', text }
    case 'A':
      return { kind: 'answers', text }
    case 'N':
      return { kind: 'notes', text }
    case '>': {
      const [, team = '', comment = ''] = /^([^:]+): (.*)$/.exec(text) ?? []
      return { kind: 'hands-over', team, text: comment }
    }
    case 'W':
      return { kind: 'waits', text, minutes: Number(text) }
    default:
      throw new Error(`A line of a story begins with R, A, N, W or >: ${line}`)
  }
}

const choices: Record<string, string[]> = {
  printer: ['PRN-2-04', 'PRN-1-01', 'PRN-3-12', 'PRN-0-02', 'PRN-4-07'],
  floor: ['ground floor', 'first floor', 'second floor', 'third floor'],
  room: ['Oslo', 'Lisbon', 'Turing', 'Curie', 'Room 2.17', 'Room 3.05'],
  minutes: ['five', 'ten', 'fifteen', 'twenty'],
  laptop: ['ThinkPad T14', 'Latitude 7440', 'EliteBook 840', 'MacBook Pro'],
  asset: ['NW-10442', 'NW-11873', 'NW-12019', 'NW-09977', 'NW-13310'],
  app: ['Visio', 'Acrobat Pro', 'Project', 'AutoCAD LT', 'Power BI'],
  error: ['0x800b0109', '0x80070035', '691', '809', '0x8004210B'],
  mailbox: ['facilities', 'invoices', 'events', 'onboarding', 'press'],
  site: ['Leeds', 'Bristol', 'Utrecht', 'the home office', 'the airport'],
  order: ['PO-45001187', 'PO-45001203', 'PO-45001340', 'PO-45000978'],
  share: ['Finance', 'Projects', 'HR', 'Marketing', 'Legal'],
}
