import type { Summary } from '../../shared/protocol/line.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { words as later } from '../later-words.ts'
import { go, route, settingsPages } from '../router.ts'
import { words } from '../words.ts'
import { askTransfer, besideNext, canHere, resolveHere, toggleAvailability, toggleHold, write } from './deeds.ts'
import { draftHere, solvedHere } from './draft-here.ts'
import { leaveDesk, leaving } from './leaving.ts'
import { boardDeeds, canDo, doOnBoard } from './overseeing.ts'
import type { Session } from './session.ts'
import type { Deed } from './shortcuts.ts'
import { takeNext } from './take.ts'
import { chooseTheme, themes } from './theme.ts'

export type Group = 'chats' | 'waiting' | 'actions' | 'tickets' | 'articles' | 'people' | 'pages'

/** Something that the palette can do or find. */
export interface Command {
  /** The same from day to day, by which what was used lately is known. */
  id: string
  group: Group
  text: string
  /** What stands beside it, and is searched as well. */
  hint: string
  /** The key that does the same. */
  deed?: Deed
  run(): unknown
}

/** Everything that can be chosen now. */
export const commandsOf = (session: Session): Command[] => [
  ...chats(session),
  ...waiting(session),
  ...onBoard(session),
  ...actions(session),
  ...people(session),
  ...pages(session),
]

function chats({ desk }: Session): Command[] {
  return [...desk.mine.value, ...desk.toWrapUp.value].map((one) => ({ ...about(one), group: 'chats', id: `chat ${one.id}` }))
}

function waiting({ desk }: Session): Command[] {
  return [...desk.waiting.value, ...desk.unrouted.value].map((one) => ({ ...about(one), group: 'waiting', id: `chat ${one.id}` }))
}

const about = ({ id, requester, subject, number }: Summary) => ({
  text: requester.name,
  hint: `${subject} · ${ticketLabel(number)}`,
  run: () => go({ at: 'chats', conversation: id }),
})

function actions(session: Session): Command[] {
  const { desk, overlay, store, notices } = session
  const can = canHere(session)
  const isAway = desk.board.value?.me.standing.wish === 'away'
  const { deeds } = words.keys
  const action = (deed: Deed, run: () => unknown, text = deeds[deed]): Command => ({
    id: `do ${deed}`,
    group: 'actions',
    text,
    hint: '',
    deed,
    run,
  })
  return [
    action('take', () => takeNext(session)),
    action('availability', () => toggleAvailability(session), isAway ? words.chats.becomeAvailable : words.chats.goAway),
    action('call', () => overlay.open('call')),
    ...(can?.reply ? [action('toReply', () => write(session, 'reply'))] : []),
    ...(can ? [action('toNote', () => write(session, 'note'))] : []),
    ...(can?.transfer ? [action('transfer', () => askTransfer(session))] : []),
    ...(can?.hold || can?.resume ? [action('hold', () => toggleHold(session), can.hold ? words.chats.hold : words.chats.resume)] : []),
    ...(can ? [action('beside', () => besideNext(session))] : []),
    ...(can?.end || can?.wrapUp ? [action('resolve', () => resolveHere(session))] : []),
    ...(solvedHere(session) ? [action('draft', () => draftHere(session))] : []),
    ...(solvedHere(session) && session.me.role !== 'agent'
      ? [
          {
            id: 'do draft guide',
            group: 'actions' as const,
            text: later.articles.draftGuide,
            hint: '',
            run: () => draftHere(session, 'guide'),
          },
        ]
      : []),
    {
      id: 'hand over',
      group: 'actions',
      text: later.handOver.act,
      hint: '',
      run: () => {
        leaving.value = 'shift'
      },
    },
    {
      id: 'do incident',
      group: 'actions',
      text: later.incidents.act,
      hint: later.incidents.title,
      run: () => overlay.open('incident'),
    },
    action('sheet', () => overlay.open('sheet')),
    ...themes.map((theme) => ({
      id: `theme ${theme}`,
      group: 'actions' as const,
      text: `${words.shell.theme}: ${words.shell.themes[theme]}`,
      hint: '',
      run: () => chooseTheme(store, theme),
    })),
    {
      id: 'sign out',
      group: 'actions',
      text: words.shell.signOut,
      hint: '',
      run: () => leaveDesk(session).catch(notices.refused),
    },
  ]
}

/** What can be done with the row of the board that is looked at. */
function onBoard(session: Session): Command[] {
  const { liveBoard, me } = session
  const row = route.value.at === 'board' ? liveBoard.row(liveBoard.current.value) : undefined
  if (!row) return []
  return boardDeeds
    .filter((deed) => canDo(deed, row, me.id))
    .map((deed) => ({
      id: `do ${deed}`,
      group: 'actions',
      text: words.keys.deeds[deed],
      hint: row.requester.name,
      deed,
      run: () => doOnBoard(deed, row, session),
    }))
}

function people({ desk, tickets }: Session): Command[] {
  return (desk.board.value?.colleagues ?? []).map(({ id, name, here, wish, load, capacity }) => ({
    id: `person ${id}`,
    group: 'people',
    text: words.keys.ticketsOf(name),
    hint: `${words.chats.colleagueState[here ? wish : 'offline']}, ${words.chats.loadOf(load, capacity)}`,
    run: () => {
      go({ at: 'tickets' })
      return tickets.filter('owner', id)
    },
  }))
}

function pages({ me }: Session): Command[] {
  const mine = settingsPages.filter((page) => me.role === 'administrator' || page === 'account' || page === 'replies')
  return [
    { id: 'page chats', group: 'pages', text: words.shell.chats, hint: '', run: () => go({ at: 'chats', conversation: null }) },
    ...(me.role === 'agent' ? [] : boards()),
    {
      id: 'page incidents',
      group: 'pages',
      text: later.incidents.title,
      hint: '',
      run: () => go({ at: 'incidents', incident: null }),
    },
    { id: 'page tickets', group: 'pages', text: words.shell.tickets, hint: '', run: () => go({ at: 'tickets' }) },
    {
      id: 'page knowledge',
      group: 'pages',
      text: words.shell.knowledge,
      hint: '',
      run: () => go({ at: 'knowledge', article: null, how: 'read' }),
    },
    ...mine.map((page) => ({
      id: `page ${page}`,
      group: 'pages' as const,
      text: words.settings.pages[page],
      hint: words.shell.settings,
      run: () => go({ at: 'settings', page }),
    })),
  ]
}

const boards = (): Command[] => [
  { id: 'page board', group: 'pages', text: words.board.title, hint: '', run: () => go({ at: 'board' }) },
  { id: 'page wall', group: 'pages', text: words.board.wall, hint: words.board.title, run: () => go({ at: 'wall' }) },
]
