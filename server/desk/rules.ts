import { type Conversation, moves } from '../../shared/conversation.ts'
import type { Entry } from '../../shared/entry.ts'
import type { DeskSettings } from '../../shared/queue.ts'
import { refuse } from '../../shared/refusal.ts'
import { ticketMoves } from '../../shared/ticket.ts'
import { dueAt, wouldLog } from './clock-acts.ts'
import { decide } from './decide.ts'
import { linesThatMatter } from './line/crowding.ts'
import { mayWeighAnew } from './line/weighing.ts'
import type { Rules, Settled, Step } from './ports.ts'
import { shownTargets } from './tickets/target-terms.ts'

/** The rules of the desk, as the memory needs them to keep a step. */
export const rules: Rules = {
  decide,
  agentsTouched,
  requesterTouched,
  linesCounted,
  checkMove,
  wantsDigest,
  dueAt,
  targetsOf: shownTargets,
  outgoing,
}

/** Whose load a step may change. Talking changes nobody's, and so locks nobody, unless whose turn it is weighs differently. */
function agentsTouched(conversation: Conversation | null, { who, act }: Step, { routing }: Settled): string[] {
  switch (act.kind) {
    case 'send-article':
    case 'answer-article':
    case 'start-guide':
    case 'skip-step':
    case 'step-back':
    case 'be-stuck':
    case 'add-step':
    case 'stop-guide':
    case 'say':
    case 'hold':
    case 'resume':
    case 'await':
      return conversation?.agent && mayWeighAnew(conversation, { who, act }, routing(conversation.team).weights) ? [conversation.agent] : []
    // Where the last step solves it, it rings for nobody any more.
    case 'answer-step':
    case 'join-incident':
    case 'merge':
    case 'bring-news':
      return [conversation?.agent, conversation?.offer?.agent].filter((id) => typeof id === 'string')
    case 'open':
    case 'ask-consent':
    case 'give-consent':
    case 'refuse-consent':
    case 'end-consent':
    case 'log-call':
    case 'undo-call':
    case 'log-step':
    case 'unlog-step':
    case 'note':
    case 'whisper':
    case 'ask-advice':
    case 'advise':
    case 'take-work':
    case 'release-work':
    case 'return-work':
    case 'recall-work':
    case 'promise':
    case 'keep-promise':
    case 'withdraw-promise':
    case 'rate':
    case 'classify':
    case 'keep-for':
    case 'join':
    case 'step-out':
    case 'leave-incident':
    case 'link':
    case 'unlink':
    case 'unmerge':
    case 'absent':
    case 'present':
      return []
    default: {
      const named = 'agent' in act ? act.agent : act.kind === 'transfer' && 'agent' in act.to ? act.to.agent : null
      const actor = who.kind === 'agent' ? who.id : null
      const owners = [
        conversation?.agent,
        conversation?.offer?.agent,
        act.kind === 'reopen' ? conversation?.ticket.communicationOwner : null,
      ]
      return [named, actor, ...owners].filter((id) => typeof id === 'string')
    }
  }
}

function requesterTouched(conversation: Conversation | null, { who, act }: Step): string | null {
  if (act.kind === 'open') return who.id
  return act.kind === 'reopen' || act.kind === 'take' || act.kind === 'ask-person' ? (conversation?.requester ?? null) : null
}

/** Only lines that may be full are counted: whoever counts one keeps others from joining it until he is through. */
function linesCounted(conversation: Conversation | null, { act }: Step, settled: Settled): string[] {
  const team = teamAsked(conversation, act, settled)
  return team ? linesThatMatter(team, settled) : []
}

function teamAsked(conversation: Conversation | null, act: Step['act'], settled: Settled) {
  if (act.kind === 'open' && act.entrance === 'line') return act.topic === null ? settled.teams[0]?.id : settled.topic(act.topic)?.team
  if (act.kind === 'reopen' || act.kind === 'ask-person' || (act.kind === 'tick' && conversation?.status === 'waiting'))
    return conversation?.team
  return undefined
}

function checkMove(before: Conversation | null, after: Conversation) {
  if (!before) return
  const isLegal = before.status === after.status || moves[before.status].includes(after.status)
  const [from, to] = [before.ticket.status, after.ticket.status]
  if (!isLegal || !(from === to || ticketMoves[from].includes(to))) refuse('impossible-now')
}

function wantsDigest(conversation: Conversation | null, { act }: Step, now: Date, settings: DeskSettings) {
  return act.kind === 'tick' && conversation !== null && wouldLog(conversation, now, settings)
}

/** A logged record is told to the systems outside. The payload names it; its content is read when it is sent. */
function outgoing(conversation: Conversation, entries: Entry[]) {
  return entries.flatMap((entry) =>
    entry.kind === 'logged'
      ? [{ kind: 'ticket.logged', payload: { number: conversation.number, upTo: entry.upTo, sha256: entry.sha256, at: entry.at } }]
      : [],
  )
}
