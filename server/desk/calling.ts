import type { GuardRules } from '../../shared/guard.ts'
import type { Helping } from '../../shared/people.ts'
import type { KnownRequester } from '../../shared/protocol/call.ts'
import type { Heard } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Guides } from './administration.ts'
import type { CallAct } from './calls.ts'
import { type CountFound, maskedIn } from './guarding.ts'
import type { Change, Step } from './ports.ts'

type Caller = (CallAct & { kind: 'log-call' })['requester']

/** Those who asked before, and those who call for the first time. */
export interface Callers {
  /** By parts of a name or an address, or by a number. */
  find(words: string): Promise<KnownRequester[]>
  /** Whose number this is, a few at most. */
  byPhone(number: string): Promise<KnownRequester[]>
  /** Somebody who is known; a number that was not known of him is kept, besides the one that is shown. */
  known(id: string, phone: string | null): Promise<Caller | null>
  /** Somebody new. The same again is the same person; null where the id belongs to somebody else. */
  newcomer(person: { id: string; name: string; email: string | null; phone: string | null }): Promise<Caller | null>
}

export interface CallingPorts {
  callers: Callers
  guides: Pick<Guides, 'edition'>
  conversations: { change(step: Step): Promise<Change> }
  guard: { rules(): GuardRules; count: CountFound }
}

export type Calling = ReturnType<typeof createCalling>

/** Writes calls down: knows the person first, and lays masks over what is secret. */
export const createCalling = ({ callers, guides, conversations, guard }: CallingPorts) => ({
  find: callers.find,

  async log(agent: Helping, wanted: Heard<'call:log'>): Promise<{ number: number }> {
    const { conversation, who, guide, ...written } = wanted
    const content = guide && (await guides.edition(guide.guide, guide.edition))
    const requester = 'known' in who ? await callers.known(who.known, who.phone ?? null) : await callers.newcomer(who)
    const { safe, kinds } = maskedIn(written, guard.rules())
    const act: CallAct = {
      kind: 'log-call',
      ...safe,
      requester: requester ?? refuse('not-found'),
      guide: guide && content ? { ...guide, content } : null,
    }
    const { conversation: logged } = await conversations.change({ conversation, who: agent, act, id: conversation })
    if (kinds.length > 0) guard.count('masked', kinds)
    return { number: logged.number }
  },

  async undo(agent: Helping, conversation: string, id: string): Promise<void> {
    await conversations.change({ conversation, who: agent, act: { kind: 'undo-call' }, id })
  },
})
