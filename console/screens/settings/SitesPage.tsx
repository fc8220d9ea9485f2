import { useState } from 'preact/hooks'
import type { Site } from '../../../shared/protocol/admin.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { asMoment } from '../../models/time.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { NewSite } from './NewSite.tsx'
import { SiteDialog } from './SiteDialog.tsx'

/** The host pages that vouch for who their visitors are. */
export function SitesPage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'sites:list', {})
  const [editing, setEditing] = useState<Site | 'new' | null>(null)
  const close = () => {
    setEditing(null)
    asked.again()
  }
  return (
    <>
      <header class="page-head">
        <h2>{words.settings.pages.sites}</h2>
        <button type="button" class="button primary" onClick={() => setEditing('new')}>
          {words.settings.newSite}
        </button>
      </header>
      <p class="hint">{words.settings.sitesHint}</p>
      <Loading from={asked}>
        {({ sites }) =>
          sites.length === 0 ? (
            <p class="empty">{words.settings.noSites}</p>
          ) : (
            <div class="table-room">
              <table class="stacks">
                <thead>
                  <tr>
                    <th>{words.settings.name}</th>
                    <th>{words.settings.issuer}</th>
                    <th class="wide-only">{words.settings.audience}</th>
                    <th class="wide-only">{words.settings.algorithm}</th>
                  </tr>
                </thead>
                <tbody>
                  {sites.map((site) => (
                    <tr key={site.id}>
                      <td>
                        <button type="button" class="link" onClick={() => setEditing(site)}>
                          {site.name}
                        </button>
                      </td>
                      <td class="wrap" data-label={words.settings.issuer}>
                        {site.issuer}
                      </td>
                      <td class="wide-only">{site.audience}</td>
                      <td class="wide-only">
                        {site.algorithm}
                        {site.previousUntil && <small>{words.settings.previousUntil(asMoment(site.previousUntil))}</small>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loading>
      {editing === 'new' && <NewSite session={session} onClose={close} />}
      {editing && editing !== 'new' && <SiteDialog session={session} site={editing} onClose={close} onUndone={asked.again} />}
    </>
  )
}
