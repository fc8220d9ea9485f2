/**
 * Arrays as PostgreSQL reads them. The client would do this for any value, element by element; every message has twenty
 * such arrays, and what is in them is known.
 */

/** Of words that need no quoting: ids, numbers, dates, names of ours. */
export const plainArray = (values: (string | number | null)[]): string => `{${values.map((value) => value ?? 'NULL').join(',')}}`

/** Of JSON. Quoted as JSON quotes, which is how arrays quote, too: JSON has no bare control characters. */
export const jsonArray = (values: unknown[]): string =>
  `{${values.map((value) => (value === null ? 'NULL' : JSON.stringify(JSON.stringify(value)))).join(',')}}`

/** Of bytes. */
export const bytesArray = (values: (Buffer | null)[]): string =>
  `{${values.map((value) => (value ? `"\\\\x${value.toString('hex')}"` : 'NULL')).join(',')}}`
