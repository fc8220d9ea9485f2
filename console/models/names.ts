import type { AgentChat } from '../../shared/client/chat.ts'
import { clockId } from '../../shared/people.ts'
import { words } from '../words.ts'
import type { Desk } from './desk.ts'

/** Names people and teams of a chat by their ids. */
export function nameIn(chat: AgentChat, desk: Desk) {
  return (id: string): string => chat.names.value[id] ?? nameAtDesk(desk, id)
}

/** Names agents and teams by their ids. */
export function nameAtDesk({ me, colleagues, teams }: Desk, id: string, otherwise = words.chats.someone): string {
  if (me.value?.id === id) return me.value.name
  if (id === clockId) return words.shell.product
  return colleagues.value.find((one) => one.id === id)?.name ?? teams.value.find((one) => one.id === id)?.name ?? otherwise
}
