import { randomUUID } from 'node:crypto'
import { expect } from '@jest/globals'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'Ada hands Rita to Bob, and Bob to the network team: Rita stays in one chat and repeats nothing',
  async ({ desk, requester, agent }) => {
    const network = randomUUID()
    await desk.pool.query('insert into teams (id, name, tier) values ($1, $2, 2)', [network, 'Network'])
    const ada = await agent('Ada Lovelace')
    const rita = await requester('Rita')
    await rita.asksForHelp('No network on the third floor.')
    await ada.accepts('Rita')
    await ada.says('Rita', 'Is the light on the plug green?')
    await rita.sees('Is the light on the plug green?')

    const bob = await agent('Bob')
    await ada.transfers('Rita', 'Bob', 'She has tried another cable, marmot.')
    await rita.sees('Bob takes over from here.')
    await bob.turnsTo('Rita')
    await bob.pane('Rita').getByText('She has tried another cable, marmot.').waitFor()
    await ada.inbox.getByText('No chats yet.').waitFor()
    await rita.says('It is orange.')
    await bob.pane('Rita').getByText('It is orange.').waitFor()

    const nina = await agent('Nina', { teams: [network], wish: 'away' })
    await bob.transfers('Rita', 'Network', 'Orange light, switch 3B, marmot.')
    await rita.sees('You are being passed on. Your waiting time counts from the start.')
    await rita.sees('1st')
    await rita.says('I am still here.')
    await nina.becomesAvailable()
    await nina.accepts('Rita')
    await nina.pane('Rita').getByText('Orange light, switch 3B, marmot.').waitFor()
    await nina.says('Rita', 'I restart the switch now.')
    const said = [
      'No network on the third floor.',
      'Is the light on the plug green?',
      'It is orange.',
      'I am still here.',
      'I restart the switch now.',
    ]
    const by = ['You', 'Ada Lovelace', 'You', 'You', 'Nina']
    await comesTo(
      rita.reads,
      said.map((text, place) => `${by[place]}: ${text}`),
    )
    expect(await rita.everything()).not.toContain('marmot')
  },
)

journey('a transfer to a colleague who is full is not offered', async ({ requester, agent }) => {
  const ada = await agent('Ada Lovelace')
  await agent('Bob', { capacity: 0 })
  const rita = await requester('Rita')
  await rita.asksForHelp('The printer is on fire.')
  await ada.accepts('Rita')
  await ada.pane('Rita').getByRole('button', { name: 'Transfer' }).click()
  const choice = ada.page.getByRole('dialog').locator('option', { hasText: 'Bob' })
  await choice.waitFor({ state: 'attached' })
  expect(await choice.isDisabled()).toBe(true)
})
