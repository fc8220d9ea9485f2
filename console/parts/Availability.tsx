import type { Desk } from '../models/desk.ts'
import { words } from '../words.ts'

/** Available or away: a switch, never a state that only a colour tells. */
export function Availability({ desk }: { desk: Desk }) {
  const standing = desk.me.value?.standing
  if (!standing) return null
  const available = standing.wish === 'available'
  return (
    <button
      type="button"
      role="switch"
      class={available ? 'presence good' : 'presence away'}
      aria-checked={available}
      aria-label={`${words.chats.availability}: ${words.chats.wishes[standing.wish]}`}
      title={available ? words.chats.goAway : words.chats.becomeAvailable}
      onClick={() => void desk.wish(available ? 'away' : 'available')}
    >
      {words.chats.wishes[standing.wish]}
    </button>
  )
}

/** "2 of 5", with a bar that says the same. What is only offered takes a place too, and looks so. */
export function Capacity({ desk }: { desk: Desk }) {
  const standing = desk.me.value?.standing
  if (!standing) return null
  const { load, capacity } = standing
  const asked = Math.min(load, desk.offers.value.length)
  const has = load - asked
  return (
    <span class="capacity num" title={words.chats.capacityLong(has, capacity, asked)}>
      {Array.from({ length: Math.min(10, Math.max(load, capacity)) }, (_, place) => (
        <s key={place} class={place < has ? 'on' : place < load ? 'asked' : ''} />
      ))}
      {words.chats.capacity(has, capacity)}
    </span>
  )
}
