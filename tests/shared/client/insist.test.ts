import { afterEach, expect, jest, test } from '@jest/globals'
import { isIncomplete, isOutdated, miss, partIn } from '../../../shared/client/freshness.ts'
import { insist } from '../../../shared/client/insist.ts'

const { fetch } = globalThis
afterEach(() => {
  jest.useRealTimers()
  globalThis.fetch = fetch
})

/** What the server says of a part that did not come; null where it cannot be asked. */
function theServerSays(status: number | null) {
  globalThis.fetch = async () => {
    if (status === null) throw new TypeError('Failed to fetch')
    return new Response(null, { status })
  }
}

test('what does not come is asked for until it is there, and then nothing is missing', async () => {
  jest.useFakeTimers()
  let asked = 0
  const came = insist(async () => {
    if (++asked < 5) throw new TypeError('Importing a module script failed.')
    return 'the chat'
  })
  await jest.advanceTimersByTimeAsync(9_000)
  isIncomplete.value = true
  await jest.advanceTimersByTimeAsync(3_000)
  expect([await came, asked, isIncomplete.value]).toEqual(['the chat', 5, false])
})

test('a reader may try again once the server has what his browser gave up; without a line, or while it starts, there is nothing to try', async () => {
  const part = partIn(new TypeError('Failed to fetch dynamically imported module: https://help.example/widget/talk-ABC.js?again=1'))
  expect(part).toBe('https://help.example/widget/talk-ABC.js')
  for (const status of [null, 503]) {
    theServerSays(status)
    await miss(part)
  }
  expect([isIncomplete.value, isOutdated.value]).toEqual([false, false])
  theServerSays(200)
  await miss(part)
  expect([isIncomplete.value, isOutdated.value]).toEqual([true, false])
  theServerSays(404)
  await miss(part)
  expect(isOutdated.value).toBe(true)
})
