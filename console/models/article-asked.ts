/** What stands behind `??` on the last line; null where nothing is looked for. */
export const articleAsked = (written: string): string | null => /(?:^|\n)\?\?([^\n]*)$/.exec(written)?.[1]?.trim() ?? null

/** What was written, with this in place of what was looked for. */
export const withArticle = (written: string, put: string): string => written.replace(/\?\?[^\n]*$/, () => put)
