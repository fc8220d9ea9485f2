import { randomUUID } from 'node:crypto'
import { expect } from '@jest/globals'
import { momentFrom } from '../../shared/ui/times.ts'
import { anInspection } from '../support/axe.ts'
import { aPicture } from '../support/files.ts'
import { aGuide, aStep, publishes } from '../support/guides.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage({ categories: true, settings: { logAfterSeconds: 0 } })

/** Restart, look at the lamp, plug in a cable, fetch the log; and then those who know more. */
const aLongGuide = aGuide({
  steps: [
    aStep('restart', { command: 'ipconfig /renew' }),
    aStep('lamp', {
      ways: { done: null, 'did-not-help': null, cannot: 'next' },
      choices: [{ id: 'red', label: 'It is red', way: { step: 'cable' } }],
    }),
    aStep('cable'),
    aStep('log', { ways: { done: 'escalate', 'did-not-help': 'person', cannot: 'person' } }),
  ],
})

journey(
  'a VPN that does not connect: guided, escalated, promised, solved and logged, and the ticket says what people did',
  async ({ desk, requester, agent }) => {
    const begun = Date.now()
    const network = randomUUID()
    await desk.pool.query("insert into teams (id, name, tier) values ($1, 'Network', 2)", [network])
    const samir = await desk.agent('Samir', { role: 'supervisor', wish: 'away' })
    await publishes(samir, aLongGuide)
    const nina = await agent('Nina', { teams: [network] })
    const ada = await agent('Ada Lovelace')
    const rita = await requester('Rita')
    await rita.asksForHelp('My VPN is down.', 'Computer')
    await ada.accepts('Rita')
    const pane = ada.pane('Rita')
    const card = rita.frame.getByRole('region', { name: 'VPN: cannot connect' })
    const hers = pane.getByRole('region', { name: 'VPN: cannot connect' })

    // By her words it is suggested, and by Ada it is asked for.
    await pane.getByText('A guide that fits:').waitFor()
    await ada.reply('Rita').fill('/guide vpn')
    await pane.getByRole('button', { name: /VPN: cannot connect 4 steps/ }).click()
    await card.getByRole('heading', { name: 'Try restart' }).waitFor()
    await comesTo(() => ada.reply('Rita').inputValue(), '')
    await card.getByRole('button', { name: 'Copy', exact: true }).waitFor()

    // One step at a time; after a reload it goes on where it was, and back takes an answer back.
    await card.getByRole('button', { name: 'I cannot' }).click()
    await comesTo(() => rita.frame.locator(':focus').textContent(), 'Try lamp')
    await hers.getByText('2 of 4', { exact: true }).waitFor()
    await rita.page.reload()
    await rita.opens()
    await card.getByRole('button', { name: 'Back' }).click()
    await card.getByRole('heading', { name: 'Try restart' }).waitFor()
    await card.getByRole('button', { name: 'Did not help' }).click()

    // She is stuck; Ada hears of it, does a step for her, leaves one out, and puts one in.
    await card.getByRole('button', { name: 'I am stuck' }).click()
    await card.getByLabel('What do you see?', { exact: false }).fill('There is no lamp')
    await card.getByRole('button', { name: 'Tell the help desk' }).click()
    await hers.getByText('Stuck here: There is no lamp').waitFor()
    await hers.getByRole('button', { name: 'It is red' }).click()
    await card.getByRole('heading', { name: 'Try cable' }).waitFor()
    await hers.getByRole('button', { name: 'Skip' }).click()
    await hers.getByLabel('Why is it left out?').fill('No cable reaches there')
    await hers.getByRole('button', { name: 'Skip the step' }).click()
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

    // What a message tells of is a step as well, and none after all.
    const taken = ada.page.getByRole('region', { name: 'Steps taken' })
    await taken.getByLabel('In the words of a message').selectOption({ index: 1 })
    await taken.getByRole('button', { name: 'Log it' }).click()
    await taken.getByRole('button', { name: 'Not a step after all: My VPN is down.' }).click()
    await comesTo(() => taken.getByRole('listitem').count(), 5)

    const fields = ada.page.locator('.ticket-fields')
    await fields.getByRole('combobox', { name: 'Category' }).fill('vpn')
    await fields.getByRole('option', { name: 'Network / VPN' }).click()
    await fields.getByLabel('Impact').selectOption({ label: 'A group' })
    await fields.getByLabel('Urgency').selectOption({ label: 'Cannot work' })

    await pane.getByRole('button', { name: 'Promise news' }).click()
    const promise = ada.page.getByRole('dialog', { name: 'Promise the next news' })
    await promise.getByLabel('News by').selectOption('30')
    await promise.getByLabel(/^What about/).fill('What the network team finds')
    await promise.getByRole('button', { name: 'Promise', exact: true }).click()
    const news = rita.frame.getByRole('region', { name: 'Next news' })
    await news.getByText('What the network team finds').waitFor()
    const seen = await news.getByText(/^Next news by/).textContent()

    // Nina begins with what is known, is asked in, and Rita need not say it again.
    await ada.page.getByRole('button', { name: 'Escalate' }).click()
    const escalate = ada.page.getByRole('dialog', { name: 'Escalate the work' })
    await escalate.getByLabel('What you ask of them').fill('Which gateway resets it, marmot?')
    await escalate.getByLabel('How', { exact: true }).selectOption({ label: 'Ask Nina to come into the chat' })
    await escalate.getByRole('button', { name: 'Escalate' }).click()
    const offers = nina.page.getByRole('region', { name: 'Offers' })
    await offers.getByText('Ada Lovelace asks you to come into this chat', { exact: false }).waitFor()
    await offers.getByRole('button', { name: 'Accept' }).click()
    await rita.sees('Nina joined.')
    await news.getByText('Nina works on it', { exact: false }).waitFor()
    await nina.page.getByText('Which gateway resets it, marmot?').first().waitFor()
    await nina.says('Rita', 'I renew your certificate now.')
    await rita.sees('I renew your certificate now.')

    // After the chat, too, Ada keeps her word; then she closes with two keys.
    await ada.ends('Rita')
    await rita.frame.getByRole('heading', { name: 'The chat has ended' }).waitFor()
    await news.getByText('Ada Lovelace keeps you informed', { exact: false }).waitFor()
    await pane.getByRole('button', { name: 'Later' }).click()
    await ada.says('Rita', 'Your certificate is renewed, it stays up now.')
    await rita.sees('Your certificate is renewed, it stays up now.')
    await news.getByText('Next news by', { exact: false }).waitFor({ state: 'detached' })
    await ada.page.keyboard.press('Control+Enter')
    await ada.page.getByRole('form', { name: 'Wrap up' }).locator(':focus').waitFor()
    await ada.page.keyboard.press('Control+Enter')
    await rita.frame.getByRole('heading', { name: 'Solved' }).waitFor()
    if ((await rita.everything()).includes('marmot')) throw new Error('Rita read what was written for the network team')

    // The ticket, as any program may read it, says what they did.
    await comesTo(async () => (await samir.ask('ticket:read', { number: 1 })).logged !== null, true)
    const view = await samir.ask('ticket:read', { number: 1 })
    const { entries } = await samir.ask('conversation:open', { conversation: view.conversation.id })
    const told = view.names.reduce((text, { id, name }) => text.replaceAll(id, name), JSON.stringify(view))
    const { ticket, conversation } = JSON.parse(told.replaceAll(network, 'Network').replaceAll(desk.team, 'Service desk')) as typeof view
    const anyTime = expect.any(String)
    expect(ticket).toEqual({
      number: 1,
      status: 'resolved',
      subject: 'My VPN is down.',
      category: 'Network / VPN',
      categoryId: expect.any(String),
      impact: 'medium',
      urgency: 'high',
      priority: 2,
      team: 'Service desk',
      communicationOwner: 'Ada Lovelace',
      workOwner: 'Nina',
      escalation: { team: 'Network', by: 'Ada Lovelace', since: anyTime, asked: null },
      promise: null,
      code: 'solved',
      resolution: 'Your certificate is renewed, it stays up now.',
      minutes: expect.any(Number),
      steps: [
        { what: 'Try restart', outcome: 'did-not-help', by: 'Rita', at: anyTime, run: anyTime },
        { what: 'Try lamp', outcome: 'choice', answer: 'It is red', by: 'Ada Lovelace', at: anyTime, run: anyTime },
        { what: 'Try cable', outcome: 'skipped', answer: 'No cable reaches there', by: 'Ada Lovelace', at: anyTime, run: anyTime },
        { what: 'Open the folder', outcome: 'done', by: 'Rita', at: anyTime, run: anyTime },
        { what: 'Try log', outcome: 'done', by: 'Rita', at: anyTime, run: anyTime },
      ],
      openedAt: anyTime,
      resolvedAt: anyTime,
      closedAt: null,
    })
    const { channel, topic, requesterName } = conversation
    expect([channel, topic, requesterName]).toEqual(['chat', desk.topic, 'Rita'])
    expect(entries.flatMap((entry) => (entry.kind === 'joined' ? [entry.body?.name] : []))).toEqual(['Nina'])
    const spent = (Date.parse(ticket.resolvedAt ?? '') - Date.parse(ticket.openedAt)) / 60_000
    expect(ticket.minutes).toBeGreaterThanOrEqual(1)
    expect(ticket.minutes).toBeLessThanOrEqual(Math.ceil(spent))
    const steps = ticket.steps ?? []
    const times = [ticket.openedAt, ...steps.map(({ at }) => at), ticket.escalation?.since, ticket.resolvedAt, view.logged?.at]
    const instants = [begun, ...times.map((at) => Date.parse(at ?? '')), Date.now()]
    expect(instants).toEqual(instants.toSorted((one, other) => one - other))

    expect(entries.flatMap((entry) => (entry.kind === 'escalated' ? [entry.body] : []))).toEqual([
      {
        symptom: 'My VPN is down.',
        impact: 'A group, cannot work',
        environment: 'Computer',
        steps:
          '- Try restart: did not help\n- Try lamp: It is red\n- Try cable: left out: No cable reaches there\n- Open the folder: done\n- Try log: done',
        ask: 'Which gateway resets it, marmot?',
      },
    ])
    const given = entries.flatMap((entry) => (entry.kind === 'promised' || entry.kind === 'promise-kept' ? [entry] : []))
    const until = given[0]?.until ?? ''
    expect(given.map((entry) => [entry.kind, entry.until])).toEqual([
      ['promised', until],
      ['promise-kept', until],
    ])
    expect(seen).toBe(`Next news by ${momentFrom(until, begun)}`)
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
  await card.waitFor()
  const inspection = anInspection()
  const frame = tom.page.frames().find((one) => one.url().includes('/widget'))
  await inspection.looksAt('a guide', tom.page, frame)
  inspection.endsWell()
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

journey(
  'Samir puts a picture at a step, and Rita sees it large; in a file it goes along to another guide',
  async ({ desk, requester, agent }) => {
    const olga = await desk.agent('Olga', { role: 'supervisor', wish: 'away' })
    await publishes(olga, aGuide())
    const samir = await agent('Samir', { role: 'supervisor', wish: 'away' })
    const editor = samir.page
    await editor.goto(`${desk.url}/console#/settings/guides`)
    await editor.getByRole('button', { name: 'VPN: cannot connect' }).click()
    const step = editor.locator('.guide-step').first()
    const preview = editor.getByRole('complementary', { name: 'As its reader goes through it' })
    const carried = (name: string, content: Buffer) =>
      editor.evaluateHandle(
        ([called = '', data = '']) => {
          const all = new DataTransfer()
          all.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], called, { type: 'image/png' }))
          return all
        },
        [name, content.toString('base64')],
      )

    // What is none is not taken; one without a description is not published; and what is removed comes back.
    await step.locator('input[type=file]').setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
    await editor.getByText('notes.png is no picture that browsers show.', { exact: false }).waitFor()
    await step.getByLabel('Title').dispatchEvent('drop', { dataTransfer: await carried('tray.png', await aPicture(900, 500)) })
    await step.getByText('Its picture has no description.').waitFor()
    await step.getByLabel('What the picture shows').fill('The tray, with the shield at its left')
    await preview.getByRole('button', { name: 'Open the picture: The tray, with the shield at its left' }).waitFor()
    await step.getByRole('button', { name: 'Remove the picture' }).click()
    await comesTo(async () => (await editor.locator(':focus').textContent())?.trim() ?? '', 'Add a picture')
    await editor.getByRole('button', { name: 'Undo' }).first().click()
    await step.getByRole('button', { name: 'Another picture' }).waitFor()
    await step
      .getByLabel('Title')
      .evaluate(
        (field, clipboardData) => void field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })),
        await carried('again.png', await aPicture(600, 500)),
      )
    await editor.getByText('The picture is replaced.').waitFor()
    await editor.getByRole('button', { name: 'Publish' }).click()
    await editor.getByText('Published as version 2.').waitFor()

    const ada = await agent('Ada Lovelace')
    const rita = await requester('Rita')
    await rita.asksForHelp('My VPN is down.')
    await ada.accepts('Rita')
    const pane = ada.pane('Rita')
    await ada.reply('Rita').fill('/guide vpn')
    await pane.getByRole('button', { name: /VPN: cannot connect 3 steps/ }).click()
    const seen = { name: 'Open the picture: The tray, with the shield at its left' }
    await pane.getByRole('button', seen).waitFor()
    const hers = rita.frame.getByRole('button', seen)
    await hers.locator('img').waitFor()
    await hers.press('Enter')
    const large = rita.frame.getByRole('dialog', { name: 'The tray, with the shield at its left' })
    await large.getByRole('img', { name: 'The tray, with the shield at its left' }).waitFor()
    await rita.page.keyboard.press('Escape')
    await large.waitFor({ state: 'detached' })
    await comesTo(() => rita.frame.locator(':focus').getAttribute('aria-label'), seen.name)

    // A file carries it to another desk; there it is a picture of its own.
    const [download] = await Promise.all([editor.waitForEvent('download'), editor.getByRole('button', { name: 'Save as a file' }).click()])
    const kept = await download.path()
    await editor.getByRole('button', { name: 'All guides' }).click()
    await editor.locator('input[accept^=".json"]').setInputFiles(kept)
    await preview.getByRole('button', seen).locator('img').waitFor()
    const { rows } = await desk.pool.query('select count(distinct guide_id)::int as guides, count(*)::int as pictures from guide_pictures')
    expect(rows).toEqual([{ guides: 2, pictures: 3 }])
  },
)
