import { defaultLook } from '../../../shared/look.ts'
import { anEdge } from './an-edge.ts'

let edge: Awaited<ReturnType<typeof anEdge>>
beforeAll(async () => {
  edge = await anEdge()
})
afterAll(() => edge.close())

const asks = () => edge.app.inject({ url: '/api/reception' })

test('anybody is told at the door when the desk opens and what it asks, and nothing about anybody', async () => {
  edge.state.look = { ...defaultLook, accent: '#7a1fa2', email: 'none', languages: ['de'] }
  const answer = await asks()

  expect(answer.json()).toEqual({
    look: { texts: {}, email: 'none', fields: [], languages: ['de'] },
    reception: { topics: [], open: false, opensAt: '2026-11-23T08:00:00.000Z' },
  })
  expect(answer.headers['cache-control']).toBe('public, max-age=5')
})

test('whoever asks without end is held back for a while', async () => {
  for (let time = 0; time < 40; time++) await asks()
  const held = await asks()

  expect([held.statusCode, held.json()]).toEqual([429, { refusal: 'too-fast' }])
  expect(Number(held.headers['retry-after'])).toBeGreaterThan(0)
})
