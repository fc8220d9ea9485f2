import { expect } from '@jest/globals'

/** Waits until what is read is what is expected; if it never is, says how it differs. */
export async function comesTo<T>(read: () => Promise<T>, expected: T, seconds = 15): Promise<void> {
  const end = Date.now() + seconds * 1000
  let last = await read()
  while (JSON.stringify(last) !== JSON.stringify(expected) && Date.now() < end) {
    await new Promise((again) => setTimeout(again, 50))
    last = await read()
  }
  expect(last).toEqual(expected)
}
