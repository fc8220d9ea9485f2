import { ListChecks } from '../../shared/ui/guide-icons.tsx'
import { words } from '../../shared/ui/guide-words.ts'
import { ChevronRight } from '../../shared/ui/icons.tsx'
import type { Visit } from '../models/visit.ts'
import { spoken } from '../words.ts'
import type { AtHand } from './HelpYourself.tsx'

const mostShown = 6

/** Guides to begin at once, those in the reader's language first. What was written so far goes along. */
export function GuidesAtHome({ visit, guides }: { visit: Visit; guides: readonly AtHand[] }) {
  const [language] = spoken.split('-')
  const isForeign = (guide: AtHand) => (guide.language === language ? 0 : 1)
  const shown = guides.toSorted((one, other) => isForeign(one) - isForeign(other)).slice(0, mostShown)
  const begin = ({ id, name }: AtHand) => {
    visit.ask(visit.draft('topic') || null, visit.draft('new').trim() || name, 'message', { guide: id })
    visit.keepDraft('new', '')
    visit.keepDraft('topic', '')
  }
  return (
    <details class="guides-at-home">
      <summary>{words.atHome}</summary>
      <section class="guide-list" aria-label={words.atHome}>
        <ul>
          {shown.map((guide) => (
            <li key={guide.id}>
              <button type="button" onClick={() => begin(guide)}>
                <ListChecks size={16} aria-hidden="true" />
                <span>{words.named(guide.name, guide.steps)}</span>
                <ChevronRight size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      </section>
    </details>
  )
}
