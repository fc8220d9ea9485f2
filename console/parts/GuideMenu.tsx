import type { GuideRow } from '../../shared/protocol/guide.ts'
import { words } from '../words.ts'

interface GuideMenuProps {
  guides: GuideRow[]
  chosen: number
  onChoose: (guide: GuideRow) => void
}

/** Guides that fit what was written behind /guide; the arrow keys choose, Enter lays one before the requester. */
export function GuideMenu({ guides, chosen, onChoose }: GuideMenuProps) {
  const one = guides[chosen]
  return (
    <div class="replies-menu">
      <p class="sr-only" role="status">
        {one ? words.chats.replyChosen(one.name, chosen + 1, guides.length) : words.chats.noGuides}
      </p>
      <h3>{words.chats.guides}</h3>
      {guides.length === 0 && <p class="empty">{words.chats.noGuides}</p>}
      <ul>
        {guides.map((guide, place) => (
          <li key={guide.id}>
            <button
              type="button"
              tabIndex={-1}
              class={place === chosen ? 'chosen' : ''}
              // The cursor stays where one writes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(guide)}
            >
              <b>{guide.name}</b>
              <span>{words.chats.guideSteps(guide.steps, guide.language)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
