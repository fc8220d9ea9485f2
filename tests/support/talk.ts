import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { columns, type EntryRow, entryOf } from '../../server/postgres/entries.ts'
import type { aChance } from './chance.ts'
import { eventually } from './eventually.ts'
import { aHistory } from './history.ts'
import type { Keyholders } from './keyholders.ts'
import {
  acknowledgedIsStored,
  eachIdOnce,
  inOrderOfTelling,
  type Kept,
  listsEqualTable,
  numbersDense,
  refusedIsNotStored,
  type Seen,
  saidAsWritten,
} from './laws.ts'
import { type LineTo, lineTo, type Transport } from './line-to.ts'
import { aTalker, type Talker } from './talker.ts'

export type Talk = Awaited<ReturnType<typeof aTalk>>

export interface TalkOptions {
  requesters: number
  agents: number
  /** The desks that they reach, in turn. */
  urls: string[]
  /** How they reach them, in turn. */
  transports?: Transport[]
}

/** Requesters and agents in the middle of their chats: each agent with as many requesters as it takes. */
export async function aTalk(house: Keyholders, { requesters, agents, urls, transports = ['websocket'] }: TalkOptions) {
  const history = aHistory()
  const capacity = Math.ceil(requesters / agents)
  const urlFor = (index: number) => urls[index % urls.length] ?? ''
  const roadFor = (index: number) => transports[index % transports.length]
  const helpers = await Promise.all(
    range(agents).map(async (index) => lineTo(urlFor(index + 1), await house.agent(`Agent ${index}`, { capacity }), roadFor(index))),
  )
  await Promise.all(helpers.map((line) => line.answered(() => line.ask('agent:wish', { wish: 'away' }))))
  // One there for all makes the desk attended; nothing is offered to who has no place.
  const porter = lineTo(urlFor(0), await house.agent('Porter', { capacity: 0 }))
  await porter.answered(() => porter.ask('agent:wish', { wish: 'available' }))
  const talkers: Talker[] = []
  const lines: LineTo[] = [...helpers, porter]
  const conversations: string[] = []

  for (const index of range(requesters)) {
    const line = lineTo(urlFor(index), await house.requester(`Requester ${index}`), roadFor(index))
    const helper = helpers[index % agents]
    if (!helper) throw new Error('Nobody helps')
    lines.push(line)
    const conversation = randomUUID()
    const open = { kind: 'open', topic: house.team, text: 'It is broken', entrance: 'line' } as const
    // Every process learns a little later that somebody is there.
    await eventually(() => succeeds(line.answered(() => line.ask('conversation:act', { conversation, id: conversation, act: open }))))
    await helper.answered(() => helper.ask('conversation:act', { conversation, id: conversation, act: { kind: 'take' } }))
    conversations.push(conversation)
    talkers.push(aTalker(line, conversation, history), aTalker(helper, conversation, history))
  }

  const conversationOf = (index: number) => conversations[Math.floor(index / 2)] ?? ''
  const seen = (talker: Talker, index: number): Seen => ({
    who: `talker ${index}`,
    conversation: conversationOf(index),
    lane: 'public',
    list: talker.list(),
    isLive: true,
  })

  return {
    history,
    talkers,
    lines,
    helpers,
    conversations,

    /** Everybody talks for so long, so many messages a second in all; some say a thing once and do not care. */
    async goesOn({ seconds, perSecond, chance }: { seconds: number; perSecond: number; chance: ReturnType<typeof aChance> }) {
      const end = Date.now() + seconds * 1000
      const pauseMs = (talkers.length / perSecond) * 1000
      await Promise.all(
        talkers.map(async (talker, index) => {
          await pause(chance.between(0, pauseMs))
          for (let n = 1; Date.now() < end; n++) {
            if (chance.isIn(0.1)) void talker.blurt(`${index} blurts ${n}`)
            else talker.say(`${index} says ${n}`)
            await pause(chance.between(0.5, 1.5) * pauseMs)
          }
        }),
      )
    },

    /** Whether all that was written is answered, and everybody's list is the table. */
    async isSettled(): Promise<boolean> {
      if (talkers.some((talker) => talker.unsent() > 0)) return false
      const { rows } = await house.pool.query<{ id: string; last: number }>('select id, last_public as last from conversations')
      const last = new Map(rows.map((row) => [row.id, row.last]))
      return talkers.every((talker, index) => talker.list().at(-1)?.seq === last.get(conversationOf(index)))
    },

    /** What is otherwise than people were told or see; nothing, if all is well. */
    async complaints(): Promise<string[]> {
      for (const talker of talkers) while (talker.more()) await talker.older()
      const kept = await publicEntries(house.pool, conversations)
      // Only what they say is in the history, and not what an opening says.
      const said = kept.filter(({ conversation, entry }) => entry.kind === 'said' && entry.act !== conversation)
      const attempts = history.attempts()
      return [
        ...acknowledgedIsStored(attempts, kept),
        ...eachIdOnce(kept),
        ...refusedIsNotStored(attempts, kept),
        ...saidAsWritten(attempts, said),
        ...inOrderOfTelling(attempts, said),
        ...numbersDense(kept),
        ...listsEqualTable(talkers.map(seen), kept),
      ]
    },

    ends() {
      for (const talker of talkers) talker.stop()
      for (const line of lines) line.close()
    },
  }
}

export const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const succeeds = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => false,
  )

async function publicEntries(pool: Pool, conversations: string[]): Promise<Kept[]> {
  const { rows } = await pool.query<EntryRow & { conversation: string }>(
    `select conversation_id as conversation, ${columns} from entries
     where lane = 'public' and conversation_id = any($1::uuid[]) order by conversation_id, seq`,
    [conversations],
  )
  return rows.map(({ conversation, ...row }) => ({ conversation, entry: entryOf(row) }))
}
