import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../shared/refusal.ts'
import { type Dialect, forAll, must, type Player } from './cast.ts'
import { createLatencies, type Spread } from './latencies.ts'

export interface Closed {
  closed: number
  /** How long it took until the answer to a close, and the outcome after it where there is one. */
  close: Spread
  /** When the first was closed, by the clock that the database reads too. */
  begun: number
}

/** Words of a help desk, so that a text index has something to do. */
const vocabulary = (
  'the screen stays black after I open lid light beside power key keeps blinking orange printer paper network cable switch ' +
  'password account locked mailbox calendar meeting room projector docking station driver update restart error code window ' +
  'server folder drive access rights request phone headset sound camera browser page loads slowly certificate expired'
).split(' ')

/** So many words, drawn the same way each time. */
function sentence(turn: number, words = 18): string {
  return Array.from({ length: words }, (_, place) => vocabulary[(turn * 31 + place * (7 + (turn % 5))) % vocabulary.length]).join(' ')
}

/** So many messages in each conversation, both sides in turn, before anything is measured. */
export async function prepare(dialect: Dialect, players: Player[], messages: number): Promise<object> {
  let turn = 0
  await forAll(withConversation(players, 'agent'), 50, async ({ player, conversation }) => {
    for (let count = 0; count < messages; count++) await say(dialect, player, conversation, sentence(turn++))
  })
  return {}
}

/** Agents close all that they have, some at a time. */
export async function close(dialect: Dialect, players: Player[], atOnce: number): Promise<Closed> {
  const all = withConversation(players, 'agent')
  const latencies = createLatencies(all.length)
  const begun = Date.now()
  await forAll(all, atOnce, async ({ player, conversation }) => {
    const from = performance.now()
    if (dialect === 'reference') await player.connection.ask('end', { conversation })
    else await act(player, conversation, { kind: 'end' })
    latencies.add(performance.now() - from)
    if (dialect === 'desk') await act(player, conversation, { kind: 'resolve', code: 'solved', resolution: 'A new cable.' })
  })
  return { closed: all.length, close: latencies.spread(), begun }
}

const withConversation = (players: Player[], side: Player['side']) =>
  players.flatMap((player) => (player.side === side ? player.conversations.map((conversation) => ({ player, conversation })) : []))

async function say(dialect: Dialect, player: Player, conversation: string, text: string) {
  if (dialect === 'reference') await player.connection.ask('say', { conversation, id: randomUUID(), text })
  else await act(player, conversation, { kind: 'say', text })
}

const act = async ({ connection }: Player, conversation: string, what: object) =>
  must(await connection.ask<Reply<unknown>>('conversation:act', { conversation, id: randomUUID(), act: what }))
