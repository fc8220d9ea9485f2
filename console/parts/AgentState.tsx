import type { BoardAgent } from '../../shared/protocol/board.ts'
import type { ConsoleClock } from '../models/clock.ts'
import { asWait } from '../models/time.ts'
import { words } from '../words.ts'
import { useTime } from './Wait.tsx'

/** How an agent stands, and for how long. */
export function AgentSince({ agent: { state, since }, clock }: { agent: BoardAgent; clock: ConsoleClock }) {
  return (
    <span class={`stands is-${state}`}>
      {words.board.states[state]}{' '}
      <time class="since num" dateTime={since}>
        {useTime(clock, Date.parse(since), asWait)}
      </time>
    </span>
  )
}

const mostPlaces = 8

/** His places: what he has, and, apart from that, what he is wrapping up. */
export function AgentLoad({ agent: { load, capacity, chats, wrapUps } }: { agent: BoardAgent }) {
  const carried = load.toLocaleString(document.documentElement.lang || undefined, { maximumFractionDigits: 1 })
  const said = words.board.loadLong(carried, capacity, wrapUps)
  if (capacity > mostPlaces) return <span class="num">{said}</span>
  const taken = Math.ceil(load)
  const wraps = Math.min(wrapUps, Math.max(0, taken - chats))
  const places = Array.from({ length: Math.max(capacity, taken) }, (_, place) => ({
    place,
    kind: place >= taken ? 'free' : place < taken - wraps ? 'on' : 'wrap',
  }))
  return (
    <span class="load" role="img" aria-label={said} title={said}>
      {places.map(({ place, kind }) => (
        <s key={place} class={kind} />
      ))}
    </span>
  )
}
