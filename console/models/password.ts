/** How many characters a password has at least. */
export const least = 12

/** How many are still missing. */
export const leftOf = (password: string) => Math.max(0, least - [...password].length)
