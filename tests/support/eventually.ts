/** Waits until something is so, for twenty seconds at most: what the clock could not do is taken up again after ten. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It never came true: ${isSo}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
