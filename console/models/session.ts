import { computed, effect } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import { clearOutbox } from '../../shared/client/outbox.ts'
import type { Store } from '../../shared/client/storage.ts'
import type { Me } from '../../shared/protocol/accounts.ts'
import { words } from '../words.ts'
import type { Account } from './account.ts'
import { type Bell, BellModel } from './bell.ts'
import { type Chats, ChatsModel } from './chats.ts'
import { ClockModel, type ConsoleClock } from './clock.ts'
import { type Desk, DeskModel } from './desk.ts'
import { type Drafts, DraftsModel } from './drafts.ts'
import { type Notices, NoticesModel } from './notices.ts'
import { type Replies, RepliesModel } from './replies.ts'
import { roomForTwo } from './screen.ts'
import { type TicketList, TicketsModel } from './tickets.ts'

/** All that lives between signing in and signing out. */
export interface Session {
  me: Me
  account: Account
  connection: Connection
  store: Store
  clock: ConsoleClock
  notices: Notices
  desk: Desk
  chats: Chats
  drafts: Drafts
  bell: Bell
  replies: Replies
  tickets: TicketList
  signOut(): Promise<void>
  dispose(): void
}

interface Needs {
  me: Me
  account: Account
  connection: Connection
  store: Store
}

/** Begins a session at the desk. */
export function beginSession({ me, account, connection, store }: Needs): Session {
  const clock = new ClockModel()
  const notices = new NoticesModel()
  const desk = new DeskModel(connection, clock, notices)
  const drafts = new DraftsModel(store)
  const chats = new ChatsModel({ connection, store, me: me.id, desk, wide: roomForTwo })
  const replies = new RepliesModel(connection)
  const tickets = new TicketsModel(connection)
  const bell = new BellModel(
    computed(() => desk.offers.value.length > 0),
    store,
  )
  const undo = [
    connection.on('access:ended', ({ why }) => account.over(why)),
    effect(() => {
      if (connection.state.value.kind === 'refused') account.over('signed-out')
    }),
    effect(() => {
      document.title = words.shell.title(chats.unread.value + desk.offers.value.length)
    }),
  ]

  function dispose() {
    for (const back of undo) back()
    for (const model of [bell, tickets, replies, chats, drafts, desk, notices, clock]) model[Symbol.dispose]()
    connection.close()
    document.title = words.shell.product
  }

  async function signOut() {
    await account.signOut()
    drafts.clear()
    clearOutbox(store)
  }

  return { me, account, connection, store, clock, notices, desk, chats, drafts, bell, replies, tickets, signOut, dispose }
}
