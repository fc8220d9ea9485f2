import { z } from 'zod'

/** A field of a question: what may stand in it, in a few words. */
export interface Field {
  name: string
  shape: string
  required: boolean
}

/** The fields that a schema takes; several lists where it takes one of several. */
export function fieldsOf(schema: z.ZodType): Field[][] {
  const shape = jsonShapeOf(schema)
  return alternativesOf(shape).map(({ properties = {}, required = [] }) =>
    Object.entries(properties).map(([name, inner]) => ({ name, shape: wordsFor(inner), required: required.includes(name) })),
  )
}

type Shape = z.core.JSONSchema.BaseSchema

/** As a client sends it: before anything is trimmed, mended or filled in. */
const jsonShapeOf = (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: 'input', override: withWhatFollows })

// What is checked after the mending (`not empty`, `an e-mail address`) binds the sender as well.
const withWhatFollows: NonNullable<z.core.ToJSONSchemaParams['override']> = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod
  if (def.type !== 'pipe') return
  const { minLength, format, pattern } = z.toJSONSchema(def.out, { unrepresentable: 'any' })
  Object.assign(jsonSchema, minLength && { minLength }, format && { format }, pattern && { pattern })
}

const alternativesOf = (shape: Shape): Shape[] => shape.oneOf?.filter(isShape) ?? shape.anyOf?.filter(isShape) ?? [shape]

const isShape = (shape: z.core.JSONSchema._JSONSchema): shape is Shape => typeof shape === 'object'

/** What may stand here, as people write types, with its limits. */
export function wordsFor(shape: z.core.JSONSchema._JSONSchema): string {
  if (!isShape(shape)) return 'anything'
  if (shape.anyOf ?? shape.oneOf) return alternativesOf(shape).map(wordsFor).join(' | ')
  if (shape.const !== undefined) return code(shape.const)
  if (shape.enum) return shape.enum.map(code).join(' | ')
  if (Array.isArray(shape.type)) return shape.type.map((type) => wordsFor({ ...shape, type })).join(' | ')
  switch (shape.type) {
    case 'string':
      return `${stringWords(shape)}${preset(shape)}`
    case 'integer':
    case 'number':
      return `${shape.type === 'integer' ? 'whole number' : 'number'}${between(shape.minimum, shape.maximum)}${preset(shape)}`
    case 'array':
      return listWords(shape)
    case 'object':
      return objectWords(shape)
    case undefined:
      return 'anything'
    default:
      return shape.type
  }
}

const formats: Record<string, string> = {
  uuid: 'UUID',
  email: 'e-mail address',
  uri: 'URL',
  date: 'date',
  'date-time': 'moment (ISO 8601, UTC)',
}

function stringWords({ format, pattern, minLength, maxLength }: Shape) {
  const what = (format && formats[format]) || 'text'
  const limits = [minLength === 1 ? 'not empty' : minLength && `from ${minLength}`, maxLength && `up to ${maxLength}`]
  const like = pattern && !format ? ` like /${pattern}/` : ''
  const said = limits.filter(Boolean).join(', ')
  return `${what}${said && ` (${said})`}${like}`
}

function listWords({ prefixItems, items, maxItems }: Shape) {
  if (prefixItems) return `[${prefixItems.map(wordsFor).join(', ')}]`
  const inner = items && !Array.isArray(items) ? wordsFor(items) : 'anything'
  return `list${maxItems === undefined ? '' : ` (up to ${maxItems})`} of ${inner}`
}

function objectWords({ properties = {}, required = [], propertyNames, additionalProperties }: Shape) {
  if (propertyNames && additionalProperties) return `{ [${wordsFor(propertyNames)}]: ${wordsFor(additionalProperties)} }`
  const fields = Object.entries(properties).map(([name, inner]) => ({
    name: `${name}${required.includes(name) ? '' : '?'}`,
    words: wordsFor(inner),
  }))
  const alike: { names: string[]; words: string }[] = []
  for (const { name, words } of fields) {
    const last = alike.at(-1)
    if (last?.words === words) last.names.push(name)
    else alike.push({ names: [name], words })
  }
  return `{ ${alike.map(({ names, words }) => `${names.join(', ')}: ${words}`).join('; ')} }`
}

// Safe integers are no limit that anybody set.
function between(from: number | undefined, to: number | undefined) {
  const top = to === Number.MAX_SAFE_INTEGER ? undefined : to
  if (from === undefined || from === Number.MIN_SAFE_INTEGER) return top === undefined ? '' : ` (up to ${top})`
  return top === undefined ? ` (from ${from})` : ` (${from} to ${top})`
}

const preset = (shape: Shape) =>
  shape.default === undefined || shape.default === null || shape.default === '' ? '' : `, else ${code(shape.default)}`

const code = (value: unknown) => JSON.stringify(value)
