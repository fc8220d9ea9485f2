import type { Command } from '../../../console/models/commands.ts'
import { fit as matchOf } from '../../../console/models/fuzzy.ts'
import { best } from '../../../console/models/palette.ts'

const command = (id: string, text: string, hint = ''): Command => ({ id, text, hint, group: 'actions', run: () => undefined })
const commands = [
  command('priya', 'Priya Shah', 'VPN does not connect · INC-000012'),
  command('peter', 'Peter Walsh', 'Outlook finds nothing'),
  command('resolve', 'Resolve: wrap up and end'),
  command('replies', 'Saved replies', 'Settings'),
]
const found = (typed: string, recent: string[] = []) => best(commands, typed, recent).map(({ id }) => id)

test('a few letters are enough, and what begins with them comes first', () => {
  expect(found('pri')[0]).toBe('priya')
  expect(found('res')[0]).toBe('resolve')
})

test('first letters of words find what they stand for', () => {
  expect(found('ps')[0]).toBe('priya')
  expect(found('sr')[0]).toBe('replies')
})

test('what stands beside a name is searched too, and counts less', () => {
  expect(found('vpn')).toEqual(['priya'])
  expect(found('12')).toEqual(['priya'])
})

test('with nothing typed, what was used lately comes first', () => {
  expect(found('', ['replies', 'peter'])).toEqual(['replies', 'peter', 'priya', 'resolve'])
})

test('accents and capitals do not matter, and letters found here and there are no match', () => {
  expect(matchOf('ELODIE', 'Élodie Roux')).toBeGreaterThan(0)
  expect(matchOf('vpn', 'Saved replies, settings, and more')).toBeNull()
})
