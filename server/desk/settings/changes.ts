import type { Change, SettingPath } from '../../../shared/settings-file.ts'
import { newTeam, type WholeSettings } from './document.ts'
import { asKey } from './wording.ts'

/** Every setting that differs, each at its place, in the order of the file. */
export const changesBetween = (before: WholeSettings, after: WholeSettings): Change[] => differences(before, after, [])

/** Whether two parts of settings say different things. */
export const differ = (one: unknown, other: unknown) => differences(one, other, []).length > 0

type Rec = Record<string, unknown>

function differences(before: unknown, after: unknown, place: SettingPath): Change[] {
  const [old, now] = [asLikely(before, after), asLikely(after, before)]
  if (isNamedList(old) && isNamedList(now)) return inLists(old, now, place)
  if (isRecord(old) && isRecord(now)) {
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) => differences(old[key], now[key], [...place, key]))
  }
  return isSame(old, now) ? [] : [{ place, how: 'changed', before: before ?? null, after: after ?? null }]
}

/** What is not said at all is an empty one of what it is compared with. */
function asLikely(value: unknown, other: unknown): unknown {
  if (value !== undefined) return value
  return Array.isArray(other) ? [] : isRecord(other) ? {} : undefined
}

function inLists(before: readonly Rec[], after: readonly Rec[], place: SettingPath): Change[] {
  const [old, now] = [byName(before), byName(after)]
  const names = [...now.keys()].filter((name) => old.has(name))
  const former = [...old.keys()].filter((name) => now.has(name))
  const told = (keys: string[]) => keys.map((name) => nameOf(now.get(name)))
  return [
    ...(isSame(names, former) ? [] : [{ place, how: 'ordered', before: told(former), after: told(names) } as const]),
    ...[...now].flatMap(([name, one]) => {
      const here = [...place, nameOf(one)]
      return old.has(name) ? differences(old.get(name), one, here) : added(one, here)
    }),
    ...[...old]
      .filter(([name]) => !now.has(name))
      .map(([, one]) => ({ place: [...place, nameOf(one)], how: 'removed', before: one, after: null }) as const),
  ]
}

/** What is new, and each of its settings that is not as usual. */
function added(one: Rec, place: SettingPath): Change[] {
  const usual = place[0] === 'teams' && place.length === 2 ? { ...newTeam(String(one.name)) } : namesIn(one)
  const details = differences(usual, one, place).filter(({ before, after }) => !(isNothing(before) && isNothing(after)))
  return [{ place, how: 'added', before: null, after: one }, ...details]
}

/** By which things in lists are known, the first that there is. */
const nameKeys = ['name', 'email', 'label', 'date', 'skill'] as const

const namesIn = (one: Rec): Rec => Object.fromEntries([...nameKeys, 'team'].filter((key) => key in one).map((key) => [key, one[key]]))

/** What one is called, with its team if it is a team's. */
function nameOf(one: Rec | undefined): string {
  const key = nameKeys.find((name) => typeof one?.[name] === 'string')
  const name = key ? String(one?.[key]) : ''
  return typeof one?.team === 'string' ? `${name} (${one.team})` : name
}

/** Of those that share a name, the second is known as such, and so on. */
function byName(list: readonly Rec[]): Map<string, Rec> {
  const known = new Map<string, Rec>()
  for (const one of list) {
    const name = asKey(nameOf(one))
    let times = 1
    while (known.has(`${name} ${times}`)) times++
    known.set(`${name} ${times}`, one)
  }
  return known
}

const isNamedList = (value: unknown): value is Rec[] => Array.isArray(value) && value.every((one) => isRecord(one) && nameOf(one) !== '')

const isRecord = (value: unknown): value is Rec => typeof value === 'object' && value !== null && !Array.isArray(value)

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const isNothing = (value: unknown) => value === null || value === undefined || value === false || value === '' || isSame(value, [])
