import { type RefusalCode, Refused } from '../../shared/refusal.ts'

/** What was asked is refused with this code. */
export async function refusedWith(code: RefusalCode, asked: Promise<unknown>): Promise<void> {
  const outcome = await asked.then(
    (answer) => ({ answered: answer }),
    (error: unknown) => (error instanceof Refused ? error.code : error),
  )
  expect(outcome).toBe(code)
}

/** How an act is refused at once; null where it is not. */
export function codeOf(act: () => unknown): RefusalCode | null {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}
