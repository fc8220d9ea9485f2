import { createHash } from 'node:crypto'
import type { WholeSettings } from './document.ts'

const widest = 110

/** A document as people read and compare it: what fits on a line stands on one, and the same is always written the same. */
export const printed = (document: object): string => `${written(document, '')}\n`

function written(value: unknown, margin: string): string {
  const line = inOneLine(value)
  if (typeof value !== 'object' || value === null || line.length + margin.length <= widest) return line
  const inner = `${margin}  `
  if (Array.isArray(value)) return `[\n${value.map((one) => inner + written(one, inner)).join(',\n')}\n${margin}]`
  const lines = Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${written(one, inner)}`)
  return `{\n${lines.join(',\n')}\n${margin}}`
}

function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${inOneLine(one)}`)
  return parts.length > 0 ? `{ ${parts.join(', ')} }` : '{}'
}

/** By what is seen whether anything was set since somebody looked. */
export const sealOf = (document: WholeSettings): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 22)
