import type { SettingsFile } from '../../../shared/protocol/settings-file.ts'
import type { Note } from '../../../shared/settings-file.ts'
import type { WholeSettings } from './document.ts'
import { asKey, pathsOf } from './wording.ts'

/** What the file names and the desk does not have, and what the desk has and the file, though it speaks of such things, does not name. */
export function notesOn(present: WholeSettings, file: SettingsFile): Note[] {
  const isToldAnew = file.telephone?.enabled === true && !present.telephone.enabled
  return [...(isToldAnew ? [{ what: 'key' } as const] : []), ...namesIn(present, file)]
}

function namesIn(present: WholeSettings, { teams, categories, agents, replies, remove = {} }: SettingsFile): Note[] {
  const here = {
    teams: present.teams.map(({ name }) => name),
    categories: pathsOf(present.categories),
    agents: present.agents.map(({ email }) => email),
    replies: present.replies.map(({ name }) => name),
  }
  const named = {
    teams: teams?.map(({ name }) => name),
    categories: categories && pathsOf(categories),
    agents: agents?.map(({ email }) => email),
    replies: replies?.map(({ name }) => name),
  }
  const going = { ...remove, replies: remove.replies?.map(({ name }) => name), agents: [] }
  const left = sections.map(
    (of): Names => ({ what: 'left', of, names: named[of] ? without(here[of], [...named[of], ...(going[of] ?? [])]) : [] }),
  )
  const gone = removables.map((of): Names => ({ what: 'gone', of, names: without(going[of] ?? [], here[of]) }))
  const strange: Names = { what: 'not-here', of: 'agents', names: without(named.agents ?? [], here.agents) }
  return [strange, ...gone, ...left].filter(({ names }) => names.length > 0)
}

type Names = Extract<Note, { names: string[] }>

const removables = ['teams', 'categories', 'replies'] as const
const sections = [...removables, 'agents'] as const

function without(names: readonly string[], others: readonly string[]): string[] {
  const keys = new Set(others.map(asKey))
  return names.filter((name) => !keys.has(asKey(name)))
}
