import type { Bond } from './bonds.ts'
import type { CallChannel } from './call.ts'
import type { Found, Wanted } from './consent.ts'
import type { Brief } from './escalation.ts'
import type { AttachedFile } from './files.ts'
import type { End, GuideContent, Outcome } from './guide.ts'
import type { StepOutcome } from './guide-run.ts'
import type { Speaker } from './silence.ts'
import type { Need } from './skills.ts'
import type { Target } from './target.ts'
import type { Code, Impact, Urgency } from './ticket.ts'

/** How a contact reached us. */
export type Channel = 'chat' | 'message' | CallChannel

/** Where a conversation may be sent. */
export type Destination = { team: string } | { agent: string }

/** Why a line did not keep somebody: too many wait in it already, or he waited too long. */
export type Crowding = 'line-full' | 'waited-too-long'

/** Why somebody goes on waiting in the line of another team, by its settings. */
export type Moving = Crowding | 'overflow' | 'nobody-here'

/** Why one agent was chosen and the others were not; kept with each decision. */
export interface Reasons {
  rule: string
  chosen: { agent: string; load: number; capacity: number; idleSeconds: number }
  /** How many could have got it, of whom the chosen one was the first. */
  able?: number
  /** It was kept for the chosen one, whom the requester knows. */
  kept?: true
  others: { agent: string; why: string }[]
}

/** What somebody wrote, and the files that go along; with files, the text may be empty. */
export interface Wording {
  text: string
  files?: AttachedFile[]
}

/** What a requester answered to something that the desk asks besides, under the words in which it asked. */
export interface Answer {
  label: string
  text: string
}

/**
 * What an act leaves behind in the timeline. `body` holds what people wrote and what they are called:
 * it lies beside the entry, may be erased, and is null once it was.
 */
export type Trace = (PublicTrace | InternalTrace) & Pick<Stamp, 'late'>

/** What everyone in the conversation sees. */
export type PublicTrace =
  | {
      kind: 'opened'
      number: number
      team: string
      topic: string | null
      channel: Channel
      requester: string
      verified: boolean
      /** `line`: waits for a person. `message`: nobody was there, or a message was wanted. `call`: an agent wrote it down. */
      entrance: 'line' | 'message' | 'call'
      /** In which the requester reads, such as `de`. */
      language?: string
      body: { name: string; email: string | null; subject: string; answers?: Answer[] } | null
    }
  /** `news`: written once for everybody of an incident; whose turn it is here stays as it is. */
  | { kind: 'said'; news?: true; body: Wording | null }
  /** What the requester said on the phone or at the counter, in the words of the agent who wrote it down. */
  | { kind: 'told'; body: { text: string } | null }
  | {
      kind: 'assigned'
      agent: string
      how: 'offer' | 'automatic' | 'take' | 'transfer' | 'take-over' | 'reopen' | 'call'
      body: { name: string } | null
    }
  | { kind: 'joined'; agent: string; body: { name: string } | null }
  | { kind: 'stepped-out'; agent: string }
  | { kind: 'queued'; team: string; why: 'transferred' | 'agent-lost' | 'agent-silent' | 'agent-disabled' | 'reopened' | Moving }
  /** `silent`: the clock did it, since the requester had fallen silent. With `until`, it goes on by itself then. */
  | { kind: 'held'; why?: 'silent'; until?: string; body?: { reason: string } | null }
  | { kind: 'resumed' }
  /** The requester fell silent, and was asked whether he is still there. */
  | { kind: 'nudged' }
  /** `callBack`: somebody comes back to him, rather than answering in writing. */
  | { kind: 'message-left'; why: 'wish' | 'absent' | 'nobody-here' | Crowding; callBack?: true }
  | { kind: 'abandoned' }
  | { kind: 'ended'; why: 'requester' | 'agent' | 'silent' | 'call' }
  /** The call was logged by mistake. */
  | { kind: 'call-undone' }
  | { kind: 'reopened' }
  /** Who does the work now: somebody of a team, the team as a whole, or again whoever talks to the requester. `name` is his or its. */
  | { kind: 'work-passed'; team: string | null; agent: string | null; body: { name: string } | null }
  /** The requester hears from us by then. */
  | { kind: 'promised'; until: string; body: { text: string } | null }
  | { kind: 'promise-kept'; until: string }
  | { kind: 'promise-withdrawn'; until: string }
  | { kind: 'rated'; stars: 1 | 2 | 3 | 4 | 5; body: { comment: string } | null }
  | { kind: 'resolved'; code: Code; body: { resolution: string } | null }
  | { kind: 'closed' }
  /** A guide lies before the requester, as it was published: whoever began with it goes on with it, whatever becomes of it. */
  | { kind: 'guide-started'; run: string; guide: string; edition: number; content: GuideContent }
  /** `next` is the step that follows; null where that was the last. */
  | {
      kind: 'step-taken'
      run: string
      step: string
      outcome: StepOutcome
      choice?: string
      next: string | null
      body: { title: string; answer?: string } | null
    }
  /** The step taken last was answered wrongly, or is to be looked at once more: it counts no longer. */
  | { kind: 'step-back'; run: string; next: string }
  /** A step of an agent's own, which the guide does not have. */
  | { kind: 'step-added'; run: string; step: string; body: { title: string; text: string; command: string } | null }
  | { kind: 'guide-stuck'; run: string; step: string; body: { title: string; text: string } | null }
  | { kind: 'guide-ended'; run: string; how: End | 'stopped' }
  /** "Do you agree?" The requester sees all of what he is asked for. */
  | { kind: 'consent-asked'; consent: string; wanted: Wanted }
  /** He agreed; of diagnostics, this is what he told. */
  | { kind: 'consent-given'; consent: string; body: { report: Found[] } | null }
  | { kind: 'consent-refused'; consent: string }
  /** The question was taken back, or the tool was closed again, with what came of it. */
  | { kind: 'consent-ended'; consent: string; body: { result: string } | null }
  /** An article lies before the requester, as it was published then. */
  | { kind: 'article-sent'; article: string; edition: number; body: { title: string } | null }
  /** Whether it helped, as the requester says; his last answer counts. */
  | { kind: 'article-answered'; article: string; helped: boolean; body: { title: string } | null }
  /** Many have the same trouble, and it is known: what there is to tell comes to all of them. `edition` is the news that was known by then. */
  | { kind: 'incident-joined'; incident: string; edition: number; body: { title: string } | null }
  | { kind: 'incident-left'; incident: string }
  /** It goes on in another conversation of the same requester, which has this number. */
  | { kind: 'merged'; into: string; number: number; wasOpen?: true }
  | { kind: 'unmerged'; into: string }
  /** News for all of them comes next, from this agent. `over`: the last. */
  | { kind: 'incident-news'; incident: string; edition: number; agent: string; over?: true; body: { title: string; name: string } | null }

/** What agents alone see. */
export type InternalTrace =
  /**
   * With `to`, a whisper: meant for that agent above all. `mentions`: colleagues it names, called `as` when it was written. `advice`:
   * of the thread with this id, in which a colleague is asked for advice; the one with `to` asks.
   */
  | { kind: 'noted'; to?: string; mentions?: string[]; advice?: string; body: (Wording & { as?: string[] }) | null }
  | { kind: 'offered'; offer: string; agent: string; until: string; why: Reasons }
  | { kind: 'declined'; offer: string; agent: string; body: { reason: string } | null }
  | { kind: 'expired'; offer: string; agent: string }
  | { kind: 'withdrawn'; offer: string; agent: string; why: 'taken' | 'left' | 'agent-away' | 'agent-lost' | 'agent-disabled' | 'moved' }
  /** `hand-over`: with all that was his, at the end of a shift. */
  | { kind: 'transferred'; from: string | null; to: Destination; how?: 'hand-over'; body: { comment: string } | null }
  | { kind: 'lost'; agent: string; why: 'gone' | 'disabled' | 'silent' }
  /** An agent said whose turn it is to speak, whoever spoke last. */
  | { kind: 'awaited'; of: Speaker }
  /** The agent has not answered for long; he was told, or those who watch over him were. */
  | { kind: 'warned'; agent: string; whom: 'agent' | 'supervisors' }
  /** The work was sent to another team, with what it must know. */
  | { kind: 'escalated'; team: string; body: Brief | null }
  /** "Will you come into this chat?" */
  | { kind: 'asked-in'; ask: string; agent: string; until: string }
  | { kind: 'ask-over'; ask: string; agent: string; how: 'joined' | 'declined' | 'expired' | 'withdrawn'; body?: { reason: string } | null }
  /** The team sent the work back: this is missing. */
  | { kind: 'work-returned'; body: { missing: string } | null }
  | { kind: 'work-recalled' }
  /** The time of what was promised is close: whoever owes it was reminded. */
  | { kind: 'promise-near'; until: string }
  /** Its time is over: those who supervise were told. */
  | { kind: 'promise-broken'; until: string }
  /** The time of a target is nearly over: whoever has the ticket was warned. */
  | { kind: 'target-near'; target: Target; until: string }
  /** It was over then: those who supervise were told. */
  | { kind: 'target-missed'; target: Target; until: string }
  /** Whoever knows the requester gets it first: until then, and while he is available. */
  | { kind: 'kept-for'; agent: string; why: 'named' | 'last'; until: string }
  /** Nobody came who was wanted: from now on anybody who can may take it. */
  | { kind: 'widened'; past: 'agent' | 'skills' }
  /** The requester is one whom the desk must not keep waiting. */
  | { kind: 'favoured' }
  | { kind: 'went-absent' }
  | { kind: 'came-back' }
  | {
      kind: 'classified'
      category?: string | null
      categoryId?: string | null
      impact?: Impact
      urgency?: Urgency
      needs?: Need[]
      body: { subject?: string } | null
    }
  /** The work goes on, or waits, after the talking is over. */
  | { kind: 'progressed'; status: 'new' | 'in-progress' | 'on-hold' }
  /** Somebody else has the ticket, of which nobody talks now. */
  | { kind: 'reassigned'; from: string | null; to: Destination; how?: 'hand-over'; body: { comment: string } | null }
  /** It repeats that conversation; or it is a part of it, or caused by it. */
  | { kind: 'linked'; to: string; as?: Bond }
  | { kind: 'unlinked'; to: string; as: Bond }
  | { kind: 'spent'; minutes: number }
  /** Something was tried without a guide; `about` is the public number of the message that tells of it. */
  | { kind: 'tried'; about?: number; outcome: Outcome; body: { what: string } | null }
  /** What a message told of, or what that internal entry wrote down, was no step after all. */
  | { kind: 'untried'; about?: number; tried?: number }
  | { kind: 'logged'; upTo: Record<Lane, number>; sha256: string }

export type Lane = 'public' | 'internal'

/**
 * Notes are numbered apart from what the requester sees: a shared numbering would leave holes,
 * and a hole tells the requester that agents are whispering.
 */
const publicKinds: Record<PublicTrace['kind'], true> = {
  opened: true,
  said: true,
  told: true,
  assigned: true,
  joined: true,
  'stepped-out': true,
  queued: true,
  held: true,
  resumed: true,
  nudged: true,
  'message-left': true,
  abandoned: true,
  ended: true,
  'call-undone': true,
  reopened: true,
  'work-passed': true,
  promised: true,
  'promise-kept': true,
  'promise-withdrawn': true,
  rated: true,
  resolved: true,
  closed: true,
  'guide-started': true,
  'step-taken': true,
  'step-back': true,
  'step-added': true,
  'guide-stuck': true,
  'guide-ended': true,
  'consent-asked': true,
  'consent-given': true,
  'consent-refused': true,
  'consent-ended': true,
  'article-sent': true,
  'article-answered': true,
  merged: true,
  unmerged: true,
  'incident-joined': true,
  'incident-left': true,
  'incident-news': true,
}

/** The lane a trace belongs to. */
export const laneOf = (trace: Pick<Trace, 'kind'>): Lane => (trace.kind in publicKinds ? 'public' : 'internal')

/** Where and by whom a trace was written down. `at` is ISO 8601 in UTC, the server's time. */
export interface Stamp {
  seq: number
  at: string
  by: string
  /** The client's id of the act that left this entry; absent where the clock acted without one. */
  act?: string
  /** How many seconds after its time the clock did it, where that was long: the desk stood still. */
  late?: number
}

export type PublicEntry = PublicTrace & Stamp & { lane: 'public' }

/** `after` is the public number that an internal entry follows, so that agents see one order. */
export type InternalEntry = InternalTrace & Stamp & { lane: 'internal'; after: number }

/** One line of a conversation's timeline. Entries are only ever added, never changed. */
export type Entry = PublicEntry | InternalEntry

export const isPublic = (entry: Entry): entry is PublicEntry => entry.lane === 'public'
