import type { Conversation } from '../../shared/conversation.ts'
import type { Colleague } from '../../shared/protocol/line.ts'

/** Who of a team can be asked into a chat now, the one with the most room first. */
export const specialistsOf = (team: string, colleagues: readonly Colleague[], { agent, joined }: Pick<Conversation, 'agent' | 'joined'>) =>
  colleagues
    .filter(({ id, teams }) => teams.includes(team) && id !== agent && !joined.includes(id))
    .filter(({ here, wish, load, capacity }) => here && wish === 'available' && load < capacity)
    .toSorted((one, other) => one.load / one.capacity - other.load / other.capacity || one.name.localeCompare(other.name))
