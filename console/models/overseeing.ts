import { newId } from '../../shared/client/ids.ts'
import type { BoardRow } from '../../shared/protocol/board.ts'
import type { Act } from '../../shared/protocol.ts'
import { go } from '../router.ts'
import { words } from '../words.ts'
import { raised } from './raising.ts'
import type { Session } from './session.ts'
import { takeThis } from './take.ts'

/** What a supervisor does from the board. Each leaves an entry; what can be taken back, can be taken back. */
export const boardDeeds = ['boardWhy', 'boardWhisper', 'boardJoin', 'boardTakeOver', 'boardRaise'] as const
export type BoardDeed = (typeof boardDeeds)[number]

/** Whether it can be done with this conversation now. The desk decides; this keeps dead buttons off the screen. */
export function canDo(deed: BoardDeed, { status, agent, joined, impact, urgency }: BoardRow, me: string): boolean {
  const isOthers = (status === 'active' || status === 'held') && agent !== null && agent !== me
  switch (deed) {
    case 'boardWhy':
      return true
    case 'boardWhisper':
      return isOthers
    case 'boardJoin':
      return isOthers && !joined.includes(me)
    case 'boardTakeOver':
      return isOthers || status === 'waiting'
    case 'boardRaise':
      return raised({ impact, urgency }) !== null
  }
}

/** Does it, and says what was done. */
export function doOnBoard(deed: BoardDeed, row: BoardRow, session: Session): void {
  switch (deed) {
    case 'boardWhy':
      session.liveBoard.asked.value = { what: 'why', row }
      break
    case 'boardWhisper':
      session.liveBoard.asked.value = { what: 'whisper', row }
      break
    case 'boardJoin':
      void join(row, session)
      break
    case 'boardTakeOver':
      void (row.status === 'waiting' ? takeThis(session, row.id) : takeOver(row, session))
      break
    case 'boardRaise':
      void raise(row, session)
      break
  }
}

async function join({ id, requester }: BoardRow, session: Session) {
  if (!(await session.desk.act(id, { kind: 'join' }))) return
  session.notices.done(words.board.joined(requester.name), () => act(session, id, { kind: 'step-out' }))
  go({ at: 'chats', conversation: id })
}

async function takeOver({ id, requester, agent }: BoardRow, session: Session) {
  if (!(await session.desk.act(id, { kind: 'take-over' }))) return
  const back = () => (agent ? act(session, id, { kind: 'transfer', to: { agent }, comment: '' }) : Promise.resolve())
  session.notices.done(words.board.tookOver(requester.name), back)
  go({ at: 'chats', conversation: id })
}

async function raise({ id, requester, impact, urgency }: BoardRow, session: Session) {
  const higher = raised({ impact, urgency })
  if (!higher || !(await session.desk.act(id, { kind: 'classify', ...higher }))) return
  session.notices.done(words.board.raised(requester.name), () => act(session, id, { kind: 'classify', impact, urgency }))
}

/** Fails where it is refused. */
const act = ({ connection }: Session, conversation: string, what: Act) =>
  connection.ask('conversation:act', { conversation, id: newId(), act: what })
