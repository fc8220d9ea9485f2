import { aProxy } from '../support/proxy.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage({ settings: { graceSeconds: 2 } })

journey(
  "Ada's lid closes: Rita is told, Bob gets her with her old waiting time, and both drafts survive",
  async ({ desk, requester, agent }) => {
    const line = await aProxy({ host: '127.0.0.1', port: Number(new URL(desk.url).port) })
    try {
      const ada = await agent('Ada Lovelace', {}, line)
      const bob = await agent('Bob', { wish: 'away' })
      const rita = await requester('Rita')
      await rita.asksForHelp('My screen flickers.')
      const first = await openedAt(desk)
      await ada.accepts('Rita')
      await ada.says('Rita', 'Since when?')
      await rita.sees('Since when?')
      await ada.reply('Rita').fill('Half a sen')
      await rita.writing.fill('Since yester')
      await bob.becomesAvailable()

      // A lid says nothing: the line stands, and nothing comes through it.
      line.blackHole()
      await rita.frame.getByText(/Your agent lost the connection/).waitFor({ timeout: 40_000 })
      await bob.accepts('Rita')
      await rita.sees('Bob is here to help.')
      await comesTo(() => agedFrom(desk), first)
      await rita.writing.press('Enter')
      await bob.pane('Rita').getByText('Since yester').waitFor()

      line.heal()
      await ada.page.getByText('Connected again.').waitFor({ timeout: 40_000 })
      await ada.inbox.getByText('No chats yet.').waitFor()
      await bob.transfers('Rita', 'Ada Lovelace', 'She is back.')
      await ada.turnsTo('Rita')
      await comesTo(() => ada.reply('Rita').inputValue(), 'Half a sen')
      await comesTo(() => ada.reads('Rita'), ['Rita: My screen flickers.', 'Ada Lovelace: Since when?', 'Rita: Since yester'])
    } finally {
      await line.end()
    }
  },
  150,
)

interface Desk {
  pool: { query(sql: string): Promise<{ rows: { at: string }[] }> }
}

const openedAt = async ({ pool }: Desk) => (await pool.query("select state ->> 'openedAt' as at from conversations")).rows[0]?.at

const agedFrom = async ({ pool }: Desk) => (await pool.query("select state ->> 'agedFrom' as at from conversations")).rows[0]?.at
