import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { createLater } from '../../../../server/desk/line/later.ts'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

test('however often a team is to be looked at again, one timer waits for it, and the sooner wish counts', () => {
  const asked: string[] = []
  const later = createLater(
    (team) => void asked.push(team),
    () => Date.now(),
  )
  for (let often = 0; often < 1_000; often++) later.ask('Service desk', 3_600_000)
  later.ask('Service desk', 40)
  later.ask('Network', 100)
  expect(jest.getTimerCount()).toBe(2)

  jest.advanceTimersByTime(40)
  expect(asked).toEqual(['Service desk'])
  later.ask('Service desk', 50)
  jest.advanceTimersByTime(60)
  expect(asked).toEqual(['Service desk', 'Service desk', 'Network'])
  later.ask('Service desk', 50)
  later.stop()
  jest.advanceTimersByTime(60)
  expect(asked).toHaveLength(3)
})
