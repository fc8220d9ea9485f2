import { useEffect } from 'preact/hooks'
import { watchKeys } from '../models/keys.ts'
import type { Session } from '../models/session.ts'
import { ConnectionNotice } from '../parts/ConnectionNotice.tsx'
import { DeskStrip } from '../parts/DeskStrip.tsx'
import { KeySheet } from '../parts/KeySheet.tsx'
import { Notices } from '../parts/Notices.tsx'
import { Offers } from '../parts/Offers.tsx'
import { Palette } from '../parts/Palette.tsx'
import { Rail } from '../parts/Rail.tsx'
import { type Route, route } from '../router.ts'
import { words } from '../words.ts'
import { Chats } from './Chats.tsx'
import { Settings } from './Settings.tsx'
import { Setup } from './Setup.tsx'
import { TicketPage } from './TicketPage.tsx'
import { Tickets } from './Tickets.tsx'

/** The console of somebody who is signed in: the rail, one screen, and what may ring over any of them. */
export function Desk({ session }: { session: Session }) {
  const place = route.value
  useEffect(() => watchKeys(session), [session])
  useEffect(keepFocus, [place])
  return (
    <div class="app">
      <button type="button" class="button skip" onClick={skip}>
        {words.shell.toContent}
      </button>
      <Rail session={session} />
      <ConnectionNotice session={session} />
      <DeskStrip session={session} />
      <Screen session={session} place={place} />
      <Offers session={session} />
      <Notices notices={session.notices} />
      {session.overlay.shown.value === 'palette' && <Palette session={session} />}
      {session.overlay.shown.value === 'sheet' && <KeySheet session={session} />}
    </div>
  )
}

function Screen({ session, place }: { session: Session; place: Route }) {
  switch (place.at) {
    case 'chats':
      return <Chats session={session} conversation={place.conversation} />
    case 'tickets':
      return <Tickets session={session} />
    case 'ticket':
      return <TicketPage key={place.number} session={session} number={place.number} />
    case 'settings':
      return <Settings session={session} page={place.page} />
    case 'setup':
      return <Setup session={session} step={place.step} />
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

// What was pressed on the way to another screen is gone with the old one, and takes the focus along.
const keepFocus = () => {
  if (document.activeElement === document.body) skip()
}

// The address holds our place, so this cannot be a link to a part of the page.
const skip = () => document.getElementById('content')?.focus()
