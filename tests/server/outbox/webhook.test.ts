import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { isListed, mayReach } from '../../../server/desk/webhook-hosts.ts'
import { limits, post } from '../../../server/outbox/webhook.ts'
import { aReceiver, isGenuine, type Receiver } from './a-receiver.ts'

let receiver: Receiver
const event = { id: '7d9f4f0e-0000-4000-8000-000000000001', kind: 'ticket.logged', at: '2026-01-05T09:00:00.000Z', words: 'Grüße' }
const now = new Date('2026-01-05T09:00:05Z')
const secret = 'a secret that both know'

beforeEach(async () => {
  receiver = await aReceiver()
})
afterEach(() => receiver.close())

/** The name's addresses are what the test says, whoever is asked. */
const at = (...addresses: string[]) => ({ ...limits, resolve: async () => addresses.map((address) => ({ address, family: 4 })) })

const here = (hostname: string) => `http://${hostname}:${receiver.port}/hook`

test('an event arrives signed, and neither its body nor its time can be changed unnoticed', async () => {
  const outcome = await post({ url: receiver.url, hosts: ['127.0.0.1'], secret }, event, now)
  const [got] = receiver.got
  if (!got) throw new Error('Nothing arrived')

  expect(outcome).toMatchObject({ delivered: true, why: 'It answered 200.' })
  expect(got.event).toEqual(event)
  expect(got.headers).toMatchObject({
    'firstline-id': event.id,
    'firstline-timestamp': '1767603605',
    'content-type': 'application/json; charset=utf-8',
  })
  expect(isGenuine(got, secret)).toBe(true)
  expect(isGenuine({ ...got, body: got.body.replace('Grüße', 'Grusse') }, secret)).toBe(false)
  expect(isGenuine({ ...got, headers: { ...got.headers, 'firstline-timestamp': '1767603606' } }, secret)).toBe(false)
  expect(isGenuine(got, 'another secret')).toBe(false)
})

test('a host that is not in the list is not called', async () => {
  const outcome = await post({ url: here('127.0.0.1'), hosts: ['hooks.example.com'], secret }, event, now)

  expect(outcome).toMatchObject({ delivered: false, why: '127.0.0.1 is not in the list of allowed hosts.' })
  expect(receiver.got).toEqual([])
})

test.each(['file:///etc/passwd', 'ftp://hooks.example.com/'])('%s is no address of a webhook', async (url) => {
  expect(await post({ url, hosts: ['hooks.example.com', ''], secret }, event, now)).toMatchObject({ delivered: false })
})

test('a listed name that points inside is not called, unless the address is listed too', async () => {
  const url = here('tickets.example.com')
  const refused = await post({ url, hosts: ['tickets.example.com'], secret }, event, now, at('127.0.0.1'))
  expect(refused).toMatchObject({ delivered: false, why: expect.stringContaining('tickets.example.com is at 127.0.0.1') })
  expect(receiver.got).toEqual([])

  expect(await post({ url, hosts: ['tickets.example.com', '127.0.0.0/8'], secret }, event, now, at('127.0.0.1'))).toMatchObject({
    delivered: true,
  })
  expect(receiver.got).toHaveLength(1)
})

test('a name that changes its mind between looking and connecting gains nothing', async () => {
  let asked = 0
  const rebinding = { ...limits, resolve: async () => [{ address: asked++ === 0 ? '127.0.0.1' : '93.184.215.14', family: 4 }] }
  const url = here('rebind.example.com')

  expect(await post({ url, hosts: ['rebind.example.com'], secret }, event, now, rebinding)).toMatchObject({ delivered: false })
  expect(asked).toBe(1)
  expect(receiver.got).toEqual([])
})

test('of several addresses only those outside, or listed, are connected to', async () => {
  const url = here('both.example.com')
  const outcome = await post({ url, hosts: ['both.example.com', '127.0.0.1'], secret }, event, now, at('169.254.169.254', '127.0.0.1'))

  expect(outcome).toMatchObject({ delivered: true })
})

test('a redirect is not followed', async () => {
  const inside = await aReceiver()
  receiver.answers((response) => response.writeHead(307, { location: inside.url }).end())
  const outcome = await post({ url: receiver.url, hosts: ['127.0.0.1'], secret }, event, now)
  await inside.close()

  expect(outcome).toMatchObject({ delivered: false, why: 'It answered 307, a redirect. Redirects are not followed.' })
  expect(inside.got).toEqual([])
})

test('an answer without end is cut off, and one that never comes is not waited for', async () => {
  let sent = 0
  const cut = new Promise<void>((resolve) => {
    receiver.answers((response) => {
      const pour = () => {
        sent += 16_384
        return response.write(Buffer.alloc(16_384)) ? void setImmediate(pour) : void response.once('drain', pour)
      }
      response.once('close', resolve)
      pour()
    })
  })
  expect(await post({ url: receiver.url, hosts: ['127.0.0.1'], secret }, event, now)).toMatchObject({ delivered: true })
  await cut
  expect(sent).toBeLessThan(8_000_000)

  receiver.answers(() => undefined)
  const outcome = await post({ url: receiver.url, hosts: ['127.0.0.1'], secret }, event, now, { ...limits, milliseconds: 150 })
  expect(outcome).toMatchObject({ delivered: false, why: 'It did not answer within 0.15 s.' })
})

test('what cannot be reached says so, and no more', async () => {
  await receiver.close()
  expect(await post({ url: receiver.url, hosts: ['127.0.0.1'], secret }, event, now)).toMatchObject({
    delivered: false,
    why: 'It could not be reached (ECONNREFUSED).',
  })
})

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
])('%s is outside: %s', (address, outside) => {
  expect(mayReach('hooks.example.com', address, ['hooks.example.com'])).toBe(outside)
})

test('the list holds names, addresses and networks', () => {
  const hosts = ['Hooks.example.com', '10.0.0.5', '192.168.0.0/16', '[fd00::5]', 'other.example.com:8443']
  const listed = (url: string) => isListed(url, hosts)

  expect(
    [
      'https://hooks.example.com/x',
      'http://10.0.0.5/',
      'http://192.168.7.7:8080/',
      'http://[fd00::5]/',
      'https://other.example.com:8443',
    ].map(listed),
  ).toEqual(Array(5).fill(true))
  expect(
    [
      'https://example.com',
      'https://hooks.example.com.evil.example',
      'https://hooks.example.com@evil.example/',
      'http://10.0.0.6/',
      'https://other.example.com/',
    ].map(listed),
  ).toEqual(Array(5).fill(false))
  expect(mayReach('localhost', '127.0.0.1', ['localhost'])).toBe(true)
  expect(mayReach('localhost', '10.0.0.1', ['localhost'])).toBe(false)
  expect(mayReach('hooks.example.com', '127.0.0.1', ['localhost'])).toBe(false)
  expect(mayReach('x.example.com', '0.0.0.10', ['10'])).toBe(false)
})

test('what docs/webhook.md tells receivers to do tells genuine events from others', async () => {
  await post({ url: receiver.url, hosts: ['127.0.0.1'], secret }, event, new Date())
  const [got] = receiver.got
  const page = readFileSync(join(import.meta.dirname, '../../../docs/webhook.md'), 'utf8')
  const [, recipe] = /```js\n(.+?)```/s.exec(page) ?? []
  const asked = JSON.stringify([
    got,
    { ...got, body: `${got?.body} ` },
    { ...got, headers: { ...got?.headers, 'firstline-timestamp': '1' } },
  ])
  const program = `${recipe}\nconsole.log(JSON.stringify(${asked}.map(({ headers, body }) => isGenuine(headers, body, '${secret}'))))`

  expect(JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program]).toString())).toEqual([true, false, false])
})
