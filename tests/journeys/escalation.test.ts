import { randomUUID } from 'node:crypto'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'Ada keeps talking while the network team works: Rita hears by when, from whom, and after the chat what came of it',
  async ({ desk, requester, agent }) => {
    const network = randomUUID()
    await desk.pool.query("insert into teams (id, name, tier) values ($1, 'Network', 2)", [network])
    const nina = await agent('Nina', { teams: [network] })
    const ada = await agent('Ada Lovelace')
    const rita = await requester('Rita')
    await rita.asksForHelp('The VPN drops every ten minutes.')
    await ada.accepts('Rita')
    await ada.says('Rita', 'Does it drop on a cable, too?')

    const pane = ada.pane('Rita')
    await pane.getByRole('button', { name: 'Promise news' }).click()
    const promise = ada.page.getByRole('dialog', { name: 'Promise the next news' })
    await promise.getByLabel('News by').selectOption('30')
    await promise.getByLabel(/^What about/).fill('What the network team finds')
    await promise.getByRole('button', { name: 'Promise', exact: true }).click()
    const news = rita.frame.getByRole('region', { name: 'Next news' })
    await news.getByText('What the network team finds').waitFor()

    await ada.page.getByRole('button', { name: 'Escalate' }).click()
    const escalate = ada.page.getByRole('dialog', { name: 'Escalate the work' })
    await escalate.getByLabel('What you ask of them').fill('Which gateway resets it, marmot?')
    await escalate.getByLabel('How', { exact: true }).selectOption({ label: 'Ask Nina to come into the chat' })
    await escalate.getByRole('button', { name: 'Escalate' }).click()
    await nina.page
      .getByRole('region', { name: 'Offers' })
      .getByText('Ada Lovelace asks you to come into this chat', { exact: false })
      .waitFor()
    await nina.page.getByRole('region', { name: 'Offers' }).getByRole('button', { name: 'Accept' }).click()
    await rita.sees('Nina joined.')
    await news.getByText('Nina works on it', { exact: false }).waitFor()
    await nina.page.getByText('Which gateway resets it, marmot?').first().waitFor()
    await nina.says('Rita', 'I look at the gateway now.')
    await rita.sees('I look at the gateway now.')

    await ada.ends('Rita')
    await rita.frame.getByRole('heading', { name: 'The chat has ended' }).waitFor()
    await news.getByText('Ada Lovelace keeps you informed', { exact: false }).waitFor()
    await pane.getByRole('button', { name: 'Later' }).click()
    await ada.says('Rita', 'The gateway is replaced, it stays up now.')
    await rita.sees('The gateway is replaced, it stays up now.')
    await news.getByText('Next news by', { exact: false }).waitFor({ state: 'detached' })
    if ((await rita.everything()).includes('marmot')) throw new Error('Rita read what was written for the network team')
  },
)
