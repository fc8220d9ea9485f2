import type { Colleague } from '../../../shared/protocol/line.ts'
import { words } from '../../later-words.ts'
import type { Desk } from '../../models/desk.ts'
import { words as own } from '../../words.ts'
import type { FieldIds } from '../Field.tsx'

interface ToWhomProps {
  ids: FieldIds
  value: string
  desk: Desk
  choose(to: string): void
}

/** Who goes on: a colleague, those who are here first, or a team. */
export function ToWhom({ ids, value, desk, choose }: ToWhomProps) {
  const me = desk.me.value?.id
  const colleagues = desk.colleagues.value.filter(({ id }) => id !== me).toSorted(byPresence)
  return (
    <select {...ids} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">{words.handOver.choose}</option>
      <optgroup label={words.handOver.colleagues}>
        {colleagues.map(({ id, name, here, wish }) => (
          <option key={id} value={`agent ${id}`}>
            {`${name}: ${own.chats.colleagueState[here ? wish : 'offline']}`}
          </option>
        ))}
      </optgroup>
      <optgroup label={words.handOver.teams}>
        {desk.teams.value.map(({ id, name }) => (
          <option key={id} value={`team ${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
    </select>
  )
}

const byPresence = (one: Colleague, other: Colleague) => Number(other.here) - Number(one.here) || one.name.localeCompare(other.name)
