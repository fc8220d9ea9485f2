import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { comesIn, type Person } from '../../../server/commands/actors/person.ts'
import type { Part } from '../generator/cast.ts'
import { seed } from '../seeds.ts'
import type { Target } from '../targets.ts'
import { undoLater } from '../undoing.ts'

/** What lies on Ada's desk, and how she gets in. */
export interface Crowd {
  /** Her cookie, as a browser keeps it. */
  session: string
  /** The chat with the most messages, and the one with half of them. */
  longest: string
  long: string
}

/** What an agent may say at once before he is asked to go slower, with some to spare. */
const aBreath = 560

/** Fills a desk as no desk is: `mine` chats of Ada's, `waiting` others, and one conversation with as many messages as are asked for. */
export async function aCrowd(desk: Target, size: { mine: number; waiting: number; messages: number }): Promise<Crowd> {
  const url = `http://127.0.0.1:${desk.ports[0]}`
  const speakers = Math.ceil((size.messages * 1.5) / aBreath) + 1
  const { agents, requesters } = await seed(desk.databaseUrl ?? '', { agents: 1 + speakers, requesters: size.mine + size.waiting })
  await promote(desk.databaseUrl ?? '', size.mine)
  const [ada, ...others] = await Promise.all(agents.map((part) => enters(url, part)))
  if (!ada) throw new Error('Nobody works at this desk')
  // Nobody is let into the line of a desk where nobody is.
  await ada.ask('agent:wish', { wish: 'available' })
  const asked: string[] = []
  for (const [index, part] of requesters.entries()) asked.push(await asks(url, part, index))
  for (const conversation of asked.slice(0, size.mine)) await ada.does(conversation, { kind: 'take' })
  await ada.ask('agent:wish', { wish: 'away' })
  const [longest = '', long = ''] = asked
  const half = Math.floor(others.length / 3)
  await talk(others.slice(half), longest, size.messages)
  await talk(others.slice(0, half), long, size.messages / 2)
  for (const person of others) person.leaves()
  // Were she gone for a while, her chats would go back to the line.
  undoLater(async () => ada.leaves())
  return { session: agents[0]?.headers.Cookie ?? '', longest, long }
}

/** Everybody may join; Ada has room for all. */
async function promote(url: string, capacity: number) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query("update agents set role = 'supervisor'")
    await client.query('update standings set capacity = $1', [capacity])
  } finally {
    await client.end()
  }
  await new Promise((resolve) => setTimeout(resolve, 4_000))
}

const enters = (url: string, { headers }: Part): Promise<Person> =>
  comesIn(url, { as: 'agent' }, { id: '', name: 'Ada' }, headers.Cookie ?? '')

async function asks(url: string, { auth }: Part, index: number) {
  const visit = 'visit' in auth ? String(auth.visit) : ''
  const rita = await comesIn(url, { as: 'requester', visit }, { id: '', name: 'Rita' })
  const conversation = randomUUID()
  const text = `My screen is black since this morning, number ${index}`
  await rita.does(conversation, { kind: 'open', topic: null, text, entrance: 'line' }, conversation)
  rita.leaves()
  return conversation
}

async function talk(speakers: Person[], conversation: string, messages: number) {
  const each = Math.ceil(messages / speakers.length)
  await Promise.all(
    speakers.map(async (one, place) => {
      await one.does(conversation, { kind: 'join' })
      for (let count = 0; count < each; count++) await one.says(conversation, sentence(place * each + count))
    }),
  )
}

const sentence = (number: number) =>
  number % 3 === 0
    ? `Line ${number}: see https://intranet.example/vpn/${number} and try the second way, which worked for most people here last week.`
    : `Line ${number}: it works again.`
