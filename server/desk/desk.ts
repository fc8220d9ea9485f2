import type { MergedFrom } from '../../shared/bonds.ts'
import type { Conversation } from '../../shared/conversation.ts'
import { type Entry, isPublic, type Lane } from '../../shared/entry.ts'
import { suggestedGuides } from '../../shared/guide-fit.ts'
import type { Helping, Named, Requesting } from '../../shared/people.ts'
import type { Act, AgentSnapshot, Cursor, GuideOffered, Left, RequesterSnapshot, Snapshot } from '../../shared/protocol/conversation.ts'
import type { Place } from '../../shared/queue.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Visible } from '../../shared/visible.ts'
import { may, visibleTo } from './access.ts'
import type { Announcer, Change, GuideAtHand, Step } from './ports.ts'
import { publicRoom } from './rooms.ts'
import { visibleFrom } from './tickets/transcript.ts'

export type Caller = Requesting | Helping

/** What the desk asks of the outside world. */
export interface DeskPorts {
  conversations: {
    change(step: Step): Promise<Change>
    read(id: string): Promise<Conversation | null>
    /** Whose it is, which never changes; undefined where that must be looked up. */
    requesterOf(id: string): string | undefined
  }
  entries: {
    /** Where a conversation stands, and all that whoever opens it sees, in one go; null if there is none. */
    look(conversation: string, limit: number, internal: boolean): Promise<Look | null>
    page(conversation: string, before: number, limit: number, internal: boolean): Promise<Page>
    since(conversation: string, since: Record<Lane, number>, limit: number, internal: boolean): Promise<Page>
  }
  cursors: {
    /** Only forward; gathers what comes in quick succession. */
    move(conversation: string, moved: Cursor): Promise<void>
  }
  people: {
    names(ids: string[]): Promise<Named[]>
    requester(id: string): Promise<(Named & { email: string | null; verified: boolean; present: boolean }) | null>
  }
  place(conversation: Conversation): Promise<Place | null>
  /** Those that are published. */
  guides(): readonly GuideAtHand[]
  announce: Announcer
}

export interface Page {
  entries: Entry[]
  more: boolean
}

/** What one look at a conversation finds. What comes after the state was read may lie in the rest already. */
export interface Look {
  state: Conversation
  /** The newest page. */
  page: Page
  marks: Cursor[]
  /** All public entries but what was said. */
  milestones: Entry[]
  /** Those that go on in it, of the same requester. */
  merged: MergedFrom[]
}

const pageSize = 60
const catchUpSize = 500

export type Desk = ReturnType<typeof createDesk>

/** The help desk itself: everything a person can do with a conversation, in the words people use for it. */
export function createDesk(ports: DeskPorts) {
  const { conversations, entries, cursors, people, announce } = ports

  async function seen(who: Caller, id: string) {
    return visibleTo(who, await conversations.read(id))
  }

  return {
    /** Does something; answers once it is kept. */
    async act(who: Caller, conversation: string, id: string, act: Act): Promise<Left> {
      const { left } = await conversations.change({ conversation, who, act, id })
      return { left }
    },

    /** Whether this person may hear of the conversation at all; refuses otherwise. */
    async check(who: Caller, id: string): Promise<void> {
      if (conversations.requesterOf(id) !== who.id) await seen(who, id)
    },

    /** Where the conversation stands, with its newest page. Asked after subscribing, so that nothing falls between. */
    async open(who: Caller, id: string): Promise<Snapshot> {
      const look = await entries.look(id, pageSize, who.kind === 'agent')
      const state = visibleTo(who, look?.state ?? null)
      const known = upTo(state.last, look ?? refuse('not-found'))
      return who.kind === 'agent' ? agentSnapshot(known, who) : requesterSnapshot(known, who)
    },

    /** Older entries. */
    async page(who: Caller, id: string, before: number): Promise<Page> {
      await seen(who, id)
      return entries.page(id, before, pageSize, who.kind === 'agent')
    },

    /** What came after the numbers one has. */
    async catchUp(who: Caller, id: string, since: Record<Lane, number>): Promise<Page> {
      await seen(who, id)
      return entries.since(id, since, catchUpSize, who.kind === 'agent')
    },

    /** This far it reached me, this far I saw it. Those who only look on leave no mark that the requester could see. */
    async mark(
      who: Caller,
      id: string,
      { delivered = 0, seen: seenUpTo = 0 }: { delivered?: number | undefined; seen?: number | undefined },
    ) {
      const conversation = await seen(who, id)
      const most = conversation.last.public
      const cursor = { person: who.id, delivered: Math.min(Math.max(delivered, seenUpTo), most), seen: Math.min(seenUpTo, most) }
      await cursors.move(id, cursor)
      if (speaksIn(conversation, who)) announce.tell(publicRoom(id), 'cursor:moved', { conversation: id, ...cursor })
    },

    /** Somebody is writing to the others. */
    async type(who: Caller, id: string) {
      const conversation = await seen(who, id)
      if (speaksIn(conversation, who)) announce.tell(publicRoom(id), 'person:typing', { conversation: id, person: who.id })
    },
  }

  async function agentSnapshot({ state, page, marks, ...look }: Look, who: Helping): Promise<AgentSnapshot> {
    const [requester, names, merged] = await Promise.all([
      people.requester(state.requester),
      people.names([...idsIn(state, page.entries)]),
      readable(who, look.merged),
    ])
    return {
      audience: 'agent',
      state,
      requester: requester ?? { id: state.requester, name: state.requesterName, email: null, verified: state.verified, present: false },
      names,
      cursors: marks,
      ...(merged.length > 0 && { merged }),
      ...page,
    }
  }

  /** Those of other teams stay with these. */
  async function readable(who: Helping, merged: MergedFrom[]): Promise<MergedFrom[]> {
    const states = await Promise.all(merged.map((one) => conversations.read(one.conversation)))
    return merged.filter((_, at) => {
      const state = states[at]
      return state && may(who, 'read', state)
    })
  }

  async function requesterSnapshot(look: Look, who: Requesting): Promise<RequesterSnapshot> {
    const { state: conversation, page, marks, merged } = look
    const state = visibleOf(look)
    const speakers = new Set([who.id, state.agent?.id, ...state.joined.map(({ id }) => id)])
    const place = conversation.status === 'waiting' ? await ports.place(conversation) : null
    const guides = conversation.agent || conversation.status === 'ended' ? [] : guidesFor(look, ports.guides())
    return {
      audience: 'requester',
      state,
      cursors: marks.filter(({ person }) => speakers.has(person)),
      place,
      ...(guides.length > 0 && { guides }),
      ...(merged.length > 0 && { merged }),
      ...page,
    }
  }
}

/** The few guides that fit what he wrote, of those that he may go through alone. */
function guidesFor({ state: { requester, language }, page }: Look, guides: readonly GuideAtHand[]): GuideOffered[] {
  const said = page.entries.flatMap((entry) => (entry.kind === 'said' && entry.by === requester ? [entry.body?.text ?? ''] : []))
  const alone = guides.filter(({ content }) => content.alone).map(({ id, content }) => ({ ...content, id }))
  const isForeign = (guide: { language: string }) => (language && guide.language !== language ? 1 : 0)
  return suggestedGuides(alone, said.join(' '))
    .sort((one, other) => isForeign(one) - isForeign(other))
    .slice(0, 3)
    .map(({ id, name, steps }) => ({ id, name, steps: steps.length }))
}

// Folded from public entries alone, never cut out of the agents' state; what was said changes nothing but the number.
function visibleOf({ state: { last }, milestones }: Look): Visible {
  const state = visibleFrom(milestones.filter(isPublic), last.public)
  if (!state) throw new Error('A conversation without its first entry')
  return state
}

/** The rest of a look may know more than its state; what it does not know yet is heard of by itself. */
const upTo = (last: Record<Lane, number>, { page, milestones, ...look }: Look): Look => ({
  ...look,
  page: { ...page, entries: page.entries.filter(({ lane, seq }) => seq <= last[lane]) },
  milestones: milestones.filter(({ lane, seq }) => seq <= last[lane]),
})

/** Whether what this person does here is for the requester to know. */
const speaksIn = ({ requester, agent, joined }: Conversation, who: Caller) => [requester, agent, ...joined].includes(who.id)

function idsIn({ agent, joined, ticket, offer }: Conversation, entries: Entry[]): Set<string> {
  const ids = [agent, offer?.agent, ticket.communicationOwner, ticket.workOwner, ...joined]
  for (const entry of entries) {
    ids.push(entry.by, 'agent' in entry ? entry.agent : null)
    if (entry.kind === 'noted') ids.push(entry.to ?? null, ...(entry.mentions ?? []))
  }
  return new Set(ids.filter((id) => typeof id === 'string'))
}
