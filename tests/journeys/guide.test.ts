import { expect } from '@jest/globals'
import { aGuide, publishes } from '../support/guides.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'a VPN that does not connect: Ada guides Rita step by step, and the ticket holds every step',
  async ({ desk, requester, agent }) => {
    const samir = await desk.agent('Samir', { role: 'supervisor', wish: 'away' })
    await publishes(samir, aGuide({ steps: aGuide().steps.map((step) => ({ ...step, command: 'ipconfig /renew' })) }))
    const ada = await agent('Ada Lovelace')
    const rita = await requester('Rita')
    await rita.asksForHelp('My VPN is down.')
    await ada.accepts('Rita')
    const pane = ada.pane('Rita')
    const card = rita.frame.getByRole('region', { name: 'VPN: cannot connect' })
    const hers = pane.getByRole('region', { name: 'VPN: cannot connect' })

    // By her words it is suggested, and by Ada it is asked for.
    await pane.getByText('A guide that fits:').waitFor()
    await ada.reply('Rita').fill('/guide vpn')
    await pane.getByRole('button', { name: /VPN: cannot connect 3 steps/ }).click()
    await card.getByRole('heading', { name: 'Try restart' }).waitFor()
    await comesTo(() => ada.reply('Rita').inputValue(), '')

    await card.getByRole('button', { name: 'Copy', exact: true }).waitFor()

    // One step at a time; after a reload it goes on where it was, and back takes an answer back.
    await card.getByRole('button', { name: 'Did not help' }).click()
    await comesTo(() => rita.frame.locator(':focus').textContent(), 'Try lamp')
    await hers.getByText('2 of 3', { exact: true }).waitFor()
    await rita.page.reload()
    await rita.opens()
    await card.getByRole('button', { name: 'Back' }).click()
    await card.getByRole('heading', { name: 'Try restart' }).waitFor()
    await card.getByRole('button', { name: 'I cannot' }).click()

    // She is stuck; Ada hears of it, does a step for her, and puts one in.
    await card.getByRole('button', { name: 'I am stuck' }).click()
    await card.getByLabel('What do you see?', { exact: false }).fill('There is no lamp')
    await card.getByRole('button', { name: 'Tell the help desk' }).click()
    await hers.getByText('Stuck here: There is no lamp').waitFor()
    await hers.getByRole('button', { name: 'It is red' }).click()
    await card.getByRole('heading', { name: 'Try log' }).waitFor()
    await hers.getByRole('button', { name: 'Add a step' }).click()
    await hers.getByLabel('What is to be done').fill('Open the folder')
    await hers.getByRole('button', { name: 'Put it before this step' }).click()
    await card.getByRole('heading', { name: 'Open the folder' }).waitFor()
    await card.getByRole('button', { name: 'Done' }).click()
    await card.getByRole('heading', { name: 'Try log' }).waitFor()
    await card.getByRole('button', { name: 'Done' }).click()
    await rita.sees('The guide is through: those who know more should look at it.')
    await card.waitFor({ state: 'detached' })

    const steps = ada.page.getByRole('region', { name: 'Steps taken' }).getByRole('listitem')
    const wanted = ['Try restart could not be done', 'Try lamp It is red', 'Open the folder done', 'Try log done']
    await comesTo(
      async () => (await steps.allTextContents()).map((text) => text.replace(/(Rita|Ada Lovelace), .*$/, '').trim()).join('; '),
      wanted.join('; '),
    )

    // What a message tells of is a step as well, and none after all.
    const taken = ada.page.getByRole('region', { name: 'Steps taken' })
    await taken.getByLabel('In the words of a message').selectOption({ index: 1 })
    await taken.getByRole('button', { name: 'Log it' }).click()
    await taken.getByRole('button', { name: 'Not a step after all: My VPN is down.' }).click()
    await comesTo(() => steps.count(), 4)
  },
)

journey('Tom finishes a guide alone while he waits: nobody need come, and the ticket is solved', async ({ desk, requester, agent }) => {
  const samir = await desk.agent('Samir', { role: 'supervisor', wish: 'away' })
  await publishes(samir, aGuide())
  await agent('Ada Lovelace', { capacity: 0 })
  const tom = await requester('Tom')
  await tom.asksForHelp('The VPN says timed out.')
  await tom.frame.getByRole('button', { name: 'VPN: cannot connect, 3 steps' }).click()
  const card = tom.frame.getByRole('region', { name: 'VPN: cannot connect' })
  await card.getByRole('button', { name: 'Done' }).click()
  await tom.sees('How was it?')

  const { rows } = await desk.pool.query('select status, code, resolution from tickets')
  expect(rows).toEqual([{ status: 'resolved', code: 'solved', resolution: 'VPN: cannot connect: Try restart' }])

  // Uma begins one before she asks anybody; it does not help, and one press brings her into the line.
  const uma = await requester('Uma')
  await uma.opens()
  await uma.introduces()
  await uma.frame.getByText('Help yourself').click()
  await uma.frame.getByRole('button', { name: 'VPN: cannot connect, 3 steps' }).click()
  const hers = uma.frame.getByRole('region', { name: 'VPN: cannot connect' })
  await hers.getByRole('button', { name: 'I cannot' }).click()
  await hers.getByRole('heading', { name: 'Try lamp' }).waitFor()
  await hers.getByRole('button', { name: 'Stop the guide' }).click()
  await uma.frame.getByRole('button', { name: 'Talk to a person' }).click()
  await uma.frame
    .getByRole('button', { name: /Leave a message|call/i })
    .first()
    .waitFor()
  const begun = await desk.pool.query('select status from conversations order by number desc limit 1')
  expect(begun.rows).toEqual([{ status: 'waiting' }])
})
