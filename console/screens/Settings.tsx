import { ListChecks } from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { useCurrentInView } from '../models/current.ts'
import type { Session } from '../models/session.ts'
import { linkTo, type SettingsPage } from '../router.ts'
import { words } from '../words.ts'
import { AccountPage } from './settings/AccountPage.tsx'
import { AuditPage } from './settings/AuditPage.tsx'
import { CategoriesPage } from './settings/CategoriesPage.tsx'
import { ClosingPage } from './settings/ClosingPage.tsx'
import { DemonstrationPage } from './settings/DemonstrationPage.tsx'
import { DeskPage } from './settings/DeskPage.tsx'
import { DistributionPage } from './settings/DistributionPage.tsx'
import { FilePage } from './settings/FilePage.tsx'
import { GuardPage } from './settings/GuardPage.tsx'
import { GuidesPage } from './settings/GuidesPage.tsx'
import { HealthPage } from './settings/HealthPage.tsx'
import { OriginsPage } from './settings/OriginsPage.tsx'
import { PeoplePage } from './settings/PeoplePage.tsx'
import { PhonePage } from './settings/PhonePage.tsx'
import { RemotePage } from './settings/RemotePage.tsx'
import { RepliesPage } from './settings/RepliesPage.tsx'
import { SitesPage } from './settings/SitesPage.tsx'
import { SkillsPage } from './settings/SkillsPage.tsx'
import { TargetsPage } from './settings/TargetsPage.tsx'
import { TeamsPage } from './settings/TeamsPage.tsx'
import { HoursPage, TopicsPage } from './settings/TopicsPage.tsx'
import { TryingPage } from './settings/TryingPage.tsx'
import { WaitingPage } from './settings/WaitingPage.tsx'
import { WebhookPage } from './settings/WebhookPage.tsx'
import { WidgetPage } from './settings/WidgetPage.tsx'

type Group = keyof typeof words.settings.groups

/** Everyone has a part of his own; supervisors may try settings out, and the rest is for administrators. */
const groups: [group: Group, pages: SettingsPage[]][] = [
  ['me', ['account', 'replies']],
  [
    'desk',
    [
      'widget',
      'topics',
      'categories',
      'guides',
      'hours',
      'distribution',
      'skills',
      'waiting',
      'targets',
      'closing',
      'guard',
      'trying',
      'file',
      'teams',
      'people',
    ],
  ],
  ['doors', ['origins', 'sites', 'webhook', 'phone', 'remote']],
  ['house', ['health', 'desk', 'audit', 'demonstration']],
]

const overseers: typeof groups = [...groups.filter(([group]) => group === 'me'), ['desk', ['guides', 'trying']]]

/** The settings: one's own account, and for administrators the desk. */
export function Settings({ session, page }: { session: Session; page: SettingsPage }) {
  const nav = useRef<HTMLElement>(null)
  useCurrentInView(nav, page)
  const mine = groupsFor(session)
  const isMine = mine.some(([, pages]) => pages.includes(page))
  return (
    <div class="settings">
      <nav ref={nav} class="side" aria-label={words.settings.settings}>
        <h1>{words.settings.settings}</h1>
        {mine.map(([group, pages]) => (
          <section key={group} aria-labelledby={`settings-${group}`}>
            <h2 id={`settings-${group}`}>{words.settings.groups[group]}</h2>
            <ul>
              {pages.map((one) => (
                <li key={one}>
                  <a href={linkTo({ at: 'settings', page: one })} aria-current={one === page ? 'page' : undefined}>
                    {words.settings.pages[one]}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {session.setup.left.value.length > 0 && !session.setup.profile.value?.isDemonstration && (
          <a class="to-setup" href={linkTo({ at: 'setup', step: null })}>
            <ListChecks aria-hidden="true" />
            {words.setup.title}
          </a>
        )}
      </nav>
      <main class="page" id="content" tabIndex={-1}>
        {isMine ? <Page session={session} page={page} /> : <p>{words.shell.notFoundText}</p>}
      </main>
    </div>
  )
}

function groupsFor({ me }: Session) {
  switch (me.role) {
    case 'administrator':
      return groups
    case 'supervisor':
      return overseers
    case 'agent':
      return groups.filter(([group]) => group === 'me')
  }
}

function Page({ session, page }: { session: Session; page: SettingsPage }) {
  switch (page) {
    case 'account':
      return <AccountPage session={session} />
    case 'replies':
      return <RepliesPage session={session} />
    case 'guides':
      return <GuidesPage session={session} />
    case 'widget':
      return <WidgetPage session={session} />
    case 'topics':
      return <TopicsPage session={session} />
    case 'categories':
      return <CategoriesPage session={session} />
    case 'hours':
      return <HoursPage session={session} />
    case 'distribution':
      return <DistributionPage session={session} />
    case 'skills':
      return <SkillsPage session={session} />
    case 'trying':
      return <TryingPage session={session} />
    case 'waiting':
      return <WaitingPage session={session} />
    case 'targets':
      return <TargetsPage session={session} />
    case 'closing':
      return <ClosingPage session={session} />
    case 'guard':
      return <GuardPage session={session} />
    case 'file':
      return <FilePage session={session} />
    case 'people':
      return <PeoplePage session={session} />
    case 'teams':
      return <TeamsPage session={session} />
    case 'desk':
      return <DeskPage session={session} />
    case 'origins':
      return <OriginsPage session={session} />
    case 'sites':
      return <SitesPage session={session} />
    case 'webhook':
      return <WebhookPage session={session} />
    case 'phone':
      return <PhonePage session={session} />
    case 'remote':
      return <RemotePage session={session} />
    case 'health':
      return <HealthPage session={session} />
    case 'audit':
      return <AuditPage session={session} />
    case 'demonstration':
      return <DemonstrationPage session={session} />
  }
}
