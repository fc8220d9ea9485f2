import { afterEach, expect, test } from '@jest/globals'
import { cleanup, screen, waitFor } from '@testing-library/preact'
import { leaveAll } from './a-visit.ts'
import { ritaChats } from './rita.tsx'

afterEach(() => {
  cleanup()
  leaveAll()
})

test('Rita reads by when she hears from whom, also after the chat, and that we are late', async () => {
  const { desk, visit } = await ritaChats()
  desk.adaPromises(new Date(Date.now() + 30 * 60_000), 'What the lab says')
  const news = await screen.findByRole('region', { name: 'Next news' })
  expect(news.textContent).toMatch(/Next news by .*\(in 3\d min\).*What the lab says · Ada keeps you informed/)
  expect(screen.getByText(/^Ada promised you news by/)).toBeTruthy()
  desk.adaEnds()
  await screen.findByRole('heading', { name: 'The chat has ended' })
  expect(screen.getByRole('region', { name: 'Next news' })).toBeTruthy()
  expect(screen.getByText('Being worked on')).toBeTruthy()
  expect(visit.going.value).toBe(true)
  desk.adaPromises(new Date(Date.now() - 60_000))
  await waitFor(() => expect(screen.getByRole('region', { name: 'Next news' }).textContent).toContain('We are late'))
})
