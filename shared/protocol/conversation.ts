import { z } from 'zod'
import { bonds, type MergedFrom } from '../bonds.ts'
import { diagnosticItems } from '../consent-lists.ts'
import type { Conversation } from '../conversation.ts'
import type { Entry, Lane } from '../entry.ts'
import { mostFiles } from '../files.ts'
import { outcomes } from '../guide.ts'
import type { Named } from '../people.ts'
import type { Place } from '../queue.ts'
import { levels } from '../skills.ts'
import type { Visible } from '../visible.ts'
import { code, count, id, level, seq, text, words } from './words.ts'

/** What a conversation asks of its agent: at least so much of a skill, from 1 to 5. */
export const needs = z.array(z.strictObject({ skill: words(40), level: z.literal(levels), required: z.boolean() })).max(10)

/** Files that were sent before to `/api/conversations/{id}/files/{id}`. With one at least, the text may be empty. */
const files = z.array(id).min(1).max(mostFiles).optional()

/** Its writer was told that something in it looks secret, and says that it is not: no mask is laid over it, where the desk allows that. */
const asIs = z.literal(true).optional()

const isNotNothing = (written: { text: string; files?: string[] | undefined }) => written.text !== '' || written.files !== undefined

/** Which run of a guide, and after how many moves: what was asked elsewhere meanwhile is not done twice. */
const place = { run: id, turn: count }
const outcome = z.enum(outcomes)

/** What a person may do in a conversation. Each act comes with an id of the client's, so that saying it twice does it once. */
export const act = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    topic: id.nullable(),
    text: words(4000),
    asIs,
    /** To what the desk asks besides (`look.fields` at its door), by the field's id; `label` is what its reader saw above it. */
    answers: z
      .array(z.strictObject({ field: id, label: text(120), text: text(120) }))
      .max(10)
      .optional(),
    /** `message` leaves a message where nobody is there, or where the requester prefers it. */
    entrance: z.enum(['line', 'message']),
    /** With a message: somebody is to come back, rather than to answer in writing; where the team does so. */
    callBack: z.literal(true).optional(),
    /** In which the requester reads, such as `de`: whoever writes in it comes first. */
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional(),
    /** "Me too": a message that belongs to this known incident from its first moment. Its id is made of both ids, so that nobody says so twice. */
    incident: id.optional(),
    /** With a message: a published guide that its requester goes through by himself at once. */
    guide: id.optional(),
  }),
  z.strictObject({ kind: z.literal('say'), text: text(4000), files, asIs }).refine(isNotNothing),
  /** `mentions`: colleagues whom it names, by what they are called in it. Those who may not read it hear nothing. */
  z
    .strictObject({
      kind: z.literal('note'),
      text: text(4000),
      files,
      asIs,
      mentions: z
        .array(z.strictObject({ agent: id, as: words(120) }))
        .max(10)
        .optional(),
    })
    .refine(isNotNothing),
  /** Asks a colleague, who may read along from then on, in a thread that agents alone see. The thread is called by the id of this act. */
  z.strictObject({ kind: z.literal('ask-advice'), agent: id, text: words(2000) }),
  /** A word in such a thread. */
  z.strictObject({ kind: z.literal('advise'), advice: id, text: words(2000) }),
  /** A note that is meant for the agent who has the chat; no requester hears of it. */
  z.strictObject({ kind: z.literal('whisper'), text: words(1000) }),
  z.strictObject({ kind: z.literal('leave') }),
  /** `callBack`: somebody is to come back, rather than to answer in writing; where the team does so. */
  z.strictObject({ kind: z.literal('leave-message'), callBack: z.literal(true).optional() }),
  /** It is a part of that ticket, or caused by that problem: of each there is one at most. */
  z.strictObject({ kind: z.literal('link'), to: id, as: z.enum(bonds) }),
  z.strictObject({ kind: z.literal('unlink'), as: z.enum(bonds) }),
  /** It goes on in another ticket of the same requester; both are read as one. Nobody may talk in it any more. */
  z.strictObject({ kind: z.literal('merge'), into: id }),
  z.strictObject({ kind: z.literal('unmerge') }),
  /** It has the same cause as that known incident. A requester who waits leaves the line with it. */
  z.strictObject({ kind: z.literal('join-incident'), incident: id }),
  z.strictObject({ kind: z.literal('leave-incident') }),
  /** A message was left, and now its requester wants a person after all. */
  z.strictObject({ kind: z.literal('ask-person') }),
  z.strictObject({ kind: z.literal('accept'), offer: id }),
  z.strictObject({ kind: z.literal('decline'), offer: id, reason: text(200) }),
  z.strictObject({ kind: z.literal('take') }),
  z.strictObject({ kind: z.literal('take-over') }),
  z.strictObject({ kind: z.literal('join') }),
  z.strictObject({ kind: z.literal('step-out') }),
  /** To a colleague or a team. Where nobody talks any more, or not yet, the ticket alone changes hands. */
  z.strictObject({
    kind: z.literal('transfer'),
    to: z.union([z.strictObject({ team: id }), z.strictObject({ agent: id })]),
    comment: text(1000),
  }),
  /** Both sides read the reason. With `until`, the chat goes on by itself then; when the requester writes, it goes on at once. */
  z.strictObject({ kind: z.literal('hold'), reason: text(200).optional(), until: z.iso.datetime().optional() }),
  z.strictObject({ kind: z.literal('resume') }),
  /** Says whose turn it is to speak, whoever spoke last: the requester's, or the agents'. */
  z.strictObject({ kind: z.literal('await'), of: z.enum(['requester', 'agent']) }),
  /** The work goes to another team; whoever talks to the requester goes on doing so. With `agent`, he is asked to come into the chat. */
  z.strictObject({
    kind: z.literal('escalate'),
    team: id,
    brief: z.strictObject({ symptom: words(2000), impact: text(300), environment: text(1000), steps: text(4000), ask: words(1000) }),
    agent: id.optional(),
  }),
  /** One of the team is asked to come into the chat. He accepts or declines it as he does an offer. */
  z.strictObject({ kind: z.literal('ask-in'), agent: id }),
  /** One of the team begins with what was sent to it. */
  z.strictObject({ kind: z.literal('take-work') }),
  /** Back among the work of the team. */
  z.strictObject({ kind: z.literal('release-work') }),
  /** Back to whoever talks to the requester, with what is missing. */
  z.strictObject({ kind: z.literal('return-work'), missing: words(1000) }),
  /** It was sent by mistake: as long as nobody has begun. */
  z.strictObject({ kind: z.literal('recall-work') }),
  /** "You hear from us by then": it takes the place of what was promised before. `text` says what about. */
  z.strictObject({ kind: z.literal('promise'), until: z.iso.datetime(), text: text(300) }),
  /** What was promised was given. What an agent writes after the talking is over, or once the time is close, says so by itself. */
  z.strictObject({ kind: z.literal('keep-promise') }),
  z.strictObject({ kind: z.literal('withdraw-promise') }),
  z.strictObject({ kind: z.literal('end') }),
  z.strictObject({ kind: z.literal('reopen') }),
  z.strictObject({ kind: z.literal('rate'), stars: z.literal([1, 2, 3, 4, 5]), comment: text(2000) }),
  z.strictObject({
    kind: z.literal('classify'),
    /** A category of the tree, by its id or its whole path (`Network / VPN`); null for none. */
    category: text(300).nullable().optional(),
    impact: level.optional(),
    urgency: level.optional(),
    subject: words(200).optional(),
    /** What whoever gets it must know, in place of what its topic says. */
    needs: needs.optional(),
  }),
  z.strictObject({
    kind: z.literal('resolve'),
    code,
    resolution: text(4000),
    /** With the code `duplicate`: the conversation that this one repeats. */
    duplicateOf: id.optional(),
    /** What the agent spent on it. */
    minutes: z.int().min(1).max(1440).optional(),
  }),
  /** How the work stands after the talking is over; while it runs, the same as `hold` and `resume`. */
  z.strictObject({ kind: z.literal('progress'), status: z.enum(['new', 'in-progress', 'on-hold', 'closed']) }),
  /** Lays a guide before the requester. The run is called by the id of this act. */
  z.strictObject({ kind: z.literal('start-guide'), guide: id }),
  /** What came of the present step: an outcome, or an answer of the step's own. */
  z.strictObject({
    kind: z.literal('answer-step'),
    ...place,
    answer: z.union([outcome, z.strictObject({ choice: z.string().max(40) })]),
  }),
  /** The agent leaves the present step out. */
  z.strictObject({ kind: z.literal('skip-step'), ...place, reason: words(200) }),
  /** Back to the step taken last, which counts no longer. */
  z.strictObject({ kind: z.literal('step-back'), ...place }),
  /** The requester does not get on. */
  z.strictObject({ kind: z.literal('be-stuck'), ...place, text: text(500) }),
  /** A step of the agent's own, before the present one. */
  z.strictObject({ kind: z.literal('add-step'), ...place, title: words(160), text: text(2000), command: text(500) }),
  /** Ends a guide before its end. */
  z.strictObject({ kind: z.literal('stop-guide'), run: id }),
  /** Whether an article that was sent helped its requester. Said again, the last answer counts. */
  z.strictObject({ kind: z.literal('answer-article'), article: id, helped: z.boolean() }),
  /** A step that was taken without a guide; `about` is the public number of the message that tells of it. */
  z.strictObject({ kind: z.literal('log-step'), what: words(160), outcome, about: seq.optional() }),
  /** It was no step after all: what this message tells of, or what was logged as this internal entry. */
  z
    .strictObject({ kind: z.literal('unlog-step'), about: seq.optional(), tried: seq.optional() })
    .refine(({ about, tried }) => (about === undefined) !== (tried === undefined), 'Either of them'),
  /** Asks the requester to agree: to telling what his browser knows and whether addresses are reached, or to a tool of the list. */
  z.strictObject({ kind: z.literal('ask-consent'), wanted: z.union([z.literal('diagnostics'), z.strictObject({ tool: words(60) })]) }),
  /** He agrees. What he tells is what he left in, under the words in which he saw it. */
  z.strictObject({
    kind: z.literal('give-consent'),
    consent: id,
    report: z
      .array(
        z.strictObject({
          item: z.union([z.enum(diagnosticItems), z.templateLiteral(['probe-', z.int().min(0).max(9)])]),
          label: words(120),
          text: words(600),
        }),
      )
      .max(17),
  }),
  z.strictObject({ kind: z.literal('refuse-consent'), consent: id }),
  /** The agent takes his question back; or the tool is closed, with what came of it. */
  z.strictObject({ kind: z.literal('end-consent'), consent: id, outcome: outcome.optional(), result: text(200).optional() }),
])
export type Act = z.infer<typeof act>

export const conversationQuestions = {
  /** Subscribe, and get where the conversation stands with its newest page. The same call brings a client back. */
  'conversation:open': z.strictObject({ conversation: id }),
  /** Older entries, from before a public number; the internal ones that lie between come along for agents. */
  'conversation:page': z.strictObject({ conversation: id, before: seq }),
  /** What came after the numbers one has, oldest first, at most 500; `more` says to ask again. */
  'conversation:catch-up': z.strictObject({ conversation: id, public: seq, internal: seq }),
  /** Do something. Answered after the commit; the same id again is answered the same and leaves nothing. */
  'conversation:act': z.strictObject({ conversation: id, id, act }),
  /** Everything up to this public number reached a device, or was seen by the person. Only moves forward. */
  'conversation:mark': z.strictObject({ conversation: id, delivered: seq.optional(), seen: seq.optional() }),
  /** I am writing. Forgotten after a few seconds. Never sent for notes. */
  'conversation:type': z.strictObject({ conversation: id }),
  /** Stop hearing of this conversation. */
  'conversation:close': z.strictObject({ conversation: id }),
}

/** How far each person's devices got a conversation, and how far the person saw it. */
export interface Cursor {
  person: string
  delivered: number
  seen: number
}

/** A guide that a requester may go through while nobody is there yet. */
export interface GuideOffered {
  id: string
  name: string
  steps: number
}

export interface Page {
  entries: Entry[]
  /** Whether older entries exist. */
  more: boolean
}

/** What is read together with a conversation. */
interface AsOne extends Page {
  /** Those that go on in this one, as far as whoever reads it may see them; absent where there are none. */
  merged?: MergedFrom[]
}

/** A conversation as a requester gets it: public entries only. */
export interface RequesterSnapshot extends AsOne {
  audience: 'requester'
  state: Visible
  cursors: Cursor[]
  place: Place | null
  /** Guides that fit what he wrote, as long as nobody helps him; absent where there are none. */
  guides?: GuideOffered[]
}

/** A conversation as an agent gets it. */
export interface AgentSnapshot extends AsOne {
  audience: 'agent'
  state: Conversation
  requester: Named & { email: string | null; verified: boolean; present: boolean }
  names: Named[]
  cursors: Cursor[]
}

export type Snapshot = RequesterSnapshot | AgentSnapshot

/** The entries an act left, by lane and number. */
export interface Left {
  left: { lane: Lane; seq: number }[]
}

export interface ConversationAnswers {
  'conversation:open': Snapshot
  'conversation:page': Page
  'conversation:catch-up': Page
  'conversation:act': Left
  'conversation:mark': null
  'conversation:type': null
  'conversation:close': null
}

export interface ConversationAnnouncements {
  /** New entries, in order, of one lane. */
  'entries:added': (news: { conversation: string; lane: Lane; entries: Entry[] }) => void
  /** Somebody received or saw more. */
  'cursor:moved': (news: { conversation: string } & Cursor) => void
  /** Somebody is writing right now. */
  'person:typing': (news: { conversation: string; person: string }) => void
  /** Last numbers of open conversations, repeated now and then, so that a client sees what it missed. */
  'numbers:repeated': (news: { conversation: string; public: number; internal?: number }) => void
  /** Another one goes on in this one now, or no longer: open it again. */
  'conversation:merged': (news: { conversation: string }) => void
  /** The requester came or went. */
  'requester:presence': (news: { conversation: string; present: boolean }) => void
}
