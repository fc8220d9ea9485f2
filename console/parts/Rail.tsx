import { BookOpen, Gauge, Inbox, ListChecks, MessagesSquare, Settings, Ticket } from 'lucide-preact'
import { setupSteps } from '../../shared/setup.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { useLater } from '../../shared/ui/later.ts'
import type { Session } from '../models/session.ts'
import { linkTo, type Route, route } from '../router.ts'
import { words } from '../words.ts'
import { loadTogether } from './together.ts'

/** The ways to everything, at the left edge; at the bottom of a phone. */
export function Rail({ session }: { session: Session }) {
  const { me, setup } = session
  const standing = session.desk.me.value?.standing
  const unread = session.chats.unread.value
  const together = useLater(loadTogether, standing !== undefined)
  return (
    <nav class="rail" aria-label={words.shell.main}>
      <span class="brand" aria-hidden="true">
        <MessagesSquare />
      </span>
      <Way
        to={{ at: 'chats', conversation: route.value.at === 'chats' ? null : session.chats.focus.value }}
        name={words.shell.chats}
        here={route.value.at === 'chats'}
      >
        <Inbox aria-hidden="true" />
        {unread > 0 && (
          <b class="num">
            {unread}
            <span class="sr-only"> {words.shell.unread(unread)}</span>
          </b>
        )}
      </Way>
      <Way to={{ at: 'tickets' }} name={words.shell.tickets} here={route.value.at === 'tickets' || route.value.at === 'ticket'}>
        <Ticket aria-hidden="true" />
      </Way>
      <Way to={{ at: 'knowledge', article: null, how: 'read' }} name={words.shell.knowledge} here={route.value.at === 'knowledge'}>
        <BookOpen aria-hidden="true" />
        {together && <together.ArticlesDue session={session} />}
      </Way>
      {me.role !== 'agent' && (
        <Way to={{ at: 'board' }} name={words.board.title} here={route.value.at === 'board'}>
          <Gauge aria-hidden="true" />
        </Way>
      )}
      <Way to={{ at: 'settings', page: settingsHome(session) }} name={words.shell.settings} here={isSettings(route.value)}>
        <Settings aria-hidden="true" />
      </Way>
      {setup.isWanted.value && (
        <Way
          to={{ at: 'setup', step: null }}
          name={words.setup.progress(setupSteps.length - setup.left.value.length, setupSteps.length)}
          here={route.value.at === 'setup'}
        >
          <ListChecks aria-hidden="true" />
          <b class="num left" aria-hidden="true">
            {setup.left.value.length}
          </b>
        </Way>
      )}
      {together && <together.NewsWay session={session} />}
      <a class="me" href={linkTo({ at: 'settings', page: 'account' })} title={words.shell.account}>
        <Avatar name={me.name} isHere={standing?.wish === 'available'} />
        <span class="sr-only">{`${words.shell.account}: ${me.name}`}</span>
      </a>
    </nav>
  )
}

function Way({ to, name, here, children }: { to: Route; name: string; here: boolean; children: preact.ComponentChildren }) {
  return (
    <a href={linkTo(to)} aria-current={here ? 'page' : undefined} title={name}>
      {children}
      <span class="sr-only">{name}</span>
    </a>
  )
}

const settingsHome = ({ me }: Session) => (me.role === 'administrator' ? 'people' : 'replies')

const isSettings = (place: Route) => place.at === 'settings'
