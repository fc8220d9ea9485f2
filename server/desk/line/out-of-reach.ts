/**
 * Whether an error means that the database cannot be reached, is starting or stopping, has no room, or was too slow, or that we were:
 * what was asked may or may not have been done, and it is worth asking again.
 */
export function isOutOfReach(error: unknown): boolean {
  const code = codeOf(error)
  if (/^(08|57P|53|58)/.test(code) || ['55P03', '57014', '25P03'].includes(code)) return true
  if (/^E[A-Z]+$/.test(code)) return true
  return error instanceof Error && code === '' && /connection|timeout|terminat/i.test(error.message)
}

/** The code that PostgreSQL or the system gave an error, or nothing. */
export const codeOf = (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '')
