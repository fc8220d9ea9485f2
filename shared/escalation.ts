import type { Entry } from './entry.ts'

/** What the next tier must know to begin: filled in from the record, and read over by whoever escalates. */
export interface Brief {
  symptom: string
  impact: string
  environment: string
  steps: string
  /** What is asked of them. */
  ask: string
}

/** Somebody of the team is asked to come into the chat, as a chat is offered. */
export interface AskedIn {
  id: string
  agent: string
  until: string
}

/** The work lies with another team; who keeps talking to the requester stays who he was. */
export interface Escalation {
  team: string
  /** Who gave it away. */
  by: string
  since: string
  asked: AskedIn | null
}

/** With whom the work lies, and who of them does it. */
export interface Work {
  workOwner: string | null
  escalation?: Escalation | null
  /** When the team last sent it back with something missing; null once that is settled. */
  returnedAt?: string | null
}

/** The work after one more entry; empty where nothing changes. At most one person has it. */
export function workAfter({ escalation = null, returnedAt = null }: Work, entry: Entry): Partial<Work> {
  switch (entry.kind) {
    case 'escalated':
      return {
        workOwner: null,
        escalation: { team: entry.team, by: entry.by, since: entry.at, asked: null },
        ...(returnedAt && { returnedAt: null }),
      }
    case 'work-passed':
      if (!entry.team) return { workOwner: entry.agent, escalation: null }
      return { workOwner: entry.agent, escalation: { by: entry.by, since: entry.at, asked: null, ...escalation, team: entry.team } }
    case 'work-returned':
      return { returnedAt: entry.at }
    case 'asked-in':
      return escalation ? { escalation: { ...escalation, asked: { id: entry.ask, agent: entry.agent, until: entry.until } } } : {}
    case 'ask-over':
    case 'ended':
    case 'queued':
    case 'message-left':
    case 'abandoned':
    case 'resolved': {
      const quiet = escalation?.asked ? { escalation: { ...escalation, asked: null } } : {}
      return entry.kind === 'queued' && !escalation ? { workOwner: null } : quiet
    }
    // Who talks changes. The work stays where it was sent, and goes along where it was not.
    case 'assigned':
      return escalation ? {} : { workOwner: entry.agent }
    case 'reassigned':
      return escalation ? {} : { workOwner: 'team' in entry.to ? null : entry.to.agent }
    default:
      return {}
  }
}
