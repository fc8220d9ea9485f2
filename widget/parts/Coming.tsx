import type { Visit } from '../models/visit.ts'
import { words } from '../words.ts'
import { Banner } from './Banner.tsx'
import { deskTexts } from './desk-texts.ts'
import { OldPage } from './OldPage.tsx'
import { TopBar } from './TopBar.tsx'
import { useHeading } from './useHeading.ts'

/** A conversation whose screen is still on its way. What was asked is sent meanwhile. */
export function Coming({ visit, close }: { visit: Visit; close(): void }) {
  useHeading(visit.shown.value, 'coming')
  return (
    <div class="screen">
      <TopBar visit={visit} close={close}>
        <div class="title">
          <h1 tabIndex={-1}>{deskTexts(visit).name}</h1>
          <small />
        </div>
      </TopBar>
      <Banner visit={visit} />
      <OldPage />
      <main class="talk coming">
        <p class="hint centred" role="status">
          {visit.sending.value ? words.opening : words.loading}
        </p>
      </main>
    </div>
  )
}
