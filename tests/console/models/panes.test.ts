import { fitting, joined, replaced } from '../../../console/models/panes.ts'

test('as many chats stand side by side as have room, and the one in focus is always among them', () => {
  expect(fitting(['a', 'b', 'c'], 'a', 3)).toEqual(['a', 'b', 'c'])
  expect(fitting(['a', 'b', 'c'], 'c', 2)).toEqual(['b', 'c'])
  expect(fitting(['a', 'b', 'c'], 'b', 1)).toEqual(['b'])
})

test('a chat that is looked at takes the place of the one in focus', () => {
  expect(replaced(['a', 'b'], 'b', 'c')).toEqual(['a', 'c'])
  expect(replaced(['a', 'b'], 'b', 'a')).toEqual(['a', 'b'])
  expect(replaced([], null, 'a')).toEqual(['a'])
})

test('a chat that is opened beside stands to the right of the one in focus, and a fourth takes the place of another', () => {
  expect(joined(['a', 'b'], 'a', 'c')).toEqual(['a', 'c', 'b'])
  expect(joined(['a', 'b', 'c'], 'a', 'd')).toEqual(['a', 'd', 'c'])
})
