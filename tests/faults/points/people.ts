import { randomUUID } from 'node:crypto'
import type { Act } from '../../../shared/protocol/conversation.ts'
import { Refused } from '../../../shared/refusal.ts'
import { dare } from '../../support/dare.ts'
import type { History } from '../../support/history.ts'
import type { House } from '../../support/house.ts'
import { type LineTo, lineTo } from '../../support/line-to.ts'
import { aTalker } from '../../support/talker.ts'
import { until } from '../../support/until.ts'

interface Where {
  house: House
  url: string
  history: History
}

const doesAs =
  (history: History, line: LineTo) =>
  (conversation: string, act: Act, id: string = randomUUID()) =>
    line.answered(() => history.asksOf(line)('conversation:act', { conversation, id, act }))

/** Somebody who takes whatever rings, and ends it at once. */
export async function aHelper({ house, url, history }: Where, name: string) {
  const line = lineTo(url, await house.agent(name, { capacity: 1 }))
  const does = doesAs(history, line)
  const taken = new Set<string>()

  async function takes(offer: string, conversation: string) {
    if (taken.has(offer)) return
    taken.add(offer)
    await dare(does(conversation, { kind: 'accept', offer }).then(() => does(conversation, { kind: 'end' })))
  }

  async function catchesUp() {
    await line.answered(() => line.ask('agent:wish', { wish: 'available' }))
    const { offers, mine } = await line.answered(() => line.ask('desk:look', {}))
    for (const { offer, conversation } of offers) void takes(offer, conversation.id)
    // Whom he took without hearing of it he helps, too.
    for (const { id, agent, status } of mine) if (agent === line.who.id && status === 'active') void dare(does(id, { kind: 'end' }))
  }

  line.on('offer:made', ({ offer, conversation }) => void takes(offer, conversation.id))
  line.onBack(() => void dare(catchesUp()))
  return line
}

const isKnown = () => true
const isClosed = (error: unknown) => {
  if (error instanceof Refused && error.code === 'desk-closed') return false
  throw error
}

/** Somebody comes and asks; resolves with the conversation, once the desk has acknowledged it. */
export async function asksFor({ house, url, history }: Where, name: string) {
  const line = lineTo(url, await house.requester(name))
  await line.stands()
  const conversation = randomUUID()
  const open: Act = { kind: 'open', topic: house.team, text: 'It is broken', entrance: 'line' }
  return {
    conversation,
    async asks() {
      // A process that has just begun learns a little later that somebody is there.
      await until(`${name} is let in`, () => doesAs(history, line)(conversation, open, conversation).then(isKnown, isClosed))
      const talker = aTalker(line, conversation, history)
      return {
        /** What she has on her screen in the end. */
        async sees() {
          await until(`${name} sees the end`, () => talker.state()?.status === 'ended')
          const seen = { who: name, conversation, lane: 'public' as const, list: talker.list(), isLive: true }
          talker.stop()
          line.close()
          return seen
        },
      }
    },
  }
}
