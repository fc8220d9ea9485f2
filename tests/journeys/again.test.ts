import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'it was not solved after all: Rita reopens, Ada has her again, and everything said is still there',
  async ({ requester, agent }) => {
    const ada = await agent('Ada Lovelace')
    const rita = await requester('Rita')
    await rita.asksForHelp('The drawer sticks.')
    await ada.accepts('Rita')
    await ada.ends('Rita')
    await ada.wrapsUp('Rita', 'Advice given', 'Pull harder.')
    await rita.sees('Pull harder.')

    await rita.frame.getByRole('button', { name: 'All my requests' }).click()
    await rita.frame.getByRole('button', { name: /The drawer sticks.*Resolved/ }).click()
    await rita.frame.getByRole('button', { name: /reopen/ }).click()
    await rita.says('I pulled. The handle came off.')
    await ada.turnsTo('Rita')
    await comesTo(() => ada.reads('Rita'), ['Rita: The drawer sticks.', 'Rita: I pulled. The handle came off.'])
    await ada.says('Rita', 'I am coming.')
    await rita.sees('I am coming.')
  },
)

journey('out of hours Rita is told when the desk opens, and what she leaves is a ticket', async ({ desk, requester, agent }) => {
  const ada = await agent('Ada Lovelace')
  const days = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const nextWeek = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(Date.now() + 2 * 24 * 3600_000)
  const hours = { zone: 'UTC', closed: [], days: { ...days, [nextWeek.toLowerCase()]: [['08:00', '17:00']] } }
  await desk.pool.query('update teams set hours = $1', [hours])
  const rita = await requester('Rita')
  await rita.opens()
  await rita.introduces()
  await rita.sees(/The help desk is closed\. It opens \w+day/)
  await rita.asks('The night shift has no light.')
  await rita.sees('Your message is with us')

  await ada.inbox.getByRole('region', { name: 'Messages left' }).getByText('Rita').waitFor()
  await ada.page.getByRole('link', { name: 'Tickets' }).click()
  await ada.page.getByRole('row').filter({ hasText: 'The night shift has no light.' }).getByText('New').waitFor()
})
