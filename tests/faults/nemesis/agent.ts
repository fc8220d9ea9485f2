import { randomUUID } from 'node:crypto'
import type { Act } from '../../../shared/protocol/conversation.ts'
import type { DeskLook, Summary } from '../../../shared/protocol/line.ts'
import type { aChance } from '../../support/chance.ts'
import { dare } from '../../support/dare.ts'
import type { History } from '../../support/history.ts'
import type { Keyholder } from '../../support/keyholders.ts'
import { type LineTo, lineTo } from '../../support/line-to.ts'
import { chatsOf } from './chats.ts'
import { type Actor, aLife, asActor, chosen, type Dice, pointed } from './life.ts'

interface Setup {
  who: Keyholder
  urls: string[]
  teams: string[]
  history: History
  chance: ReturnType<typeof aChance>
  /** Conversations that a supervisor looks into, whosever they are; nobody else does. */
  oversees?: () => string[]
}

/** Somebody who takes what rings, or not, talks, notes, holds, hands on, ends, wraps up, takes a break, vanishes and returns. */
export function anAgentActor({ who, urls, teams, history, chance, oversees }: Setup): Actor {
  const chats = chatsOf({ name: who.name, sees: ['public', 'internal'] }, history)
  const answered = new Set<string>()
  let line: LineTo | null = null
  let stepsAway = 0
  let calm = false

  async function comes({ which }: Dice) {
    line = lineTo(pointed(which, urls) ?? '', who)
    const here = line
    await here.answered(() => here.ask('agent:wish', { wish: 'available' }))
  }

  function goes(steps: number) {
    chats.shutAll()
    line?.close()
    line = null
    stepsAway = steps
  }

  const does = (here: LineTo, conversation: string, act: Act) =>
    history.asksOf(here)('conversation:act', { conversation, id: randomUUID(), act })

  /** Has on his screen what is his. */
  function keepsUp(here: LineTo, { mine }: DeskLook): Summary[] {
    const going = mine.filter(({ status }) => status === 'active' || status === 'held')
    const ids = new Set(going.map(({ id }) => id))
    for (const shown of chats.shown()) if (!ids.has(shown)) chats.shut(shown)
    for (const id of ids) chats.show(here, id)
    return going
  }

  async function answersWhatRings(here: LineTo, { offers }: DeskLook, { which }: Dice) {
    for (const { offer, conversation } of offers) {
      if (answered.has(offer)) continue
      answered.add(offer)
      if (calm || which < 0.7) await dare(does(here, conversation.id, { kind: 'accept', offer }))
      else if (which < 0.85) await dare(does(here, conversation.id, { kind: 'decline', offer, reason: '' }))
    }
  }

  function deedsIn(one: Summary, here: LineTo, look: DeskLook, dice: Dice) {
    const { id } = one
    const act = (what: Act) => () => does(here, id, what)
    const colleague = pointed(dice.how, look.colleagues)?.id ?? who.id
    const ends = async () => {
      await does(here, id, { kind: 'end' })
      if (dice.how < 0.7) await does(here, id, { kind: 'resolve', code: 'solved', resolution: 'It works again' })
    }
    const talks = [
      [60, () => chats.show(here, id).say(`${who.name} says ${dice.how}`)],
      [8, () => chats.show(here, id).note(`${who.name} notes ${dice.how}`)],
      [6, act(one.status === 'held' ? { kind: 'resume' } : { kind: 'hold' })],
      [6, act({ kind: 'transfer', to: { agent: colleague }, comment: '' })],
      [4, act({ kind: 'transfer', to: { team: pointed(dice.how, teams) ?? '' }, comment: 'Yours' })],
      [10, ends],
    ] as const
    return one.agent === who.id ? talks : ([...talks.slice(0, 2), [20, act({ kind: 'step-out' })]] as const)
  }

  const ofThemselves = (here: LineTo, dice: Dice) =>
    [
      [2, () => goes(Math.ceil(dice.how * 25))],
      [2, () => goes(0)],
      [3, () => here.ask('agent:wish', { wish: 'away' })],
    ] as const

  function watches(here: LineTo, dice: Dice) {
    const id = pointed(dice.which, oversees?.().slice(-20) ?? [])
    if (!id) return []
    const act = (what: Act) => () => does(here, id, what)
    return [
      [12, act({ kind: 'take-over' })],
      [12, act({ kind: 'join' })],
      [12, act({ kind: 'whisper', text: 'Ask for the number on the screen' })],
      [4, act({ kind: 'note', text: 'I look after this' })],
    ] as const
  }

  const stop = aLife(chance, [100, 450], async (dice) => {
    if (!line) return calm || stepsAway-- <= 0 ? comes(dice) : undefined
    const here = line
    const look = await here.ask('desk:look', {})
    const going = keepsUp(here, look)
    await answersWhatRings(here, look, dice)
    if (look.me.standing.wish === 'away' && (calm || dice.how < 0.5)) return here.ask('agent:wish', { wish: 'available' })
    if (calm) return
    const one = pointed(dice.which, going)
    const waits = pointed(dice.which, look.line)
    const takes = () => waits && does(here, waits.id, { kind: 'take' })
    const deeds = [...(one ? deedsIn(one, here, look, dice) : []), [3, takes] as const, ...ofThemselves(here, dice), ...watches(here, dice)]
    return chosen<() => unknown>(dice.what, deeds)?.()
  })

  return asActor({ name: who.name, chats, line: () => line, calms: (down) => (calm = down), goes: () => goes(0), stop })
}
