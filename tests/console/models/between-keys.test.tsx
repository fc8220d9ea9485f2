import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { createBetweenKeys } from '../../../console/models/between-keys.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

const presses = () => dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))

test('while nobody writes, the clocks go at once', () => {
  const calm = createBetweenKeys()
  const ticked: string[] = []
  calm.do(() => ticked.push('now'))
  expect(ticked).toEqual(['now'])
  calm.stop()
})

test('while Ada writes, the clocks go right behind her next letter, and soon after her last', () => {
  const calm = createBetweenKeys()
  let ticks = 0
  const tick = () => {
    ticks += 1
  }
  presses()
  jest.advanceTimersByTime(100)
  calm.do(tick)
  expect(ticks).toBe(0)
  presses()
  expect(ticks).toBe(0)
  jest.advanceTimersByTime(100)
  expect(ticks).toBe(1)
  calm.do(tick)
  jest.advanceTimersByTime(500)
  expect(ticks).toBe(2)
  calm.stop()
})

test('a clock that was put away does not go on behind its own end', () => {
  const calm = createBetweenKeys()
  let ticks = 0
  presses()
  calm.do(() => {
    ticks += 1
  })
  calm.stop()
  presses()
  jest.advanceTimersByTime(1_000)
  expect(ticks).toBe(0)
})
