import type { Visit } from '../models/visit.ts'
import { words } from '../words.ts'
import { AskForm } from './AskForm.tsx'
import { Banner } from './Banner.tsx'
import { Hero } from './Hero.tsx'
import { OldPage } from './OldPage.tsx'

/** The first screen of somebody we know: ask, or go on with what was asked before. */
export function Home({ visit, close }: { visit: Visit; close(): void }) {
  const [talk, conversations] = [visit.talk.value, visit.conversations.value]
  return (
    <div class="screen">
      <Hero visit={visit} close={close} />
      <main class="scroll">
        <AskForm visit={visit} />
        <Banner visit={visit} />
        <OldPage />
        {conversations?.length === 0 ? null : conversations && talk ? (
          <talk.Requests conversations={conversations} open={visit.open} />
        ) : (
          <p class="hint centred" role="status">
            {words.loading}
          </p>
        )}
      </main>
    </div>
  )
}
