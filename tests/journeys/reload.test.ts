import { aProxy } from '../support/proxy.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'Rita and Ada reload while they send, and half-way through a sentence: nothing is lost and nothing comes twice',
  async ({ desk, requester, agent }) => {
    const line = await aProxy({ host: '127.0.0.1', port: Number(new URL(desk.url).port) })
    try {
      const ada = await agent('Ada Lovelace', {}, line)
      const rita = await requester('Rita', line)
      await rita.asksForHelp('The page is slow.')
      await ada.accepts('Rita')
      await rita.sees('Ada Lovelace is here to help.')

      // Long enough that the page is gone before the answer comes.
      line.delay(400)
      await rita.says('Rita sends')
      await rita.page.reload()
      await ada.says('Rita', 'Ada sends')
      await ada.page.reload()
      line.heal()
      await rita.opens()
      await comesTo(rita.reads, ['You: The page is slow.', 'You: Rita sends', 'Ada Lovelace: Ada sends'], 30)
      await comesTo(() => ada.reads('Rita'), ['Rita: The page is slow.', 'Rita: Rita sends', 'Ada Lovelace: Ada sends'])

      await rita.writing.fill('Rita has begun')
      await ada.reply('Rita').fill('Ada has begun')
      await Promise.all([rita.page.reload(), ada.page.reload()])
      await rita.opens()
      await comesTo(() => rita.writing.inputValue(), 'Rita has begun')
      await comesTo(() => ada.reply('Rita').inputValue(), 'Ada has begun')
    } finally {
      await line.end()
    }
  },
)
