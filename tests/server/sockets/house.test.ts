import { randomUUID } from 'node:crypto'
import { createHouse } from '../../../server/sockets/house.ts'
import type { Helping, Requesting } from '../../../shared/people.ts'
import { aDesk } from '../../support/desk.ts'

const rita: Requesting = { kind: 'requester', id: randomUUID(), name: 'Rita', email: null, verified: true }
const ada: Helping = { kind: 'agent', id: randomUUID(), name: 'Ada', role: 'agent', teams: [] }

test('when the house is full of those who ask, those who help still get in', () => {
  const house = createHouse(10)
  const leaving = Array.from({ length: 9 }, () => house.enter(rita))
  expect(leaving).not.toContain(null)
  expect(house.enter(rita)).toBeNull()

  expect(house.enter(ada)).not.toBeNull()
  expect(house.enter(ada)).toBeNull()
  // One who leaves makes one place, however often it is said.
  for (const leave of [leaving[0], leaving[0], leaving[1]]) leave?.()
  expect(house.enter(rita)).not.toBeNull()
  expect(house.enter(rita)).toBeNull()
})

test('a process that is full tells the next requester to come later, and lets an agent in', async () => {
  const desk = await aDesk({ environment: { MAX_CONNECTIONS: '10' } })
  for (let number = 1; number <= 9; number++) await desk.requester(`Rita ${number}`)

  await expect(desk.requester('One more')).rejects.toThrow('too-fast')
  await expect(desk.agent('Ada')).resolves.toMatchObject({ name: 'Ada' })
  await desk.close()
}, 60_000)
