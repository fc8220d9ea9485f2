import { computed, effect } from '@preact/signals'
import { clearAttached } from '../../shared/client/attached-keys.ts'
import type { Connection } from '../../shared/client/connection.ts'
import { createStore, type Store } from '../../shared/client/storage.ts'
import { clearUnsent } from '../../shared/client/unsent.ts'
import type { Me } from '../../shared/protocol/accounts.ts'
import type { Account } from './account.ts'
import { beginAlerts } from './alerts.ts'
import { type Bell, BellModel } from './bell.ts'
import { createBetweenKeys } from './between-keys.ts'
import { type Bulk, BulkModel } from './bulk.ts'
import { type Categories, CategoriesModel } from './categories.ts'
import { type Chats, ChatsModel } from './chats.ts'
import { ClockModel, type ConsoleClock } from './clock.ts'
import { type Desk, DeskModel } from './desk.ts'
import { type Drafts, DraftsModel } from './drafts.ts'
import { hearGuard } from './guard.ts'
import { type Guides, GuidesModel } from './guides.ts'
import { createHabits, type Habits } from './habits.ts'
import { type LiveBoard, LiveBoardModel } from './live-board.ts'
import { type Notices, NoticesModel } from './notices.ts'
import { createOverlay, type Overlay } from './overlay.ts'
import { type Replies, RepliesModel } from './replies.ts'
import { room } from './screen.ts'
import { type Sending, SendingModel } from './sending.ts'
import { SetupModel, type SetupProgress } from './setup.ts'
import { type TakeAlong, TakeAlongModel } from './take-along.ts'
import { type TicketList, TicketsModel } from './tickets.ts'
import { createUnsaved, type Unsaved } from './unsaved.ts'
import { type Views, ViewsModel } from './views.ts'
import { hearWhispers } from './whispers.ts'

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
  sending: Sending
  bell: Bell
  habits: Habits
  /** What lies over the desk: the palette, the sheet of keys. */
  overlay: Overlay
  replies: Replies
  guides: Guides
  /** What supervisors watch. */
  liveBoard: LiveBoard
  tickets: TicketList
  categories: Categories
  views: Views
  bulk: Bulk
  takeAlong: TakeAlong
  /** Wrap-ups that are half written, as this browser keeps them. */
  wrapUps: Unsaved
  /** Settings that are half written, as long as the page lives. */
  unsaved: Unsaved
  setup: SetupProgress
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
  const calm = createBetweenKeys()
  const clock = new ClockModel(Date.now, calm.do)
  const notices = new NoticesModel()
  const desk = new DeskModel(connection, clock, notices)
  const habits = createHabits(store)
  const drafts = new DraftsModel(store, connection, me.id)
  const sending = new SendingModel(habits.undoSend)
  const chats = new ChatsModel({ connection, store, me: me.id, desk, room })
  const replies = new RepliesModel(connection)
  const guides = new GuidesModel(connection)
  const liveBoard = new LiveBoardModel(connection, clock)
  const tickets = new TicketsModel(connection)
  const categories = new CategoriesModel(connection)
  const views = new ViewsModel(connection)
  const bulk = new BulkModel(connection, tickets.load)
  const takeAlong = new TakeAlongModel()
  const wrapUps = createUnsaved(store, me.id)
  const unsaved = createUnsaved(createStore(null), me.id)
  const setup = new SetupModel(connection, me.role)
  const bell = new BellModel(
    computed(() => desk.offers.value.length > 0),
    store,
  )
  const undo = [
    calm.stop,
    hearGuard(connection),
    connection.on('access:ended', ({ why }) => account.over(why)),
    effect(() => {
      if (connection.state.value.kind === 'refused') account.over('signed-out')
    }),
    beginAlerts({ desk, chats, bell, habits }),
    hearWhispers({ connection, desk, notices, bell, me: me.id }),
  ]

  function dispose() {
    for (const back of undo) back()
    for (const model of [
      takeAlong,
      bulk,
      views,
      categories,
      setup,
      sending,
      bell,
      tickets,
      liveBoard,
      replies,
      guides,
      chats,
      drafts,
      desk,
      notices,
      clock,
    ])
      model[Symbol.dispose]()
    connection.close()
  }

  async function signOut() {
    await drafts.tell()
    await account.signOut()
    drafts.clear()
    wrapUps.clear()
    clearUnsent(store)
    clearAttached(store)
  }

  const overlay = createOverlay()
  const models = {
    desk,
    chats,
    drafts,
    sending,
    bell,
    replies,
    guides,
    liveBoard,
    tickets,
    categories,
    views,
    bulk,
    takeAlong,
    wrapUps,
    unsaved,
    setup,
  }
  return { me, account, connection, store, clock, notices, habits, overlay, ...models, signOut, dispose }
}
