import { z } from 'zod'
import { codes } from '../ticket.ts'

/** The small words that all nouns of the wire are made of. */

export const id = z.uuid()

/** What people write. NUL and lone surrogates, which no database keeps, are mended rather than refused. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .transform((written) => written.replaceAll('\0', '').toWellFormed().trim())

/** As `text`, and not empty. */
export const words = (max: number) => text(max).pipe(z.string().min(1))

/** What browsers take for an e-mail address, so that none that a page let through is refused. Inside a house it may have no full stop. */
export const emailAddress = z.email({ pattern: z.regexes.html5Email }).max(254)

export const level = z.enum(['low', 'medium', 'high'])
export const code = z.enum(codes)
export const wish = z.enum(['available', 'away'])
export const role = z.enum(['agent', 'supervisor', 'administrator'])
export const count = z.int().min(0)
export const seq = z.int().min(0).max(2_147_483_647)
