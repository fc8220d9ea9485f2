import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@jest/globals'
import type { Agent } from '../support/at-console.ts'
import type { Requester } from '../support/at-widget.ts'
import { aProxy, type FaultyLine } from '../support/proxy.ts'
import { comesTo } from '../support/reading.ts'
import { aStage, type Stage } from '../support/stage.ts'

// The agent is waited for longer than the longest cut: what happens when he is not is another story.
const journey = aStage({ settings: { graceSeconds: 300 } })

journey('the network is cut for 5 seconds while both write: both are told, and nothing is lost, doubled or mixed up', (stage) =>
  throughACut(stage, 5, (line) => line.close()),
)

journey(
  'the network swallows everything for 60 seconds and tells nobody: the same',
  (stage) => throughACut(stage, 60, (line) => line.blackHole()),
  180,
)

async function throughACut({ desk, requester, agent }: Stage, seconds: number, cut: (line: FaultyLine) => void) {
  const line = await aProxy({ host: '127.0.0.1', port: Number(new URL(desk.url).port) })
  try {
    const ada = await agent('Ada Lovelace', {}, line)
    const rita = await requester('Rita', line)
    await rita.asksForHelp('The line crackles.')
    await ada.accepts('Rita')
    await ada.says('Rita', 'before')
    await rita.sees('before')

    cut(line)
    const over = pause(seconds * 1000)
    for (const text of ['Rita 1', 'Rita 2', 'Rita 3']) await rita.says(text)
    for (const text of ['Ada 1', 'Ada 2']) await ada.says('Rita', text)
    await rita.frame.getByText('Waiting to send').last().waitFor()
    await ada.pane('Rita').getByText('Waiting to send').last().waitFor()
    await rita.frame.getByText(/No connection/).waitFor({ timeout: 14_000 })
    await ada.page.getByText(/No connection for \d+ s/).waitFor({ timeout: 30_000 })
    await over

    line.heal()
    await rita.frame.getByText(/No connection/).waitFor({ state: 'hidden', timeout: 45_000 })
    await ada.page.getByText(/Connected again.* Everything is complete up to/).waitFor({ timeout: 45_000 })
    await bothReadTheSame(rita, ada, ['Rita: The line crackles.', 'Ada Lovelace: before'])
    for (const place of [rita.frame.locator('body'), ada.pane('Rita')]) {
      await place.getByText('Waiting to send').first().waitFor({ state: 'detached' })
    }
    await ada.says('Rita', 'after')
    await rita.sees('after')
  } finally {
    await line.end()
  }
}

/** Each person's words once and in his order, and all of them in one order for both. */
async function bothReadTheSame(rita: Requester, ada: Agent, before: string[]) {
  const asAdaReads = async () => (await rita.reads()).map((line) => line.replace(/^You:/, 'Rita:'))
  const by = async (person: string) => (await ada.reads('Rita')).slice(before.length).filter((line) => line.startsWith(person))
  await comesTo(() => by('Rita'), ['Rita: Rita 1', 'Rita: Rita 2', 'Rita: Rita 3'], 30)
  await comesTo(() => by('Ada'), ['Ada Lovelace: Ada 1', 'Ada Lovelace: Ada 2'], 30)
  const read = await ada.reads('Rita')
  await comesTo(asAdaReads, read, 30)
  expect(read.slice(0, before.length)).toEqual(before)
}
