/** As many letters as a message has. */
const longest = 4000

/** So many texts lie aside at once; more than that are put together. */
export const mostAside = 3

/** What is kept of what somebody is writing: as much as a message holds, without what no database keeps. The same for the same words, on both sides. */
export const fitting = (written: string) =>
  written
    .replaceAll('\0', '')
    .slice(0, longest)
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
