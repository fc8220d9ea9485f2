import { gunzipSync } from 'node:zlib'
import { defaultLook } from '../../../shared/look.ts'
import { anEdge } from './an-edge.ts'

const files = {
  'widget.js': 'load("firstline:look")',
  'widget/index.html': '<!doctype html><title>Widget</title>',
  'widget/main.js': 'draw()',
  'widget/chunk-ABCDEFGH.js': 'more()',
  'widget/demo.html': '<!doctype html><title>Intranet</title>',
  'console/index.html': '<!doctype html><title>Console</title>',
  'console/main.js': 'work()',
  'fonts/inter.woff2': 'font',
}

let edge: Awaited<ReturnType<typeof anEdge>>
beforeAll(async () => {
  edge = await anEdge({ files })
})
afterAll(() => edge.close())

const get = (url: string) => edge.app.inject({ url })

test.each(['/demo', '/console', '/console/tickets', '/widget/frame'])(
  '%s loads nothing inline and nothing from other hosts',
  async (url) => {
    const { statusCode, headers } = await get(url)
    const policy = String(headers['content-security-policy'])

    expect(statusCode).toBe(200)
    expect(policy).toMatch(/^default-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'; script-src 'self'; /)
    expect(policy).not.toMatch(/unsafe|\*|data:/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cache-control': 'no-cache' })
    expect(headers).not.toHaveProperty('strict-transport-security')
  },
)

test('nobody may frame the console or the demo page', async () => {
  for (const url of ['/demo', '/console', '/console/settings/people']) {
    const { headers } = await get(url)
    expect(headers['content-security-policy']).toMatch(/; frame-ancestors 'none'$/)
    expect(headers['x-frame-options']).toBe('DENY')
  }
})

test('only the host pages that are set may frame the widget, and a change counts at once', async () => {
  edge.state.origins = ['https://intranet.example.com', 'https://evil.example.org; script-src *', 'javascript:alert(1)']
  const { headers } = await get('/widget/frame')
  expect(headers['content-security-policy']).toMatch(/; frame-ancestors 'self' https:\/\/intranet\.example\.com$/)
  expect(headers).not.toHaveProperty('x-frame-options')

  edge.state.origins = []
  expect((await get('/widget/frame')).headers['content-security-policy']).toMatch(/; frame-ancestors 'self'$/)
})

test('any page may load the loader, and keeps it for a while', async () => {
  const { headers } = await get('/widget.js')
  expect(headers).toMatchObject({ 'cross-origin-resource-policy': 'cross-origin', 'content-type': expect.stringContaining('javascript') })
  expect(headers['cache-control']).toMatch(/^public, max-age=300/)

  const again = await edge.app.inject({ url: '/widget.js', headers: { 'if-none-match': String(headers.etag) } })
  expect(again.statusCode).toBe(304)
  expect((await get('/console/main.js')).headers['cross-origin-resource-policy']).toBe('same-origin')
})

test('what has a hash in its name never changes, and everything else is asked for again', async () => {
  expect((await get('/widget/chunk-ABCDEFGH.js')).headers['cache-control']).toMatch(/immutable/)
  expect((await get('/console/main.js')).headers['cache-control']).toBe('no-cache')
  expect((await get('/fonts/inter.woff2')).headers['cache-control']).toMatch(/^public/)
})

test('the front door leads to the console, and search engines stay outside', async () => {
  expect((await get('/')).headers.location).toBe('/console')
  expect((await get('/robots.txt')).body).toContain('Disallow: /')
})

test.each([
  '/console/../../package.json',
  '/console/..%2f..%2fpackage.json',
  '/widget/%2e%2e/%2e%2e/etc/passwd',
  '/widget/....//....//etc/passwd',
  '/console/..%5c..%5cpackage.json',
  '/fonts/%00.woff2',
  '/console/.env',
  '/widget/nothing.js',
  '/nothing',
])('%s leads nowhere', async (url) => {
  const { statusCode, body } = await get(url)
  expect([400, 403, 404]).toContain(statusCode)
  expect(JSON.parse(body)).toEqual({ refusal: expect.any(String) })
})

test('the description of the interface is served by ourselves', async () => {
  const described = (await get('/openapi.json')).json()
  expect(described.info).toMatchObject({ title: 'Firstline', version: '1.2.3' })
  expect(Object.keys(described.paths)).toContain('/api/visit')

  const { statusCode, headers, body } = await get('/docs/')
  expect(statusCode).toBe(200)
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
  expect(body).not.toMatch(/https?:\/\//)
})

describe('the look', () => {
  const purple = {
    ...defaultLook,
    accent: '#7a1fa2',
    position: 'start' as const,
    texts: { en: { name: '</script>"\u2028', greeting: '', hint: '' } },
  }
  afterEach(() => {
    edge.state.look = defaultLook
  })

  test('comes with the loader and the frame as soon as it is saved', async () => {
    expect((await get('/widget/look.css')).body).toBe('')
    const before = await get('/widget.js')
    edge.state.look = purple
    const after = await get('/widget.js')

    expect(after.headers.etag).not.toBe(before.headers.etag)
    expect(after.body).toContain('start')
    expect((await get('/widget/look.css')).body).toContain('light-dark(#7a1fa2,')
  })

  test('stays a text in the loader, whatever somebody calls his desk', async () => {
    edge.state.look = purple
    const { body } = await get('/widget.js')
    expect(body).not.toMatch(/<|\u2028/)
    const said: unknown[] = []
    new Function('load', body)((look: string) => said.push(JSON.parse(look)))
    expect(said).toMatchObject([{ names: { en: '</script>"\u2028' }, position: 'start' }])
  })

  test('is small on the way for whoever can unpack it', async () => {
    const { headers, rawPayload } = await edge.app.inject({ url: '/widget.js', headers: { 'accept-encoding': 'gzip, br' } })
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(gunzipSync(rawPayload).toString()).toBe((await get('/widget.js')).body)
  })
})
