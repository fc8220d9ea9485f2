import type { ComponentChildren } from 'preact'
import type { KnownIncident } from '../../shared/protocol/incident.ts'
import { Markdown } from '../../shared/ui/Markdown.tsx'
import { textOf } from '../../shared/ui/text.ts'
import { momentFrom } from '../../shared/ui/times.ts'
import { words } from '../incident-words.ts'

/** One incident: what is known, when there is more, and what its reader can do. */
export function Known({ incident: { title, text, since, nextBy }, children }: { incident: KnownIncident; children: ComponentChildren }) {
  const now = Date.now()
  const next = nextBy && (Date.parse(nextBy) > now ? words.next(momentFrom(nextBy, now)) : words.late)
  return (
    <article class="incident">
      <h2>{textOf(title)}</h2>
      <Markdown text={text} />
      <p class="hint">{[words.since(momentFrom(since, now)), next].filter(Boolean).join(' · ')}</p>
      {children}
    </article>
  )
}
