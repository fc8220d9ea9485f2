import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { unhurried } from '../../../console/models/unhurried-store.ts'
import { createStore } from '../../../shared/client/storage.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
  localStorage.clear()
})

test('a letter is kept once it is on the screen, and known at once to whoever asks', () => {
  const store = unhurried(createStore(localStorage))
  store.set('draft', 'H')
  store.set('draft', 'He')
  expect([store.get('draft'), store.keys('dr'), localStorage.getItem('draft')]).toEqual(['He', ['draft'], null])
  jest.advanceTimersByTime(100)
  expect([store.get('draft'), store.keys('dr'), localStorage.getItem('draft')]).toEqual(['He', ['draft'], 'He'])
})

test('what is in hand is kept at once when it must be, and what was taken away does not come back', () => {
  const store = unhurried(createStore(localStorage))
  store.set('draft', 'Half a sen')
  store.flush()
  expect(localStorage.getItem('draft')).toBe('Half a sen')
  store.set('draft', 'Half a sentence')
  store.remove('draft')
  jest.advanceTimersByTime(100)
  expect([store.get('draft'), localStorage.getItem('draft')]).toEqual([null, null])
})

test('a covered window, in which nothing is drawn, keeps it all the same', () => {
  const frames = jest.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1)
  const store = unhurried(createStore(localStorage))
  store.set('draft', 'Behind another window')
  jest.advanceTimersByTime(100)
  expect(localStorage.getItem('draft')).toBe('Behind another window')
  frames.mockRestore()
})
