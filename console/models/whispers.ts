import type { Connection } from '../../shared/client/connection.ts'
import { textOf } from '../../shared/ui/text.ts'
import { words } from '../words.ts'
import type { Bell } from './bell.ts'
import type { Desk } from './desk.ts'
import { nameAtDesk } from './names.ts'
import type { Notices } from './notices.ts'

interface Needs {
  connection: Connection
  desk: Desk
  notices: Notices
  bell: Bell
  me: string
}

/** A supervisor's word in my ear is heard wherever I am; it stands in the chat as well. Returns its undo. */
export const hearWhispers = ({ connection, desk, notices, bell, me }: Needs): (() => void) =>
  connection.on('entries:added', ({ conversation, entries }) => {
    for (const entry of entries) {
      if (entry.kind !== 'noted' || entry.to !== me || entry.advice) continue
      const requester = desk.mine.peek().find(({ id }) => id === conversation)?.requester.name ?? words.chats.someone
      notices.tell(words.board.whispered(nameAtDesk(desk, entry.by), requester, textOf(entry.body?.text)))
      bell.message()
    }
  })
