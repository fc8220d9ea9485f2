import { anEdge } from './an-edge.ts'

const secured = 'strict-transport-security'

test('browsers are told to insist on TLS where the public address has it', async () => {
  const edge = await anEdge({ environment: { PUBLIC_URL: 'https://help.example.com' }, files: { 'console/index.html': 'Console' } })
  const { headers } = await edge.app.inject({ url: '/console' })

  expect(headers[secured]).toMatch(/^max-age=\d+$/)
  expect(headers['content-security-policy']).toContain(`connect-src 'self' wss://help.example.com`)
  await edge.close()
})

test('or where a proxy that is trusted says so, and nobody else', async () => {
  const edge = await anEdge({ environment: { TRUST_PROXY: '10.0.0.2' } })
  const told = { url: '/health/live', headers: { 'x-forwarded-proto': 'https' } }

  expect((await edge.app.inject({ ...told, remoteAddress: '10.0.0.2' })).headers).toHaveProperty(secured)
  expect((await edge.app.inject({ ...told, remoteAddress: '10.0.0.3' })).headers).not.toHaveProperty(secured)
  await edge.close()
})
