import { expect } from '@jest/globals'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey('each sees when the other writes, but never that a note is written', async ({ desk, requester, agent }) => {
  const ada = await agent('Ada Lovelace')
  const rita = await requester('Rita')
  await rita.asksForHelp('The phone is mute.')
  await ada.accepts('Rita')
  await rita.sees('Ada Lovelace is here to help.')

  await rita.writing.pressSequentially('It')
  await ada.pane('Rita').getByText('Rita is writing').waitFor()
  await ada.reply('Rita').pressSequentially('Is')
  await rita.sees('Ada Lovelace is writing')
  await ada.reply('Rita').press('Enter')
  await rita.seesNoMore('Ada Lovelace is writing')

  const wire: string[] = []
  rita.page.on('websocket', (line) => line.on('framereceived', ({ payload }) => void wire.push(String(payload))))
  await rita.page.reload()
  await rita.opens()
  await rita.sees('Is')
  await ada.pane('Rita').getByRole('button', { name: 'Note', exact: true }).click()
  await ada.pane('Rita').getByRole('textbox', { name: 'Note' }).pressSequentially('Mute button, I bet.')
  await ada.pane('Rita').getByRole('textbox', { name: 'Note' }).press('Enter')
  await ada.pane('Rita').getByText('Note, only agents see this.').waitFor()
  await rita.says('The red light is on.')
  await ada.pane('Rita').getByText('The red light is on.').waitFor()
  await rita.frame.getByText('Seen').waitFor()
  expect(wire.join()).toContain('The red light is on.')
  const { rows } = await desk.pool.query<{ id: string }>("select id from agents where name = 'Ada Lovelace'")
  const isTyping = (words: string) => words.includes('person:typing') && words.includes(rows[0]?.id ?? 'nobody')
  expect(wire.filter((words) => isTyping(words) || /Mute button|noted/.test(words))).toEqual([])
})

journey('a message is sent, delivered and seen when it is, and not before', async ({ requester, agent }) => {
  const ada = await agent('Ada Lovelace')
  const rita = await requester('Rita')
  await rita.asksForHelp('My camera is dark.')
  await ada.accepts('Rita')
  const mark = async () => ada.pane('Rita').locator('.message.ours .mark').last().textContent()

  await ada.says('Rita', 'Is the shutter open?')
  await comesTo(mark, 'Seen')
  await rita.frame.getByRole('button', { name: 'Minimise' }).click()
  await ada.says('Rita', 'Look above the screen.')
  await rita.page.getByRole('button', { name: 'IT help desk chat, 1 unread' }).waitFor()
  await comesTo(mark, 'Delivered')
  const browser = rita.page.context()
  await rita.page.close()
  await ada.says('Rita', 'Are you there?')
  await comesTo(mark, 'Sent')

  const back = await rita.comesBackIn(browser)
  await back.page.getByRole('button', { name: 'IT help desk chat, 2 unread' }).waitFor()
  await comesTo(mark, 'Delivered')
  await back.opens()
  await comesTo(mark, 'Seen')
})

journey('links can be pressed and nothing else becomes one; lines stay lines', async ({ requester, agent }) => {
  const ada = await agent('Ada Lovelace')
  const rita = await requester('Rita')
  await rita.asksForHelp('Where is the form?')
  await ada.accepts('Rita')
  await ada.reply('Rita').fill('It is https://intranet.example/form.\njavascript:alert(1) <img src=x onerror=alert(1)>')
  await ada.reply('Rita').press('Enter')
  const link = rita.frame.getByRole('link')
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe('https://intranet.example/form')
  expect(await link.getAttribute('rel')).toContain('noopener')
  expect(await rita.frame.getByRole('link').count()).toBe(1)
  expect(await rita.frame.locator('.bubble img').count()).toBe(0)
  expect((await rita.reads()).at(-1)).toContain('form')
})
