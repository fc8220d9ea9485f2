import type { Conversation } from '../../shared/conversation.ts'
import type { Helping } from '../../shared/people.ts'
import type { IncidentAnswers, IncidentRow } from '../../shared/protocol/incident.ts'
import { refuse } from '../../shared/refusal.ts'
import { agentWith, may, reachOf, visibleTo } from '../desk/access.ts'
import type { Changed, IncidentKept, Incidents } from '../desk/administration.ts'
import type { Desk } from '../desk/desk.ts'
import type { Directory } from '../desk/ports.ts'
import { isOpen } from '../desk/promising.ts'
import { byOf } from './by.ts'
import type { Caller, Handlers } from './handlers.ts'

export interface IncidentPorts {
  incidents: Incidents
  desk: Pick<Desk, 'act'>
  conversations: { read(id: string): Promise<Conversation | null> }
  directory(): Directory
  /** What is secret in it is masked, as in a message. */
  masked(text: string, asIs: boolean): string
  now(): Date
  changed(what: Changed): Promise<void>
  /** There is something to tell to everybody of an incident. */
  tellAll(): void
  stir(incident: string): void
}

/** What is asked about incidents: every agent sees and declares them, those of its team lead them, requesters read them. */
export function incidentHandlers({
  incidents,
  desk,
  conversations,
  directory,
  masked,
  now,
  changed,
  tellAll,
  stir,
}: IncidentPorts): Handlers<keyof IncidentAnswers> {
  /** As long as a request may be reopened, so may what many had. */
  const reopenMs = () => directory().settings.reopenDays * 24 * 3600_000

  async function shown(agent: Helping, incident: string): Promise<IncidentRow> {
    await changed('incidents')
    stir(incident)
    return rowFor(agent, (await incidents.read(incident)).incident, reopenMs())
  }

  /** Lets only those through who may lead this one. */
  async function leader({ who }: Caller, incident: string): Promise<Helping> {
    const agent = agentWith(who, 'incidents', 'lead')
    if (!mayLead(agent, (await incidents.read(incident)).incident)) refuse('not-allowed')
    return agent
  }

  return {
    async 'incident:list'({ who }) {
      const agent = agentWith(who, 'incidents', 'read')
      const [all, sites] = await Promise.all([incidents.list(now()), incidents.sites()])
      return { incidents: all.map((one) => rowFor(agent, one, reopenMs())), sites }
    },

    async 'incident:read'({ who }, { incident }) {
      const agent = agentWith(who, 'incidents', 'read')
      const found = await incidents.read(incident)
      return { ...found, incident: rowFor(agent, found.incident, reopenMs()) }
    },

    async 'incident:declare'(caller, wanted) {
      const agent = agentWith(caller.who, 'incidents', 'declare')
      const first = wanted.conversation ? visibleTo(agent, await conversations.read(wanted.conversation)) : null
      // Nothing is known to everybody whose first ticket cannot be part of it.
      if (first && !may(agent, 'classify', first)) refuse('not-allowed')
      if (first && !isOpen(first) && first.ticket.incident?.id !== wanted.incident) refuse('ticket-done')
      const team = first?.team ?? agent.teams[0] ?? directory().teams[0]?.id ?? null
      await incidents.declare(byOf(caller, now()), team, { ...wanted, text: masked(wanted.text, false) })
      await changed('incidents')
      // The incident's id names the act too: asked again, it joins once.
      const joins = { kind: 'join-incident', incident: wanted.incident } as const
      if (wanted.conversation) await desk.act(agent, wanted.conversation, wanted.incident, joins)
      return shown(agent, wanted.incident)
    },

    async 'incident:save'(caller, wanted) {
      const agent = await leader(caller, wanted.incident)
      await incidents.save(byOf(caller, now()), { ...wanted, text: masked(wanted.text, false) })
      return shown(agent, wanted.incident)
    },

    async 'incident:tell'(caller, { incident, id, text, asIs, nextBy }) {
      const agent = await leader(caller, incident)
      await incidents.write(byOf(caller, now()), {
        incident,
        id,
        text: masked(text, asIs === true),
        nextBy,
        name: agent.name,
        isLast: false,
      })
      tellAll()
      return shown(agent, incident)
    },

    async 'incident:resolve'(caller, { incident, id, text, asIs }) {
      const agent = await leader(caller, incident)
      await incidents.write(byOf(caller, now()), { incident, id, text: masked(text, asIs === true), name: agent.name, isLast: true })
      tellAll()
      return shown(agent, incident)
    },

    async 'incident:reopen'(caller, { incident, id, text, asIs, nextBy }) {
      const agent = await leader(caller, incident)
      const at = now()
      await incidents.write(byOf(caller, at), {
        incident,
        id,
        text: masked(text, asIs === true),
        nextBy,
        name: agent.name,
        isLast: false,
        reopens: { since: new Date(at.getTime() - reopenMs()) },
      })
      tellAll()
      return shown(agent, incident)
    },

    async 'incident:known'({ who }) {
      if (who.kind !== 'requester') refuse('not-allowed')
      const all = directory().incidents
      if (all.length === 0) return { incidents: [] }
      const { site, mine } = await incidents.of(
        who.id,
        all.map(({ id }) => id),
      )
      const known = all.filter(({ sites }) => sites.length === 0 || (site !== null && sites.includes(site)))
      return {
        incidents: known.map(({ id, title, text, nextBy, topics, declaredAt }) => {
          const own = mine.find(({ incident }) => incident === id)
          return {
            id,
            title,
            text,
            nextBy,
            topics,
            since: declaredAt,
            mine: own ? { conversation: own.conversation, number: own.number } : null,
          }
        }),
      }
    },
  }
}

/** Whoever is of none of its pages neither reads of an incident nor joins it. */
export async function isShownTo(incidents: Pick<Incidents, 'of'>, { incidents: known }: Directory, id: string, requester: string) {
  const one = known.find((incident) => incident.id === id)
  if (!one || one.sites.length === 0) return true
  const { site, mine } = await incidents.of(requester, [id])
  return mine.length > 0 || (site !== null && one.sites.includes(site))
}

const rowFor = (agent: Helping, incident: IncidentKept, reopenMs: number): IncidentRow => ({
  ...incident,
  reopensUntil: incident.resolvedAt && new Date(Date.parse(incident.resolvedAt) + reopenMs).toISOString(),
  mayLead: mayLead(agent, incident),
})

function mayLead(agent: Helping, { team, declaredBy, owner }: IncidentKept): boolean {
  const reach = reachOf(agent, 'incidents', 'lead')
  return (
    reach === 'all' ||
    (reach === 'team' && ([declaredBy?.id, owner?.id].includes(agent.id) || (team !== null && agent.teams.includes(team.id))))
  )
}
