import type { TicketView } from '../../shared/protocol/ticket.ts'
import { words } from '../later-words.ts'
import type { Session } from '../models/session.ts'
import { Earlier } from './Earlier.tsx'

/** What happened in tickets that go on in this one, before it and in its place. */
export const MergedTimelines = ({ view, session }: { view: TicketView; session: Session }) => (
  <>
    {view.related
      .filter(({ is }) => is === 'merged')
      .map(({ conversation, label, subject }) => (
        <details key={conversation} class="merged-timeline" open>
          <summary>
            {words.related.earlier(label)} <span>{subject}</span>
          </summary>
          <div class="earlier">
            <Earlier id={conversation} session={session} />
          </div>
        </details>
      ))}
  </>
)
