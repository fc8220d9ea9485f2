import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { NoticesModel } from '../../../console/models/notices.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

function inTheCorner() {
  const notices = new NoticesModel()
  return {
    notices,
    reads: () => notices.list.value.map(({ text }) => text),
    passes: (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000),
  }
}

test('of those that only tell something the latest stands, and not for long; what went wrong stands longer', async () => {
  const { notices, reads, passes } = inTheCorner()
  notices.tell('Saved as a file.')
  notices.tell('A test went out.')
  notices.tell('That was refused.', 'bad')
  expect(reads()).toEqual(['A test went out.', 'That was refused.'])
  await passes(6)
  expect(reads()).toEqual(['That was refused.'])
  await passes(7)
  expect(reads()).toEqual([])
})

test('never more than three pile up, and the same sentence stands once', () => {
  const { notices, reads } = inTheCorner()
  for (const text of ['Saved.', 'Ann is removed.', 'Saved.', 'Ben is removed.', 'Cem is removed.']) notices.done(text, async () => {})
  expect(reads()).toEqual(['Saved.', 'Ben is removed.', 'Cem is removed.'])
})

test('what was done last is taken back, and nothing disappears under a hand that points at it', async () => {
  const { notices, reads, passes } = inTheCorner()
  const undone: string[] = []
  notices.done('Ann is removed.', async () => undone.push('Ann'))
  notices.done('Ben is removed.', async () => undone.push('Ben'))
  notices.hold(true)
  await passes(60)
  expect(reads()).toEqual(['Ann is removed.', 'Ben is removed.'])
  notices.takeBackLast()
  await passes(0)
  expect([undone, reads()]).toEqual([['Ben'], ['Ann is removed.', 'It is as it was before.']])
  notices.hold(false)
  await passes(11)
  expect([reads(), notices.takeBackLast()]).toEqual([[], false])
})

test('once one is put away by its button, which had the focus, the rest go their way', async () => {
  const { notices, reads, passes } = inTheCorner()
  notices.tell('That was refused.', 'bad')
  notices.tell('Saved as a file.')
  notices.hold(true)
  notices.dismiss(notices.list.value[0]?.id ?? 0)
  await passes(6)
  expect(reads()).toEqual([])
})
