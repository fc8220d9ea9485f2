import type { Heard } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Put } from './ticket-conditions.ts'

type Wanted = Heard<'ticket:list'>

/** In which order a list is, and from where on. */
export type Order = Pick<Wanted, 'sort' | 'reversed'>

interface Step {
  what: string
  type: 'text' | 'int' | 'bigint' | 'timestamptz'
  down: boolean
}

// Words are ordered as people look them up, whatever the database was made with; what is missing comes last.
const asWords = (what: string): Step => ({ what: `lower(coalesce(${what}, U&'\\FFFF')) collate "und-x-icu"`, type: 'text', down: false })
const nameOf = (table: string, column: string) => `(select name from ${table} where ${table}.id = ${column})`
const changed: Step = { what: 'changed_at', type: 'timestamptz', down: true }
/** Each order ends in the number, so that no two tickets share a place. */
const number: Step = { what: 'number', type: 'bigint', down: true }

const steps: Record<Wanted['sort'], readonly Step[]> = {
  changed: [changed, number],
  opened: [{ what: 'opened_at', type: 'timestamptz', down: true }, number],
  priority: [{ what: 'priority', type: 'int', down: false }, changed, number],
  number: [number],
  subject: [asWords("nullif(subject, '')"), number],
  // As the work goes on, not as the words are spelt.
  status: [
    { what: "array_position(array['new','in-progress','on-hold','resolved','closed','cancelled'], status)", type: 'int', down: false },
    changed,
    number,
  ],
  category: [asWords('category'), number],
  requester: [asWords(nameOf('requesters', 'requester_id')), number],
  team: [asWords(nameOf('teams', 'team_id')), number],
  // What was promised first is owed first, and of what nothing was promised, the most pressing.
  promise: [
    { what: "coalesce(promised_until, '9999-12-31 00:00Z')", type: 'timestamptz', down: false },
    { what: 'priority', type: 'int', down: false },
    number,
  ],
  target: [
    { what: "coalesce(target_due, '9999-12-31 00:00Z')", type: 'timestamptz', down: false },
    { what: 'priority', type: 'int', down: false },
    number,
  ],
  owner: [asWords(nameOf('agents', 'communication_owner')), number],
}

const stepsOf = ({ sort, reversed }: Order) => steps[sort].map((step) => ({ ...step, down: step.down !== reversed }))

/** Orders that an index knows: their beginning is read without reading the rest. */
export const isIndexed = ({ sort }: Order) => sort === 'changed' || sort === 'opened' || sort === 'priority'

export const orderBy = (order: Order) =>
  `order by ${stepsOf(order)
    .map(({ what, down }) => `${what}${down ? ' desc' : ''}`)
    .join(', ')}`

/** Each ticket once, whichever way it was found. */
export const distinctOn = (order: Order) =>
  `distinct on (${stepsOf(order)
    .map(({ what }) => what)
    .join(', ')})`

/** A ticket that belongs on a page. */
export interface Hit {
  id: string
  /** Its place in the order of the list, as the database writes it, so that nothing is rounded. */
  place: string[]
  /** How many there are in all, where that was counted on the way. */
  total: number | null
}

/** A hit but for its total. */
export const hitColumns = (order: Order) =>
  `conversation_id as id, array[${stepsOf(order)
    .map(({ what }) => `(${what})::text`)
    .join(', ')}] as place`

/** Whatever tickets are ordered by and narrowed to. */
export const sortedBy =
  'conversation_id, number, subject, category, category_id, code, priority, status, channel, opened_at, changed_at, requester_id, team_id, communication_owner, work_owner, promised_until, work_team_id, target_due, target_near, target_missed'

/** Where a page ended. */
export function keyOf(place: readonly string[], { sort, reversed }: Order): string {
  return Buffer.from(JSON.stringify([sort, reversed, ...place])).toString('base64url')
}

/** Only what comes after the page before. */
export function positionIn({ after, ...order }: Order & Pick<Wanted, 'after'>, put: Put): string[] {
  if (after === null) return []
  const all = stepsOf(order)
  const place = placeIn(after, order, all)
  const values = all.map(({ type }, at) => `${put(place[at])}::${type}`)
  // An index serves a comparison of whole rows, which needs one direction.
  if (all.every(({ down }) => down === all[0]?.down)) {
    return [`(${all.map(({ what }) => what).join(', ')}) ${all[0]?.down ? '<' : '>'} (${values.join(', ')})`]
  }
  return [beyond(all, values)]
}

/** The moment at which a page ended, in orders by a moment. */
export function momentIn({ after, ...order }: Order & Pick<Wanted, 'after'>): Date | null {
  const [step, ...more] = stepsOf(order)
  if (after === null || step?.type !== 'timestamptz') return null
  return new Date(placeIn(after, order, [step, ...more])[0] ?? Number.NaN)
}

/** Beyond the first value, or at it and beyond the rest. */
function beyond([step, ...more]: readonly Step[], [value = '', ...rest]: readonly string[]): string {
  if (!step) return 'false'
  const further = `${step.what} ${step.down ? '<' : '>'} ${value}`
  if (more.length === 0) return further
  const atOrFurther = `${step.what} ${step.down ? '<=' : '>='} ${value}`
  return `(${atOrFurther} and (${further} or ${beyond(more, rest)}))`
}

function placeIn(after: string, { sort, reversed }: Order, all: readonly Step[]): string[] {
  try {
    const [was, way, ...place] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[]
    const fits = was === sort && way === reversed && place.length === all.length
    if (fits && place.every((value, at) => typeof value === 'string' && isOf(all[at]?.type, value))) return place as string[]
  } catch {
    // Whatever cannot be read was not ours.
  }
  return refuse('malformed')
}

function isOf(type: Step['type'] | undefined, value: string) {
  switch (type) {
    case 'int':
      return /^\d{1,9}$/.test(value)
    case 'bigint':
      return /^\d{1,18}$/.test(value)
    case 'timestamptz':
      return !Number.isNaN(Date.parse(value))
    default:
      return value.length <= 500 && !value.includes('\0')
  }
}
