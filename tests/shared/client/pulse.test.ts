import { keepPulse, type Pulse } from '../../../shared/client/pulse.ts'
import { until } from './a-line.ts'

const kept: Pulse[] = []
afterEach(() => {
  for (const pulse of kept.splice(0)) pulse.stop()
})

function aPulse(answers: () => Promise<unknown>, isUp = () => true) {
  const told: string[] = []
  let asked = 0
  const ping = () => {
    asked += 1
    return answers()
  }
  const pulse = keepPulse(isUp, ping, () => void told.push('lost'))
  kept.push(pulse)
  return { pulse, told, asked: () => asked }
}

test('a line on which nobody answers is told to be lost', async () => {
  const { pulse, told } = aPulse(() => Promise.reject(new Error('No answer in time')))
  pulse.feel()
  await until(() => told.length === 1)
})

test('an answer, whatever it says, is a sign of life', async () => {
  const { pulse, told, asked } = aPulse(async () => ({ ok: false, refusal: 'too-fast' }))
  pulse.feel()
  await until(() => asked() === 1)
  await Promise.resolve()
  expect(told).toEqual([])
})

test('a line that is known to be down is not asked', () => {
  const { pulse, asked } = aPulse(
    async () => null,
    () => false,
  )
  pulse.feel()
  expect(asked()).toBe(0)
})

test('while an answer is awaited, nobody asks again', () => {
  const { pulse, asked } = aPulse(() => new Promise(() => {}))
  pulse.feel()
  pulse.feel()
  expect(asked()).toBe(1)
})
