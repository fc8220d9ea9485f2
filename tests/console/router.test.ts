import { linkTo, type Route, routeOf } from '../../console/router.ts'

const places: [string, Route][] = [
  ['#/chats', { at: 'chats', conversation: null }],
  ['#/chats/40000000-0000-4000-8000-000000000001', { at: 'chats', conversation: '40000000-0000-4000-8000-000000000001' }],
  ['#/tickets', { at: 'tickets' }],
  ['#/tickets/123', { at: 'ticket', number: 123 }],
  ['#/settings/people', { at: 'settings', page: 'people' }],
  ['#/welcome/abc-123', { at: 'welcome', token: 'abc-123' }],
]

test.each(places)('%s is a place, and its link leads there', (hash, place) => {
  expect(routeOf(hash)).toEqual(place)
  expect(linkTo(place)).toBe(hash)
})

test('an empty address is the chats', () => {
  expect(routeOf('')).toEqual({ at: 'chats', conversation: null })
})

test.each(['#/nowhere', '#/tickets/abc', '#/tickets/0', '#/settings/secrets'])('%s is nowhere', (hash) => {
  expect(routeOf(hash)).toEqual({ at: 'nowhere' })
})
