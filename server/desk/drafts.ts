import type { Conversation } from '../../shared/conversation.ts'
import type { Entry, Lane } from '../../shared/entry.ts'
import type { Helping } from '../../shared/people.ts'
import type { Draft } from '../../shared/protocol/draft.ts'
import type { Heard } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'
import { may, visibleTo } from './access.ts'
import { coalesce } from './coalescing.ts'
import type { Caller } from './desk.ts'
import { isOutOfReach } from './line/out-of-reach.ts'
import type { Announcer, Change } from './ports.ts'
import { personRoom } from './rooms.ts'

/** Words that are in the timeline now, and by whom. */
export interface Sent {
  person: string
  conversation: string
  lane: Lane
  text: string
  at: string
}

export interface DraftRows {
  of(person: string): Promise<{ drafts: Draft[]; more: boolean }>
  /** How the draft stands afterwards, and whether it was this that changed it. */
  keep(person: string, wanted: Heard<'drafts:keep'>, at: Date): Promise<{ draft: Draft; isNew: boolean }>
  /** Empties the drafts whose words were sent after they had been kept, and returns them with whose they are. */
  empty(sent: Sent[], at: Date): Promise<{ person: string; draft: Draft }[]>
}

interface DraftPorts {
  conversations: { read(id: string): Promise<Conversation | null> }
  rows: DraftRows
  announce: Announcer
  now(): Date
  onBug(error: unknown, where: string): void
}

export type Drafts = ReturnType<typeof createDrafts>

/** What agents write and have not sent. Nobody but their writer ever gets them. */
export function createDrafts({ conversations, rows, announce, now, onBug }: DraftPorts) {
  const tell = (person: string, draft: Draft) => announce.tell(personRoom(person), 'draft:kept', draft)
  const sent: Sent[] = []
  // Whoever sends a message empties its draft himself: this is for those who did not get to it, and costs the others nothing.
  const emptying = coalesce<'all'>(emptyEveryMs, emptyAll, (error) => {
    if (!isOutOfReach(error)) onBug(error, 'drafts')
  })

  async function emptyAll() {
    for (const { person, draft } of await rows.empty(sent.splice(0), now())) tell(person, draft)
  }

  return {
    /** His own words come back to their writer even where he has lost sight of the conversation since. */
    list: (who: Caller) => rows.of(writer(who).id),

    /** Keeps what is written where it may be said; what is emptied need not be allowed. */
    async keep(who: Caller, wanted: Heard<'drafts:keep'>): Promise<Draft> {
      const agent = writer(who)
      const conversation = visibleTo(agent, await conversations.read(wanted.conversation))
      const verb = wanted.lane === 'public' ? 'speak' : 'note'
      if ((wanted.text || wanted.aside.length > 0) && !may(agent, verb, conversation)) refuse('not-owner')
      const { draft, isNew } = await rows.keep(agent.id, wanted, now())
      if (isNew) tell(agent.id, draft)
      return draft
    },

    /** Hears what was committed: what was sent is no draft any more. */
    followed(changes: Change[]): void {
      sent.push(...changes.flatMap(sentIn))
      if (sent.length > 0) emptying.ask('all')
    },

    stop: () => emptying.stop(),
  }
}

const emptyEveryMs = 250

function writer(who: Caller): Helping {
  return who.kind === 'agent' ? who : refuse('not-allowed')
}

function sentIn({ conversation, entries }: Change): Sent[] {
  return entries.flatMap((entry) => {
    const text = wordsOf(entry)
    return text && entry.by !== conversation.requester
      ? [{ person: entry.by, conversation: conversation.id, lane: entry.lane, text, at: entry.at }]
      : []
  })
}

const wordsOf = (entry: Entry) => (entry.kind === 'said' || entry.kind === 'noted' ? entry.body?.text : undefined)
