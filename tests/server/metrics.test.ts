import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aDesk, type TestDesk } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.close())

test('whoever watches the desk sees who is connected, who waits, and how offers end, and no names', async () => {
  const ada = await desk.agent('Ada', { capacity: 1 })
  const [rita, tom] = [await desk.requester('Rita'), await desk.requester('Tom')]
  const chat = await rita.asks('My screen is black')
  await eventually(() => ada.heard.some(({ name }) => name === 'offer:made'))
  const made = ada.heard.find(({ name }) => name === 'offer:made')?.news as { offer: string }
  await ada.does(chat, { kind: 'accept', offer: made.offer })
  await tom.asks('It beeps')

  const metrics = await (await fetch(`${desk.url}/metrics`)).text()
  expect(metrics).toContain('firstline_sockets{kind="requester"} 2')
  expect(metrics).toContain('firstline_sockets{kind="agent"} 1')
  expect(metrics).toContain('firstline_waiting{team="Service desk"} 1')
  expect(metrics).toContain('firstline_offers_total{outcome="accepted"} 1')
  expect(metrics).toContain('firstline_acts_total{kind="open",outcome="kept"} 2')
  expect(metrics).not.toMatch(/Rita|black/)
})
