/** Waits until something is so, long enough for a busy machine. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It never came true: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
