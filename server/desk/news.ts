import type { Conversation } from '../../shared/conversation.ts'
import type { Entry, Lane } from '../../shared/entry.ts'
import { clockId, type Helping, type Named } from '../../shared/people.ts'
import type { Followers, News, NewsWhy } from '../../shared/protocol/news.ts'
import { visibleTo } from './access.ts'
import { mayHear } from './mentioning.ts'
import type { Announcer, Change, Directory } from './ports.ts'
import { internalRoom, personRoom } from './rooms.ts'

/** Whom an entry names, and why he is to hear of it. Nobody hears of his own acts. */
export function namedIn(entry: Entry, { advice = [] }: Conversation): { agent: string; why: NewsWhy }[] {
  if (entry.kind !== 'noted') return []
  const named = (entry.mentions ?? []).map((agent) => ({ agent, why: 'mentioned' as const }))
  if (!entry.advice) return named
  const thread = advice.find(({ id }) => id === entry.advice)
  if (entry.to) return [...named, { agent: entry.to, why: 'asked' }]
  const others = thread ? [thread.by, thread.of].filter((agent) => agent !== entry.by) : []
  return [...named, ...others.map((agent) => ({ agent, why: 'advised' as const }))]
}

/** What followers are to hear of; null is most of what happens. */
export function followersHear(entry: Entry, { requester, status }: Conversation): NewsWhy | null {
  switch (entry.kind) {
    case 'said':
      return entry.by === requester && (status === 'unrouted' || status === 'ended') ? 'said' : null
    case 'promise-broken':
      return 'broken'
    case 'escalated':
    case 'resolved':
    case 'reopened':
      return entry.kind
    default:
      return null
  }
}

/** One thing that an agent is to hear of, as it is kept. */
export interface KeptNews {
  agent: string
  conversation: Conversation
  lane: Lane
  seq: number
  why: NewsWhy
  /** Who did it, and his name if he is an agent. */
  by: string
  byName: string | null
  at: string
  seen: boolean
  text: string | null
  following: boolean
}

/** An entry, named. */
export interface Place {
  conversation: string
  lane: Lane
  seq: number
}

export interface NewsRows {
  of(agent: string): Promise<KeptNews[]>
  about(places: Place[]): Promise<KeptNews[]>
  see(agent: string, conversation: string | null, at: Date): Promise<void>
  followers(conversation: string): Promise<Named[]>
  follow(conversation: string, agent: string, following: boolean, at: Date): Promise<void>
  /** What was seen a month ago, or came half a year ago. */
  forget(now: Date): Promise<void>
}

interface NewsPorts {
  rows: NewsRows
  conversations: { read(id: string): Promise<Conversation | null> }
  directory(): Directory
  announce: Announcer
  now(): Date
  onBug(error: unknown, where: string): void
}

export type NewsDesk = ReturnType<typeof createNews>

/** What agents are to hear of: told at once to who is here, kept for who is not. */
export function createNews({ rows, conversations, directory, announce, now, onBug }: NewsPorts) {
  async function tell(places: Place[]) {
    for (const kept of await rows.about(places)) if (isFor(kept)) announce.tell(personRoom(kept.agent), 'news:came', viewOf(kept))
  }

  const isFor = ({ agent, conversation }: KeptNews) => mayHear(directory().agent(agent), conversation)

  /** Whoever may not read it any more hears nothing of it, and so does not count. */
  async function followersOf(conversation: Conversation): Promise<Followers> {
    const all = await rows.followers(conversation.id)
    return { conversation: conversation.id, followers: all.filter(({ id }) => mayHear(directory().agent(id), conversation)) }
  }

  return {
    list: async (who: Helping): Promise<News[]> => (await rows.of(who.id)).filter(isFor).map(viewOf),

    async see(who: Helping, conversation: string | null) {
      await rows.see(who.id, conversation, now())
      announce.tell(personRoom(who.id), 'news:seen', { conversation })
    },

    async followers(who: Helping, id: string): Promise<Followers> {
      return followersOf(visibleTo(who, await conversations.read(id)))
    },

    async follow(who: Helping, conversation: string, following: boolean): Promise<Followers> {
      const followed = visibleTo(who, await conversations.read(conversation))
      const { id } = followed
      await rows.follow(id, who.id, following, now())
      const followers = await followersOf(followed)
      announce.tell(internalRoom(id), 'followers:changed', followers)
      return followers
    },

    /** Hears what was kept. */
    kept(changes: Change[]): void {
      const places = changes.flatMap(({ conversation, entries }) =>
        entries
          .filter((entry) => namedIn(entry, conversation).length > 0 || followersHear(entry, conversation) !== null)
          .map(({ lane, seq }) => ({ conversation: conversation.id, lane, seq })),
      )
      if (places.length > 0) void tell(places).catch((error: unknown) => onBug(error, 'news'))
    },

    forget: () => rows.forget(now()),
  }
}

function viewOf({ agent: _, conversation, byName, by, ...kept }: KeptNews): News {
  const { id, number, requester, requesterName, ticket } = conversation
  const name = by === requester ? requesterName : by === clockId ? '' : (byName ?? '')
  return { ...kept, conversation: id, number, requester: requesterName, subject: ticket.subject, by: name }
}
