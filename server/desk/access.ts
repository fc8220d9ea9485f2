import type { Conversation } from '../../shared/conversation.ts'
import type { Helping, Role, Who } from '../../shared/people.ts'
import { refuse } from '../../shared/refusal.ts'

/**
 * How far a right reaches: `owner` is who owns the conversation or has joined it, `team` every member of its team,
 * `all` the whole desk, `self` what is one's own, `none` nobody in this role.
 */
export type Reach = 'none' | 'self' | 'owner' | 'team' | 'all'

/** What those may do with conversations who see every team. */
const overseeing = {
  read: 'all',
  speak: 'owner',
  note: 'all',
  take: 'all',
  transfer: 'all',
  end: 'all',
  classify: 'all',
  resolve: 'all',
  assign: 'all',
  work: 'all',
  join: 'all',
  whisper: 'all',
  'take-over': 'all',
} as const

/** The rights, role by noun and verb. The README prints this table. */
export const rights = {
  agent: {
    conversation: {
      read: 'team',
      speak: 'owner',
      note: 'team',
      take: 'team',
      transfer: 'owner',
      end: 'owner',
      classify: 'team',
      resolve: 'team',
      assign: 'team',
      work: 'team',
      join: 'none',
      whisper: 'none',
      'take-over': 'none',
    },
    ticket: { read: 'team' },
    calls: { log: 'all' },
    board: { look: 'none' },
    simulation: { run: 'none' },
    people: { read: 'all', rename: 'self', manage: 'none' },
    desk: { read: 'all', manage: 'none' },
    replies: { read: 'all', manage: 'self' },
    guides: { read: 'all', manage: 'none' },
    articles: { read: 'all', manage: 'self', publish: 'none' },
    'hand-over': { offer: 'self', take: 'team', watch: 'none' },
    incidents: { read: 'all', declare: 'all', lead: 'team' },
    audit: { read: 'none' },
  },
  supervisor: {
    conversation: overseeing,
    ticket: { read: 'all' },
    calls: { log: 'all' },
    board: { look: 'team' },
    simulation: { run: 'all' },
    people: { read: 'all', rename: 'self', manage: 'none' },
    desk: { read: 'all', manage: 'none' },
    replies: { read: 'all', manage: 'all' },
    guides: { read: 'all', manage: 'all' },
    articles: { read: 'all', manage: 'all', publish: 'all' },
    'hand-over': { offer: 'self', take: 'all', watch: 'all' },
    incidents: { read: 'all', declare: 'all', lead: 'all' },
    audit: { read: 'none' },
  },
  administrator: {
    conversation: overseeing,
    ticket: { read: 'all' },
    calls: { log: 'all' },
    board: { look: 'all' },
    simulation: { run: 'all' },
    people: { read: 'all', rename: 'self', manage: 'all' },
    desk: { read: 'all', manage: 'all' },
    replies: { read: 'all', manage: 'all' },
    guides: { read: 'all', manage: 'all' },
    articles: { read: 'all', manage: 'all', publish: 'all' },
    'hand-over': { offer: 'self', take: 'all', watch: 'all' },
    incidents: { read: 'all', declare: 'all', lead: 'all' },
    audit: { read: 'all' },
  },
} as const satisfies Record<Role, Record<string, Record<string, Reach>>>

export type Noun = keyof (typeof rights)['agent']
export type Verb<N extends Noun> = keyof (typeof rights)['agent'][N]

/** How far this agent's right to do `verb` with `noun` reaches. */
export function reachOf<N extends Noun>({ role }: Helping, noun: N, verb: Verb<N>): Reach {
  const table: Record<string, Record<string, Reach>> = rights[role]
  return table[noun]?.[String(verb)] ?? 'none'
}

/** Lets agents through whose role has this right at all, and returns who it is; anyone else is refused. */
export function agentWith<N extends Noun>(who: Who, noun: N, verb: Verb<N>): Helping {
  if (who.kind !== 'agent' || reachOf(who, noun, verb) === 'none') refuse('not-allowed')
  return who
}

/** The only door to a conversation: past it, `who` may see that it exists. To strangers it does not. */
export function visibleTo(who: Who, conversation: Conversation | null): Conversation {
  if (!conversation || !maySee(who, conversation)) refuse('not-found')
  return conversation
}

function maySee(who: Who, conversation: Conversation) {
  switch (who.kind) {
    case 'clock':
      return true
    case 'requester':
      return conversation.requester === who.id
    case 'agent':
      return may(who, 'read', conversation)
  }
}

/** Whether the agent's right to do `verb` reaches this conversation. */
export function may(who: Helping, verb: Verb<'conversation'>, conversation: Conversation): boolean {
  return reaches(who, reachOf(who, 'conversation', verb), conversation) || (isForAdvisers(verb) && isAsked(who, conversation))
}

/** Whoever is asked for advice reads along and answers in notes, and does nothing else. */
const isForAdvisers = (verb: Verb<'conversation'>) => verb === 'read' || verb === 'note'
const isAsked = ({ id }: Helping, { advice = [] }: Conversation) => advice.some(({ of }) => of === id)

function reaches(who: Helping, reach: Reach, conversation: Conversation) {
  switch (reach) {
    case 'none':
      return false
    case 'all':
      return true
    case 'team':
      return teamsIn(conversation).some((team) => who.teams.includes(team)) || isPartOf(who, conversation)
    case 'owner':
    case 'self':
      return owns(who, conversation)
  }
}

/** The team that talks, and the one that works. */
export const teamsIn = ({ team, ticket }: Conversation) => (ticket.escalation ? [team, ticket.escalation.team] : [team])

const owns = ({ id }: Helping, { agent, joined }: Conversation) => agent === id || joined.includes(id)

/** An agent stays part of what was offered to him, what he owns, and what he works on, whatever team it is in. */
const isPartOf = (who: Helping, conversation: Conversation) => ownersIn(conversation).includes(who.id)

/** The agents who may read a conversation whatever team they are in. */
export const partnersIn = (conversation: Conversation): string[] => [
  ...ownersIn(conversation),
  ...(conversation.advice ?? []).map(({ of }) => of),
]

function ownersIn({ agent, joined, offer, ticket }: Conversation): string[] {
  const ids = [agent, ...joined, offer?.agent, ticket.communicationOwner, ticket.workOwner, ticket.escalation?.asked?.agent]
  return ids.filter((id) => typeof id === 'string')
}
