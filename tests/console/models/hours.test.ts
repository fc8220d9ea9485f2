import { readHours, spansIn, usualHours, writtenHours } from '../../../console/models/hours.ts'

test('opening hours are read as people write them', () => {
  expect(spansIn('08:00-17:00')).toEqual([['08:00', '17:00']])
  expect(spansIn('8:00 – 12:00, 13:00-24:00')).toEqual([
    ['08:00', '12:00'],
    ['13:00', '24:00'],
  ])
  expect(spansIn('')).toEqual([])
})

test.each(['17:00-08:00', 'all day', '08:00', '25:00-26:00', '08:00-09:00-10:00'])('%s is not understood', (written) => {
  expect(spansIn(written)).toBeNull()
})

test('saved hours look the same after they were written and read again', () => {
  const special = [{ date: '2026-12-24', name: 'Christmas Eve', hours: '08:00-12:00' }]
  const hours = readHours({ ...usualHours(), zone: 'Europe/Berlin', closed: '2026-12-25\n\n2026-12-26', special })

  expect(hours.closed).toEqual(['2026-12-25', '2026-12-26'])
  expect(hours.special).toEqual([{ date: '2026-12-24', name: 'Christmas Eve', spans: [['08:00', '12:00']] }])
  expect(readHours(writtenHours(hours))).toEqual(hours)
})
