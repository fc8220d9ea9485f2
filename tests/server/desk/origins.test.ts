import { originAllowed } from '../../../server/desk/origins.ts'

const host = 'help.example.com'
const ours = `https://${host}`

test.each([
  ['the public address', { origin: ours }],
  ['a page of ours whose browser leaves the origin out', { cookie: 'session=1', 'sec-fetch-site': 'same-origin' }],
  ['the same over plain HTTP', { cookie: 'session=1', referer: `${ours}/console` }],
  ['a program without a cookie', {}],
])('%s is let in', (_, sent) => {
  expect(originAllowed(ours, { host, ...sent })).toBe(true)
})

test.each([
  ['another site', { origin: 'https://evil.example.org' }],
  ['another site that names our host', { origin: 'https://evil.example.org', host: 'evil.example.org' }],
  ['another port', { origin: `${ours}:8443` }],
  ['plain HTTP', { origin: `http://${host}` }],
  ['a sandboxed page', { origin: 'null' }],
  ['an extension', { origin: `chrome-extension://${host}` }],
  ['another site that hides its origin', { cookie: 'session=1' }],
  ['another site, as its browser says', { 'sec-fetch-site': 'same-site' }],
  ['a link from another site', { cookie: 'session=1', referer: 'https://evil.example.org/' }],
])('%s is not', (_, sent) => {
  expect(originAllowed(ours, { host, ...sent })).toBe(false)
})

test('without a public address, the host that the browser asked counts', () => {
  expect(originAllowed(undefined, { host: 'localhost:3000', origin: 'http://localhost:3000' })).toBe(true)
  expect(originAllowed(undefined, { host: 'localhost:3000', origin: 'http://localhost:4000' })).toBe(false)
})
