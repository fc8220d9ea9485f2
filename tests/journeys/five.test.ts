import { expect } from '@jest/globals'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()
const names = ['Rita', 'Sven', 'Tara', 'Umut', 'Vera']

journey('Ada helps five at once; each gets his own answers, and she sees who waits', async ({ desk, requester, agent }) => {
  const ada = await agent('Ada Lovelace', { capacity: 5 })
  const people = []
  for (const name of names) {
    const person = await requester(name)
    await person.asksForHelp(`${name} cannot print.`)
    await ada.accepts(name)
    people.push(person)
  }
  const sixth = await desk.requester('Will')
  await sixth.asks('And I cannot scan.')
  await ada.inbox.getByRole('button', { name: 'Take Will' }).waitFor()
  expect(await ada.offers.count()).toBe(0)
  await ada.inbox.getByText('5 of 5').waitFor()

  await Promise.all(people.map((person) => person.says(`${person.name} has printer number ${names.indexOf(person.name)}.`)))
  for (const name of names) {
    await ada.turnsTo(name)
    await ada.pane(name).getByText(`${name} has printer number`).waitFor()
    await ada.says(name, `Number ${names.indexOf(name)} is fixed, ${name}.`)
  }
  for (const person of people) {
    const { name } = person
    const expected = [
      `${name} cannot print.`,
      `${name} has printer number ${names.indexOf(name)}.`,
      `Number ${names.indexOf(name)} is fixed, ${name}.`,
    ]
    await comesTo(person.reads, [`You: ${expected[0]}`, `You: ${expected[1]}`, `Ada Lovelace: ${expected[2]}`])
    await ada.turnsTo(name)
    await comesTo(() => ada.reads(name), [`${name}: ${expected[0]}`, `${name}: ${expected[1]}`, `Ada Lovelace: ${expected[2]}`])
  }

  // Who waits longest for an answer stands first, with a count of what is new.
  await ada.turnsTo('Rita')
  const [, sven, , umut] = people
  await umut?.says('It stopped again.')
  await sven?.says('Mine too.')
  await sven?.says('And it smells.')
  const mine = ada.inbox.getByRole('region', { name: 'Mine' }).getByRole('listitem')
  await comesTo(
    async () => (await mine.allTextContents()).slice(0, 2).map((text) => /(Umut|Sven).*(\d) unread message/.exec(text)?.slice(1)),
    [
      ['Umut', '1'],
      ['Sven', '2'],
    ],
  )
  await ada.page.keyboard.press('Alt+j')
  await ada.turnsTo('Sven')
  await ada.pane('Sven').getByText('And it smells.').waitFor()
  await sven?.sees('Seen')

  // Five are closed by two keys each, and their tickets lack nothing.
  const { page } = ada
  const wrapUp = page.getByRole('form', { name: 'Wrap up' })
  await ada.reply('Sven').focus()
  for (const left of [4, 3, 2, 1, 0]) {
    await page
      .getByLabel(/^Reply to/)
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.press('Control+Enter')
    await wrapUp.locator(':focus').waitFor()
    await page.keyboard.press('Control+Shift+Enter')
    await comesTo(() => mine.count(), left)
  }
  const { rows } = await desk.pool.query(
    "select subject, resolution, code, minutes, status from tickets where status = 'resolved' order by subject",
  )
  expect(rows).toEqual(
    names.map((name, number) => ({
      subject: `${name} cannot print.`,
      resolution: `Number ${number} is fixed, ${name}.`,
      code: 'solved',
      minutes: 1,
      status: 'resolved',
    })),
  )
})
