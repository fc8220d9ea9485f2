import { expect, test } from '@jest/globals'
import { piecesOf } from '../../../shared/links.ts'
import { textOf } from '../../../shared/ui/text.ts'

const links = (text: string) => piecesOf(text).flatMap(({ text, href }) => (href ? [[text, href]] : []))

test('web addresses become links, and the text around them stays', () => {
  expect(piecesOf('See https://intranet.example/vpn, then http://wiki.example.')).toEqual([
    { text: 'See ' },
    { text: 'https://intranet.example/vpn', href: 'https://intranet.example/vpn' },
    { text: ', then ' },
    { text: 'http://wiki.example', href: 'http://wiki.example/' },
    { text: '.' },
  ])
})

test.each([
  ['javascript:alert(1)'],
  ['data:text/html,hi'],
  ['file:///etc/passwd'],
  ['ftp://files.example'],
  ['https://'],
  ['https://bank.example@evil.example/login'],
  ['www.example.com'],
])('%s stays plain', (text) => {
  expect(piecesOf(text)).toEqual([{ text }])
})

test('brackets that an address opened belong to it, those around it do not', () => {
  expect(links('(https://en.example/wiki/VPN_(network))')).toEqual([
    ['https://en.example/wiki/VPN_(network)', 'https://en.example/wiki/VPN_(network)'],
  ])
  expect(links('[https://a.example/]')).toEqual([['https://a.example/', 'https://a.example/']])
})

test('a name in look-alike letters is shown as it is resolved', () => {
  expect(links('https://аpple.example/id')).toEqual([['https://xn--pple-43d.example/id', 'https://xn--pple-43d.example/id']])
})

test('a long text without end is read in a moment', () => {
  const began = performance.now()
  piecesOf(`${'https://'.repeat(400)}${'a)'.repeat(400)}`)
  piecesOf('.'.repeat(4000))
  expect(performance.now() - began).toBeLessThan(500)
})

test('what is not a string is not shown', () => {
  expect(textOf({ type: 'b', props: {}, constructor: undefined })).toBe('')
  expect(textOf(7)).toBe('')
  expect(textOf('seven')).toBe('seven')
})
