import { randomUUID } from 'node:crypto'
import type { Entry } from '../../../shared/entry.ts'
import { Refused } from '../../../shared/refusal.ts'
import type { AgentActor } from '../actors/agent.ts'
import type { Person } from '../actors/person.ts'
import type { Visitor } from '../actors/visitor.ts'
import type { Ledger } from './ledger.ts'
import type { Staff } from './staff.ts'

/** Chats that begin, go on and end by themselves. */
export interface Traffic {
  open(): number
  waiting(): number
  ended(): number
  /** Lets nobody come any more, ends what is open, and waits until it is. */
  stop(): Promise<void>
}

interface Chat {
  id: string
  rita: Visitor
  ada: AgentActor | null
  said: number
  /** How many messages it lasts. */
  length: number
}

/** So many messages a second, over all chats together. */
export function letItFlow({ agents, visitors, topic }: Staff, rate: number, ledger: Ledger, onTrouble: (error: unknown) => void): Traffic {
  const chats = new Map<string, Chat>()
  const pending = new Set<Promise<void>>()
  let flowing = true
  let ended = 0

  /** Whatever is refused or cut is counted, and the flood goes on. */
  function begin(work: Promise<void>) {
    const done = work.catch(onTrouble).finally(() => pending.delete(done))
    pending.add(done)
  }

  async function asks(rita: Visitor) {
    if (!flowing) return
    const id = await rita.asks(wordsOf(openings), { topic })
    chats.set(id, { id, rita, ada: null, said: 0, length: 6 + Math.floor(Math.random() * 10) })
    await rita.ask('conversation:open', { conversation: id })
  }

  async function accepts(ada: AgentActor, ringing: Parameters<AgentActor['accepts']>[0]) {
    const chat = chats.get(ringing.conversation.id)
    await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 800))
    try {
      await ada.accepts(ringing)
    } catch (error) {
      if (error instanceof Refused && error.code === 'offer-over') return
      throw error
    }
    await ada.ask('conversation:open', { conversation: ringing.conversation.id })
    if (chat) chat.ada = ada
  }

  async function speaks(chat: Chat, ada: AgentActor) {
    const person: Person = chat.said++ % 2 ? chat.rita : ada
    const id = randomUUID()
    const message = ledger.sent(id)
    try {
      await person.says(chat.id, wordsOf(person === ada ? answers : questions), id)
      message.acknowledged()
    } catch (error) {
      message.failed()
      throw error
    }
    if (chat.said >= chat.length && chats.has(chat.id)) await ends(chat, ada)
  }

  async function ends(chat: Chat, ada: AgentActor) {
    chats.delete(chat.id)
    await ada.ends(chat.id)
    await ada.does(chat.id, { kind: 'resolve', code: 'no-answer', resolution: 'A flood came, and went.' })
    await Promise.all([chat.rita, ada].map((person) => person.ask('conversation:close', { conversation: chat.id })))
    ended++
    if (flowing) setTimeout(() => begin(asks(chat.rita)), 300 + Math.random() * 1_500)
  }

  const hearFor = (person: Person) =>
    person.hears('entries:added', ({ entries }) => {
      for (const entry of entries) if (isFromAnother(entry, person)) ledger.heard(entry.act ?? '')
    })

  for (const person of [...visitors, ...agents]) hearFor(person)
  for (const ada of agents) ada.hears('offer:made', (ringing) => begin(accepts(ada, ringing)))
  for (const [place, rita] of visitors.entries()) setTimeout(() => begin(asks(rita)), (place * 2_000) / visitors.length)
  const ticking = setInterval(() => {
    const chat = anyOf([...chats.values()].filter(({ ada, said, length }) => ada && said < length))
    if (chat?.ada) begin(speaks(chat, chat.ada))
  }, 1_000 / rate)

  return {
    open: () => [...chats.values()].filter(({ ada }) => ada).length,
    waiting: () => [...chats.values()].filter(({ ada }) => !ada).length,
    ended: () => ended,
    async stop() {
      flowing = false
      clearInterval(ticking)
      await settled(pending)
      for (const chat of [...chats.values()]) begin(chat.ada ? ends(chat, chat.ada) : leaves(chat))
      await settled(pending)
    },
  }

  async function leaves(chat: Chat) {
    chats.delete(chat.id)
    await chat.rita.does(chat.id, { kind: 'leave' })
  }
}

const isFromAnother = (entry: Entry, person: Person) => entry.kind === 'said' && entry.by !== person.id

async function settled(pending: Set<Promise<void>>) {
  while (pending.size > 0) await Promise.all(pending)
}

function anyOf<T>(choices: readonly T[]): T | undefined {
  return choices[Math.floor(Math.random() * choices.length)]
}

const wordsOf = (choices: readonly string[]) => anyOf(choices) ?? 'Hello?'

const openings = ['My screen stays black', 'The VPN drops every few minutes', 'Outlook finds nothing', 'I cannot print on the second floor']
const questions = [
  'Yes, twice already.',
  'It says error 809.',
  'Since this morning.',
  'One moment, I try.',
  'Nothing happens when I click on it.',
  'ok',
]
const answers = [
  'Hello, let me have a look.',
  'Have you restarted it once?',
  'Which device is it? There is a sticker on its back.',
  'Thank you. I am changing that now.',
  'Please try again.',
]
