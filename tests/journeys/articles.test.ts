import { expect } from '@jest/globals'
import { publishesArticle } from '../support/articles.ts'
import { anInspection } from '../support/axe.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'Rita finds an article before she asks, Ada sends her another one with ??, and the ticket says that it helped',
  async ({ desk, requester, agent }) => {
    const samir = await desk.agent('Samir', { role: 'supervisor', wish: 'away' })
    await publishesArticle(samir, { title: 'Connect to the VPN', words: [], body: 'Start the **client** first.\n\n- Then wait' })
    await publishesArticle(samir, { title: 'VPN: renew the certificate', words: [], body: 'Choose *Renew* and wait.' })
    await publishesArticle(samir, { title: 'VPN gateways', audience: 'internal', words: [], body: 'The spare one is in Leeds.' })
    const ada = await agent('Ada Lovelace')
    const rita = await requester('Rita')
    const eye = anInspection()

    // What fits is there while she writes, and in nobody's way.
    await rita.opens()
    await rita.introduces()
    const asking = rita.frame.getByLabel('What happened?')
    await asking.fill('My VPN does not connct')
    const found = rita.frame.getByRole('region', { name: 'Perhaps this helps' })
    await comesTo(() => found.getByRole('button').count().then(String), '2')
    await found.getByRole('button', { name: /Connect to the VPN/ }).click()
    const sheet = rita.frame.getByRole('dialog', { name: 'Connect to the VPN' })
    await sheet.getByText('Start the client first.').waitFor()
    await comesTo(() => sheet.locator('li').evaluate((item) => getComputedStyle(item).listStyleType), 'disc')
    await sheet.getByRole('button', { name: 'It did not help' }).click()
    await found.getByText('did not help').waitFor()
    await comesTo(() => asking.inputValue(), 'My VPN does not connct')
    await rita.asks('My VPN does not connct')

    // One that fits is suggested; what Ada looks for she chooses by keys, and what is for agents alone cannot be sent.
    await ada.accepts('Rita')
    const pane = ada.pane('Rita')
    await pane.getByText('An article that fits:').waitFor()
    await ada.reply('Rita').pressSequentially('??vpn')
    await pane.getByRole('button', { name: /VPN gateways for agents only/ }).waitFor()
    await comesTo(
      () =>
        pane
          .getByRole('button', { name: /^Send “/ })
          .count()
          .then(String),
      '2',
    )
    await ada.reply('Rita').fill('??renew certificate')
    await pane.getByRole('button', { name: /^VPN: renew the certificate/ }).waitFor()
    await pane.locator('.chosen').getByText('VPN: renew the certificate').waitFor()
    await eye.looksAt('what is found', ada.page)
    await ada.reply('Rita').press('Alt+Enter')
    await comesTo(() => ada.reply('Rita').inputValue(), '')

    await rita.sees('Ada Lovelace sent you the article “VPN: renew the certificate”.')
    await rita.frame.getByRole('button', { name: 'Read “VPN: renew the certificate”' }).click()
    const sent = rita.frame.getByRole('dialog', { name: 'VPN: renew the certificate' })
    await sent.getByRole('button', { name: 'Yes, it helped' }).click()
    await rita.frame.getByText('helped', { exact: true }).waitFor()
    await pane.getByText('The article “VPN: renew the certificate” helped (Rita)').waitFor()
    await ada.page.getByRole('region', { name: 'Steps taken' }).getByText('VPN: renew the certificate').waitFor()

    // Solved, it becomes a draft of Ada's own with one key; taken back, she is where she was.
    const { rows } = await desk.pool.query<{ id: string }>('select id from conversations')
    const chat = rows[0]?.id ?? ''
    await samir.does(chat, { kind: 'end' })
    await samir.does(chat, { kind: 'resolve', code: 'solved', resolution: 'Rita renewed the certificate.' })
    await pane.getByRole('button', { name: 'Write an article' }).waitFor()
    await ada.page.keyboard.press('Alt+d')
    await comesTo(() => ada.page.getByLabel('Title').inputValue(), 'My VPN does not connct')
    await comesTo(
      async () => String((await ada.page.getByLabel('Text', { exact: true }).inputValue()).endsWith('… renewed the certificate.')),
      'true',
    )
    await ada.page.keyboard.press('Alt+z')
    await pane.getByRole('button', { name: 'Write an article' }).waitFor()
    expect((await desk.pool.query("select 1 from articles where draft ->> 'title' like 'My VPN%'")).rows).toEqual([])
    eye.endsWell()
  },
)
