import type { Role } from '../../shared/people.ts'
import type { Session } from '../models/session.ts'
import { linkTo, type SettingsPage, settingsPages } from '../router.ts'
import { words } from '../words.ts'
import { AccountPage } from './settings/AccountPage.tsx'
import { AuditPage } from './settings/AuditPage.tsx'
import { DeskPage } from './settings/DeskPage.tsx'
import { OriginsPage } from './settings/OriginsPage.tsx'
import { PeoplePage } from './settings/PeoplePage.tsx'
import { RepliesPage } from './settings/RepliesPage.tsx'
import { SitesPage } from './settings/SitesPage.tsx'
import { TeamsPage } from './settings/TeamsPage.tsx'
import { WebhookPage } from './settings/WebhookPage.tsx'

const forEveryone: readonly SettingsPage[] = ['account', 'replies']

/** The settings: one's own account, and for administrators the desk. */
export function Settings({ session, page }: { session: Session; page: SettingsPage }) {
  const pages = pagesFor(session.me.role)
  return (
    <div class="settings">
      <nav class="side" aria-label={words.settings.settings}>
        <h1>{words.settings.settings}</h1>
        <ul>
          {pages.map((one) => (
            <li key={one}>
              <a href={linkTo({ at: 'settings', page: one })} aria-current={one === page ? 'page' : undefined}>
                {words.settings.pages[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="page" id="content" tabIndex={-1}>
        {pages.includes(page) ? <Page session={session} page={page} /> : <p>{words.shell.notFoundText}</p>}
      </main>
    </div>
  )
}

const pagesFor = (role: Role) => (role === 'administrator' ? settingsPages : settingsPages.filter((page) => forEveryone.includes(page)))

function Page({ session, page }: { session: Session; page: SettingsPage }) {
  switch (page) {
    case 'account':
      return <AccountPage session={session} />
    case 'people':
      return <PeoplePage session={session} />
    case 'teams':
      return <TeamsPage session={session} />
    case 'desk':
      return <DeskPage session={session} />
    case 'origins':
      return <OriginsPage session={session} />
    case 'replies':
      return <RepliesPage session={session} />
    case 'sites':
      return <SitesPage session={session} />
    case 'webhook':
      return <WebhookPage session={session} />
    case 'audit':
      return <AuditPage session={session} />
  }
}
