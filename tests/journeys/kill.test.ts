import { aHouse } from '../support/house.ts'
import { aProxy } from '../support/proxy.ts'
import { comesTo } from '../support/reading.ts'
import { aStageOn } from '../support/stage.ts'

const journey = aStageOn(() => aHouse())

journey(
  'the server dies between keeping a message and saying so: the message is there once, and is marked as sent',
  async ({ house, atDemo, atConsole }) => {
    const desk = await house.desk()
    const line = await aProxy({ host: '127.0.0.1', port: desk.port })
    try {
      const ada = await atConsole('Ada Lovelace', desk.url, (await house.agent('Ada Lovelace')).cookie ?? '')
      await ada.becomesAvailable()
      const rita = await atDemo('Rita', line.url)
      await rita.opens()
      await rita.introduces()
      await rita.sees('1 person is here')
      await rita.asks('My files are gone.')
      await ada.accepts('Rita')
      await ada.says('Rita', 'Which folder?')
      await rita.sees('Which folder?')

      line.dropWordsOf('server')
      await rita.says('The one called Important.')
      const kept = async () => Number((await house.pool.query(howOften, ['The one called Important.'])).rows[0]?.count)
      await comesTo(kept, 1)
      await desk.kill9()
      await rita.frame.getByText('Waiting to send').waitFor()
      await ada.page.getByText(/No connection for \d+ s/).waitFor()
      await rita.says('And it was big.')

      await desk.start()
      line.heal()
      const said = ['My files are gone.', 'Which folder?', 'The one called Important.', 'And it was big.']
      await comesTo(() => ada.reads('Rita'), [`Rita: ${said[0]}`, `Ada Lovelace: ${said[1]}`, `Rita: ${said[2]}`, `Rita: ${said[3]}`], 45)
      await comesTo(rita.reads, [`You: ${said[0]}`, `Ada Lovelace: ${said[1]}`, `You: ${said[2]}`, `You: ${said[3]}`])
      await rita.frame.getByText('Waiting to send').waitFor({ state: 'detached' })
      await rita.frame
        .getByText(/^(Sent|Delivered|Seen)$/)
        .last()
        .waitFor()
      await comesTo(kept, 1)
    } finally {
      await line.end()
    }
  },
  150,
)

const howOften = "select count(*) from entries where kind = 'said' and body ->> 'text' = $1"
