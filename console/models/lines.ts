/** What was written one a line: trimmed, without empty lines and repetitions. */
export const linesOf = (written: string) => [
  ...new Set(
    written
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]
