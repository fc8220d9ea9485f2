import { CalendarClock, Megaphone, User, Users } from 'lucide-preact'
import type { HandedIncident } from '../../../shared/protocol/hand-over.ts'
import { momentFrom } from '../../../shared/ui/times.ts'
import { words } from '../../later-words.ts'
import type { ConsoleClock } from '../../models/clock.ts'

/** What many people have at the same time. */
export const IncidentTitle = ({ incident: { title } }: { incident: HandedIncident }) => (
  <span class="handed-title">
    <b>{title}</b>
  </span>
)

/** Whose it is, how many are of it, what they heard last and when they hear more. */
export function IncidentFacts({ incident, clock }: { incident: HandedIncident; clock: ConsoleClock }) {
  const { owner, joined, lastNewsAt, nextBy, state } = incident
  const now = clock.now.value
  const texts = words.handOver
  return (
    <p class="duties">
      {state === 'resolved' && <span class="badge">{texts.over}</span>}
      {nextBy && (
        <span class={Date.parse(nextBy) < now ? 'badge p1' : 'badge p2'}>
          <CalendarClock aria-hidden="true" />
          {texts.nextNews(momentFrom(nextBy, now))}
        </span>
      )}
      <span class="badge">
        <Megaphone aria-hidden="true" />
        {lastNewsAt ? texts.lastNews(momentFrom(lastNewsAt, now)) : texts.noNews}
      </span>
      <span class="badge">
        <Users aria-hidden="true" />
        {texts.joined(joined)}
      </span>
      <span class="badge">
        <User aria-hidden="true" />
        {owner ? texts.owner(owner.name) : texts.noOwner}
      </span>
    </p>
  )
}

/** Incidents to be known of: they stay with whose they are. */
export function OtherIncidents({ incidents, clock }: { incidents: readonly HandedIncident[]; clock: ConsoleClock }) {
  const others = incidents.filter(({ goes }) => !goes)
  if (others.length === 0) return null
  return (
    <section aria-label={words.handOver.otherIncidents}>
      <h3 class="handed-head">{words.handOver.otherIncidents}</h3>
      <p class="hint">{words.handOver.otherIncidentsHint}</p>
      <ul class="handed">
        {others.map((incident) => (
          <li key={incident.incident}>
            <IncidentTitle incident={incident} />
            <IncidentFacts incident={incident} clock={clock} />
          </li>
        ))}
      </ul>
    </section>
  )
}
