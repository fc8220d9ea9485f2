import { addressOf, neighbourhoodOf } from '../../../server/desk/proxies.ts'

const rita = '203.0.113.7'

test('nobody is believed unless told so', () => {
  expect(addressOf(false, rita, '198.51.100.1')).toBe(rita)
})

test.each([
  ['one proxy', 1],
  ['its address', ['10.0.0.2']],
  ['its network', ['10.0.0.0/8']],
  ['private networks', ['uniquelocal']],
])('a proxy that is trusted by %s says who asks, and what the client made up does not count', (_, trusted) => {
  expect(addressOf(trusted, '10.0.0.2', `198.51.100.1, ${rita}`)).toBe(rita)
  expect(addressOf(trusted, '::ffff:10.0.0.2', rita)).toBe(rita)
})

test('a stranger who claims to be a proxy is not believed', () => {
  expect(addressOf(['10.0.0.0/8'], rita, '198.51.100.1')).toBe(rita)
})

test('a chain of proxies is followed as far as it is trusted', () => {
  expect(addressOf(['10.0.0.0/8', '::1'], '::1', `198.51.100.1, ${rita}, 10.1.1.1`)).toBe(rita)
  expect(addressOf(true, '10.0.0.2', `${rita}, 10.1.1.1`)).toBe(rita)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:1::7', '2001:db8:0:1::/64'],
  ['2001:0DB8::1:ffff:0:0:1', '2001:db8:0:1::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['no address', 'no address'],
])('who comes from %s counts as %s', (address, neighbourhood) => {
  expect(neighbourhoodOf(address)).toBe(neighbourhood)
})
