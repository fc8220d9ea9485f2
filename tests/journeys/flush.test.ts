import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'Redis forgets everything in the middle of a chat, then dies and comes back empty: the chat goes on, and so does the line',
  async ({ desk, requester, agent }) => {
    const ada = await agent('Ada Lovelace', { capacity: 2 })
    const rita = await requester('Rita')
    await rita.asksForHelp('The fan is loud.')
    await ada.accepts('Rita')

    await desk.redis.flush()
    await ada.says('Rita', 'Since today?')
    await rita.sees('Since today?')
    const sven = await requester('Sven')
    await sven.asksForHelp('I waited while it was forgotten.')
    await desk.redis.flush()
    await ada.accepts('Sven')
    const waiting = await desk.requester('Tara')
    await waiting.asks('I am still in line.')

    await desk.redis.kill()
    await ada.page.getByText('Nothing is offered now').waitFor()
    await desk.redis.restart()
    await ada.page.getByText('Nothing is offered now').waitFor({ state: 'detached' })
    await rita.says('Since yesterday.')
    await ada.turnsTo('Rita')
    await ada.pane('Rita').getByText('Since yesterday.').waitFor()
    await ada.ends('Rita')
    await ada.accepts('Tara')
    await comesTo(rita.reads, ['You: The fan is loud.', 'Ada Lovelace: Since today?', 'You: Since yesterday.'])
  },
)
