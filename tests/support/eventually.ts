/** Waits until something is so, for ten seconds at most. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It never came true: ${isSo}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
