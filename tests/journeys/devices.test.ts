import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey('two tabs of Rita and two devices of Ada agree, whatever is done on either', async ({ desk, requester, agent, atConsole }) => {
  const ada = await agent('Ada Lovelace')
  const [session] = await ada.page.context().cookies()
  const tablet = await atConsole('Ada Lovelace', desk.url, `${session?.name}=${session?.value}`)
  const rita = await requester('Rita')
  await rita.asksForHelp('My mouse drifts.')
  const tab = await rita.comesBackIn(rita.page.context())
  await tab.opens()
  await tab.sees('1st')

  await tablet.offerOf('Rita').waitFor()
  await ada.accepts('Rita')
  await tablet.offerOf('Rita').waitFor({ state: 'detached' })
  await tablet.turnsTo('Rita')
  await tab.sees('Ada Lovelace is here to help.')

  await tab.says('It drifts to the left.')
  await rita.says('Only on the glass table.')
  await tablet.says('Rita', 'Try a mouse pad.')
  await ada.says('Rita', 'Or a sheet of paper.')
  const said = ['My mouse drifts.', 'It drifts to the left.', 'Only on the glass table.', 'Try a mouse pad.', 'Or a sheet of paper.'].sort()
  const words = (lines: string[]) => lines.map((line) => line.replace(/^[^:]*: /, ''))
  await comesTo(async () => words(await rita.reads()).sort(), said)
  const order = words(await rita.reads())
  for (const reads of [tab.reads, () => ada.reads('Rita'), () => tablet.reads('Rita')])
    await comesTo(async () => words(await reads()), order)

  await ada.reply('Rita').fill('Or buy')
  await comesTo(() => tablet.reply('Rita').inputValue(), 'Or buy')
  await tablet.says('Rita', 'Or buy a new one.')
  await comesTo(() => ada.reply('Rita').inputValue(), '')

  await tablet.page.getByRole('switch', { name: 'Availability: Available' }).click()
  await ada.page.getByRole('switch', { name: 'Availability: Away' }).waitFor()
  await tablet.ends('Rita')
  await ada.pane('Rita').getByLabel('Outcome').waitFor()
  for (const one of [rita, tab]) await one.sees('Ada Lovelace ended the chat.')
})
