import { randomUUID } from 'node:crypto'
import type { Act } from '../../../shared/protocol/conversation.ts'
import { Refused } from '../../../shared/refusal.ts'
import type { aChance } from '../../support/chance.ts'
import type { History } from '../../support/history.ts'
import type { Keyholder } from '../../support/keyholders.ts'
import { type LineTo, lineTo } from '../../support/line-to.ts'
import { chatsOf } from './chats.ts'
import { type Actor, aLife, asActor, chosen, type Dice, pointed } from './life.ts'

interface Setup {
  who: Keyholder
  urls: string[]
  topics: string[]
  history: History
  chance: ReturnType<typeof aChance>
}

const open = new Set(['waiting', 'active', 'held'])

/** Somebody who comes, asks, writes, reloads, gives up, goes away, comes back and asks again. */
export function aRequesterActor({ who, urls, topics, history, chance }: Setup): Actor {
  const chats = chatsOf({ name: who.name, sees: ['public'] }, history)
  let line: LineTo | null = null
  let current: string | null = null
  let stepsAway = 0
  let calm = false

  /** Opens the widget, which finds what is still open. */
  async function comes({ which }: Dice) {
    line = lineTo(pointed(which, urls) ?? '', who)
    await finds(line)
  }

  async function finds(here: LineTo) {
    const { conversations } = await here.answered(() => here.ask('visit:look', {}))
    current = conversations.find(({ status }) => open.has(status))?.id ?? null
    if (current) chats.show(here, current)
  }

  function goes(steps: number) {
    chats.shutAll()
    line?.close()
    line = current = null
    stepsAway = steps
  }

  const does = (here: LineTo, conversation: string, act: Act, id: string = randomUUID()) =>
    here.answered(() => history.asksOf(here)('conversation:act', { conversation, id, act }))

  async function asks(here: LineTo, { which }: Dice) {
    const conversation = randomUUID()
    const act: Act = { kind: 'open', topic: pointed(which, topics) ?? null, text: 'It is broken', entrance: 'line' }
    try {
      await does(here, conversation, act, conversation)
    } catch (error) {
      if (error instanceof Refused && error.code === 'already-open') return finds(here)
      throw error
    }
    current = conversation
    chats.show(here, conversation)
  }

  /** What he may do where his chat stands like this, by how often he does it. */
  function deedsIn(status: string, here: LineTo, conversation: string, dice: Dice) {
    const act = (what: Act) => () => does(here, conversation, what)
    const says = () => chats.show(here, conversation).say(`${who.name} says ${dice.how}`)
    const blurts = () => chats.show(here, conversation).blurt(`${who.name} blurts ${dice.how}`)
    const reloads = () => goes(0)
    const vanishes = () => goes(Math.ceil(dice.how * 8))
    const turnsAway = () => {
      chats.shut(conversation)
      current = null
    }
    switch (status) {
      case 'waiting':
        return [
          [50, says],
          [4, act({ kind: 'leave' })],
          [3, act({ kind: 'leave-message' })],
          [8, reloads],
          [5, vanishes],
        ] as const
      case 'active':
      case 'held':
        return [
          [70, says],
          [10, blurts],
          [6, reloads],
          [4, vanishes],
          [3, act({ kind: 'end' })],
        ] as const
      case 'ended':
        return [
          [35, act({ kind: 'reopen' })],
          [20, act({ kind: 'rate', stars: 4, comment: '' })],
          [45, turnsAway],
        ] as const
      default:
        return [[1, turnsAway]] as const
    }
  }

  const stop = aLife(chance, [150, 700], async (dice) => {
    if (!line) return calm || stepsAway-- <= 0 ? comes(dice) : undefined
    if (calm) return
    if (!current) return asks(line, dice)
    const status = chats.talker(current)?.state()?.status
    return status && chosen<() => unknown>(dice.what, deedsIn(status, line, current, dice))?.()
  })

  return asActor({ name: who.name, chats, line: () => line, calms: (down) => (calm = down), goes: () => goes(0), stop })
}
