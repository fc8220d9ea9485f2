import { useComputed } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { useLater } from '../../shared/ui/later.ts'
import { keepFocus, toContent } from '../models/content.ts'
import { watchKeys } from '../models/keys.ts'
import type { Session } from '../models/session.ts'
import { ConnectionNotice } from '../parts/ConnectionNotice.tsx'
import { DeskStrip } from '../parts/DeskStrip.tsx'
import { loadCalls, loadDialogs } from '../parts/dialogs.ts'
import { Later } from '../parts/Later.tsx'
import { Notices } from '../parts/Notices.tsx'
import { Offers } from '../parts/Offers.tsx'
import { Rail } from '../parts/Rail.tsx'
import { type Route, route } from '../router.ts'
import { words } from '../words.ts'
import { Chats } from './Chats.tsx'
import { fetchScreens, later } from './later.ts'

/** The console of somebody who is signed in: the rail, one screen, and what may ring over any of them. */
export function Desk({ session }: { session: Session }) {
  const place = route.value
  useEffect(() => watchKeys(session), [session])
  useEffect(keepFocus, [place])
  const isThere = useComputed(() => session.desk.me.value !== undefined).value
  const [isQuiet, setQuiet] = useState(false)
  const calls = useLater(loadCalls, isQuiet)
  const frame = useComputed(() => frameOf(session))
  useEffect(() => (isThere ? inQuiet(() => void fetchScreens().then(() => setQuiet(true))) : undefined), [isThere])
  if (place.at === 'wall') return <Later key="wall" load={later.board} draw={({ Wall }) => <Wall session={session} />} />
  return (
    <div class={frame}>
      <button type="button" class="button skip" onClick={toContent}>
        {words.shell.toContent}
      </button>
      <Rail session={session} />
      <ConnectionNotice session={session} />
      <DeskStrip session={session} />
      <Screen session={session} place={place} />
      <Offers session={session} />
      <Notices notices={session.notices} />
      {calls && <calls.IncomingCalls session={session} />}
      <Over session={session} />
    </div>
  )
}

/** What rings makes room for itself. Told by classes: a browser would look for it in all of the page whenever a line is drawn. */
function frameOf({ desk, bell }: Session) {
  const ringing = desk.offers.value.length
  if (ringing === 0) return 'app'
  const isUnheard = bell.wanted.value && !bell.unlocked.value
  return ['app rings', isUnheard && 'unheard', ringing > 1 && 'rings-on'].filter(Boolean).join(' ')
}

function Screen({ session, place }: { session: Session; place: Route }) {
  switch (place.at) {
    case 'chats':
      return <Chats session={session} conversation={place.conversation} />
    case 'tickets':
      return <Later key="tickets" load={later.tickets} draw={({ Tickets }) => <Tickets session={session} />} />
    case 'ticket':
      return (
        <Later
          key="ticket"
          load={later.tickets}
          draw={({ TicketPage }) => <TicketPage key={place.number} session={session} number={place.number} />}
        />
      )
    case 'incidents':
      return <Later key="incidents" load={later.tickets} draw={({ Incidents }) => <Incidents session={session} shown={place.incident} />} />
    case 'board':
      return <Later key="board" load={later.board} draw={({ Board }) => <Board session={session} />} />
    case 'knowledge':
      return <Later key="knowledge" load={later.knowledge} draw={({ Knowledge }) => <Knowledge session={session} place={place} />} />
    case 'settings':
      return <Later key="settings" load={later.settings} draw={({ Settings }) => <Settings session={session} page={place.page} />} />
    case 'setup':
      return <Later key="setup" load={later.settings} draw={({ Setup }) => <Setup session={session} step={place.step} />} />
    // The wall is drawn without the desk around it.
    case 'wall':
    case 'welcome':
    case 'nowhere':
      return (
        <main class="page" id="content" tabIndex={-1}>
          <h1>{words.shell.notFound}</h1>
          <p>{words.shell.notFoundText}</p>
        </main>
      )
  }
}

/** When the page has nothing else to do, or after a while. Returns its undo. */
function inQuiet(act: () => void) {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, 3_000)
    return () => clearTimeout(timer)
  }
  const turn = requestIdleCallback(act)
  return () => cancelIdleCallback(turn)
}

/** What lies over the whole desk. */
function Over({ session }: { session: Session }) {
  const shown = session.overlay.shown.value
  const dialogs = useLater(loadDialogs, shown !== null)
  const calls = useLater(loadCalls, shown === 'call')
  if (shown === 'call') return calls && <calls.CallDialog session={session} />
  if (!dialogs || !shown) return null
  const Shown = dialogs.over[shown]
  return <Shown session={session} />
}
