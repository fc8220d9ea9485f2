import { type Duty, duties, dutiesOf } from '../../shared/hand-over.ts'
import type { HandedIncident, HandedItem, HandOver } from '../../shared/protocol/hand-over.ts'
import type { IncidentNow, KeptHandOver, KeptItem } from './hand-over-rows.ts'
import type { Directory } from './ports.ts'

/** A hand-over as it stands with whoever has it now. `open` are the incidents that are open at the desk. */
export function handOverView(kept: KeptHandOver, directory: Directory, open: readonly IncidentNow[]): HandOver {
  const { toAgent, toTeam, items, incidents, ...rest } = kept
  const owner = (item: KeptItem) => (item.outcome === 'taken' && kept.by ? kept.by.id : kept.from.id)
  return {
    ...rest,
    to: toTeam ? { team: toTeam } : { agent: toAgent ?? kept.from },
    nobodyLeft: kept.state === 'open' && !isSomebodyLeft(kept, directory),
    items: items.map((item) => handedItem(owner(item), item, directory)),
    incidents: [
      ...incidents.map(({ team: _, ...incident }) => ({ ...incident, goes: true })),
      ...(kept.state === 'open' ? othersOf(kept, directory, open) : []),
    ],
  }
}

/** Whether anybody could take it whom it was meant for. */
function isSomebodyLeft({ from, toAgent, toTeam, declines }: KeptHandOver, directory: Directory): boolean {
  const declined = new Set(declines.map(({ by }) => by.id))
  return directory
    .agents()
    .filter(({ id, teams }) => (toTeam ? teams.includes(toTeam.id) && id !== from.id : id === toAgent?.id))
    .some(({ id, disabled }) => !disabled && !declined.has(id))
}

/** What else the giver's teams have open, for whoever goes on to know. */
function othersOf({ from, incidents }: KeptHandOver, directory: Directory, open: readonly IncidentNow[]): HandedIncident[] {
  const teams = directory.agent(from.id)?.teams ?? []
  const goes = new Set(incidents.map(({ incident }) => incident))
  return open.filter(({ incident, team }) => !goes.has(incident) && team !== null && teams.includes(team)).map((one) => known(one, false))
}

/** What of the open incidents is this agent's to hand over, and what his teams have besides, the most pressing first. */
export function incidentsFor(agent: string, teams: readonly string[], open: readonly IncidentNow[]): HandedIncident[] {
  const isOfTeam = ({ team }: IncidentNow) => team !== null && teams.includes(team)
  const mine = (one: IncidentNow) => (one.owner ? one.owner.id === agent : isOfTeam(one))
  return open
    .filter((one) => mine(one) || isOfTeam(one))
    .map((one) => known(one, mine(one)))
    .toSorted((one, other) => Number(other.goes) - Number(one.goes) || due(one).localeCompare(due(other)))
}

/** Whatever is promised for no time comes last. */
const due = ({ nextBy }: HandedIncident) => nextBy ?? '9'

const known = ({ team: _, ...incident }: IncidentNow, goes: boolean): HandedIncident => ({ ...incident, goes, line: '', outcome: null })

/** One conversation, with what this owner owes there. */
export function handedItem(owner: string, { conversation, line, outcome }: Omit<KeptItem, 'act'>, directory: Directory): HandedItem {
  const { id, number, requesterName, ticket, hold, unansweredSince, guide } = conversation
  const owed = dutiesOf(owner, conversation)
  const { promise, escalation } = ticket
  return {
    conversation: id,
    number,
    requester: requesterName,
    subject: ticket.subject,
    duties: owed,
    promise: promise ? { until: promise.until, about: promise.about } : null,
    hold: owed.includes('held') && hold ? { until: hold.until, reason: hold.reason } : null,
    waitingSince: owed.includes('waits') ? unansweredSince : null,
    guide: owed.includes('guide') ? (guide?.content.name ?? null) : null,
    workTeam: escalation ? (directory.team(escalation.team)?.name ?? null) : null,
    line,
    outcome,
  }
}

/** What somebody waits for first; of the same kind, what is due first. */
export function byPressure(one: HandedItem, other: HandedItem): number {
  const rank = ({ duties: [first = 'ticket'] }: { duties: Duty[] }) => duties.indexOf(first)
  const due = ({ promise, waitingSince, number }: HandedItem) => promise?.until ?? waitingSince ?? String(number).padStart(12, '9')
  return rank(one) - rank(other) || due(one).localeCompare(due(other))
}
