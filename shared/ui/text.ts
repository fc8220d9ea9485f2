/** What is not a string is not shown: an object in its place could otherwise be taken for markup. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
