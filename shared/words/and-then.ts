/** What somebody wrote ends a sentence, or nothing was written and it just ends. */
export const andThen = (written: string) => (written ? `: ${written}` : '.')
