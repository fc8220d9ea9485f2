import type { Delivery } from '../client/delivery.ts'
import { Check, CheckCheck, Clock3 } from './icons.tsx'
import { words } from './words.ts'

const icons = { waiting: Clock3, sent: Check, delivered: CheckCheck, seen: CheckCheck }

/** How far a message got, as a word and a sign. */
export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const Icon = icons[delivery]
  return (
    <span class={`mark ${delivery}`}>
      {words.delivery[delivery]}
      <Icon size={13} aria-hidden="true" />
    </span>
  )
}
