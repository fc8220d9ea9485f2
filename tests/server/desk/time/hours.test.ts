import { expect, test } from '@jest/globals'
import { type Hours, isOpen, opensAt } from '../../../../server/desk/time/hours.ts'

const office = [['08:00', '17:00']] as const
const hours: Hours = {
  zone: 'Europe/Berlin',
  days: { mon: office, tue: office, wed: office, thu: office, fri: office },
  closed: ['2026-12-25'],
  special: [
    { date: '2026-12-24', name: 'Christmas Eve', spans: [['08:00', '12:00']] },
    { date: '2026-12-19', name: 'The big move', spans: [['10:00', '14:00']] },
    { date: '2026-12-28', name: 'Between the years', spans: [] },
  ],
}
const at = (berlin: string) => new Date(`${berlin}+01:00`)

test('a team takes chats by the clock on its own wall, and on special days by their own hours', () => {
  expect(isOpen(hours, at('2026-12-23T16:59'))).toBe(true)
  expect(isOpen(hours, at('2026-12-23T17:00'))).toBe(false)
  expect(isOpen(hours, at('2026-12-24T11:59'))).toBe(true)
  expect(isOpen(hours, at('2026-12-24T12:00'))).toBe(false)
  expect(isOpen(hours, at('2026-12-19T11:00'))).toBe(true)
  expect(isOpen(hours, at('2026-12-25T11:00'))).toBe(false)
})

test('it says when it opens next, over holidays and over the change of the clocks', () => {
  expect(opensAt(hours, at('2026-12-24T13:00'))).toEqual(at('2026-12-29T08:00'))
  expect(opensAt(hours, at('2026-12-19T09:00'))).toEqual(at('2026-12-19T10:00'))
  expect(opensAt(hours, new Date('2026-03-27T20:00:00Z'))).toEqual(new Date('2026-03-30T06:00:00Z'))
  expect(opensAt(hours, at('2026-12-23T10:00'))).toBeNull()
  expect(opensAt(hours, at('2026-12-23T17:10'))).toEqual(at('2026-12-24T08:00'))
  expect(opensAt({ ...hours, days: { sun: [['08:07', '09:00']] } }, at('2026-12-05T10:00'))).toEqual(at('2026-12-06T08:07'))
  expect(opensAt({ ...hours, days: {}, special: [] }, at('2026-12-05T10:00'))).toBeNull()
})
