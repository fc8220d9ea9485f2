import type { AgentChat } from '../../shared/client/chat.ts'
import { clockId } from '../../shared/people.ts'
import { words } from '../words.ts'
import type { Desk } from './desk.ts'

/** Names people and teams of a chat by their ids. */
export function nameIn(chat: AgentChat, desk: Desk) {
  return (id: string): string => chat.names.value[id] ?? nameAtDesk(desk, id)
}

/** Names agents and teams by their ids. */
export function nameAtDesk({ board }: Desk, id: string, otherwise = words.chats.someone): string {
  const desk = board.value
  if (desk?.me.id === id) return desk.me.name
  if (id === clockId) return words.shell.product
  return desk?.colleagues.find((one) => one.id === id)?.name ?? desk?.teams.find((one) => one.id === id)?.name ?? otherwise
}
