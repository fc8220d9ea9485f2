import { defaultLook } from '../../../shared/look.ts'
import { defaultSettings } from '../../../shared/queue.ts'
import { noTargets } from '../../../shared/target.ts'
import { defaultRouting } from '../../../shared/team-routing.ts'
import type { WholeSettings } from './document.ts'

const refuge = { to: null, team: null }
const week = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null }

/** In which order everything is written: as people would tell it. What is not here follows by name. */
const order = {
  version: null,
  desk: defaultSettings,
  look: { ...defaultLook, texts: { en: { name: null, greeting: null, hint: null }, de: { name: null, greeting: null, hint: null } } },
  guard: { off: null, own: { name: null, pattern: null }, insist: null },
  remote: { probes: { name: null, url: null }, tools: { name: null, link: null } },
  telephone: { enabled: null },
  categories: null,
  teams: {
    name: null,
    tier: null,
    hours: { zone: null, days: week, closed: null, special: { date: null, name: null, spans: null } },
    topics: { name: null, needs: { skill: null, level: null, required: null } },
    routing: {
      ...defaultRouting,
      limits: { length: { most: null, refuge }, wait: { seconds: null, refuge } },
      overflow: { team: null, afterSeconds: null, atOnce: null },
      emergency: { en: null, de: null },
      targets: noTargets,
    },
  },
  agents: { email: null, skills: null, languages: null, extension: null },
  replies: { name: null, team: null, text: null },
}

/** The same settings in the order in which they are always written: a database keeps none. */
export const inOrder = (document: WholeSettings): WholeSettings => sorted(document, order)

function sorted<T>(value: T, like: unknown): T
function sorted(value: unknown, like: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => sorted(one, like))
  if (typeof value !== 'object' || value === null) return value
  const places: Record<string, unknown> = isRecord(like) ? like : {}
  const known = Object.keys(places)
  const rank = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length)
  const entries = Object.entries(value).toSorted(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part, places[key])]))
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
