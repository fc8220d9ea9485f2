import { createResting } from '../../../../server/desk/line/resting.ts'

test('agents are told that nothing is offered while the line cannot be kept, again for those who come, and once when it is over', async () => {
  const told: boolean[] = []
  let kept = true
  const resting = createResting({ isKept: async () => kept, tell: (news) => void told.push(news.resting) })
  const look = async (times: number) => {
    for (let time = 0; time < times; time++) await resting.look()
  }

  await look(2)
  kept = false
  await look(1)
  kept = true
  await look(1)
  expect(told).toEqual([])
  kept = false
  await look(3)
  expect(told).toEqual([true, true])
  kept = true
  await look(2)
  expect(told).toEqual([true, true, false])
})
