import { noRemoteHelp, type Wanted } from '../../shared/consent.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import type { Helping, Who } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { refuse } from '../../shared/refusal.ts'
import { may } from './access.ts'
import type { DeskView } from './ports.ts'

type Doing<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>

/** Asks the requester to agree to something. Only in a chat that runs; a newer question takes the place of the one before. */
export function askConsent(conversation: Conversation, who: Who, act: Doing<'ask-consent'>, id: string | null, desk: DeskView): Trace[] {
  speakerIn(conversation, who)
  const before = conversation.consent
  if (before?.state === 'running') refuse('impossible-now')
  const over: Trace[] = before ? [{ kind: 'consent-ended', consent: before.id, body: null }] : []
  return [...over, { kind: 'consent-asked', consent: id ?? refuse('malformed'), wanted: wantedIn(act, desk) }]
}

/** As it is listed now: what is asked for is written down whole, whatever becomes of the list. */
function wantedIn({ wanted }: Doing<'ask-consent'>, { remote = noRemoteHelp }: DeskView): Wanted {
  if (wanted === 'diagnostics') return { what: 'diagnostics', probes: [...remote.probes] }
  const tool = remote.tools.find(({ name }) => name === wanted.tool) ?? refuse('not-found')
  return { what: 'remote', ...tool }
}

/** The requester agrees, and tells what he chose to tell; nothing that he was not asked for is taken. */
export function giveConsent(conversation: Conversation, who: Who, { consent: id, report }: Doing<'give-consent'>): Trace[] {
  const { wanted } = askedOf(conversation, who, id)
  const most = wanted.what === 'diagnostics' ? wanted.probes.length : -1
  const isAsked = (item: string) => most >= 0 && (!item.startsWith('probe-') || Number(item.slice('probe-'.length)) < most)
  if (!report.every(({ item }) => isAsked(item)) || new Set(report.map(({ item }) => item)).size < report.length) refuse('malformed')
  return [{ kind: 'consent-given', consent: id, body: report.length > 0 ? { report } : null }]
}

/** The requester does not agree, or no longer does: the tool that he let in is closed. Both stand on the ticket. */
export function refuseConsent(conversation: Conversation, who: Who, { consent: id }: Doing<'refuse-consent'>): Trace[] {
  const { wanted, state } = ofRequester(conversation, who, id)
  const no: Trace = state === 'running' ? { kind: 'consent-ended', consent: id, body: null } : { kind: 'consent-refused', consent: id }
  return wanted.what === 'remote' ? [no, { kind: 'tried', outcome: 'cannot', body: { what: wanted.name } }] : [no]
}

/** The agent takes his question back; or the tool is closed again, and this came of it. */
export function endConsent(conversation: Conversation, who: Who, { consent: id, outcome, result }: Doing<'end-consent'>): Trace[] {
  speakerIn(conversation, who)
  const { consent } = conversation
  if (consent?.id !== id) return []
  const ended: Trace = { kind: 'consent-ended', consent: id, body: result ? { result } : null }
  if (consent.state === 'asked' || consent.wanted.what === 'diagnostics') return [ended]
  if (!outcome) refuse('malformed')
  const what = [consent.wanted.name, result].filter(Boolean).join(': ').slice(0, 160)
  return [ended, { kind: 'tried', outcome, body: { what } }]
}

/** With the contact it is over as well: a tool that is still open then is a step, too. */
export function consentOver({ consent }: Conversation): Trace[] {
  if (!consent) return []
  const { id, state, wanted } = consent
  const over: Trace = { kind: 'consent-ended', consent: id, body: null }
  const isOpen = state === 'running' && wanted.what === 'remote'
  return isOpen ? [over, { kind: 'tried', outcome: 'done', body: { what: wanted.name } }] : [over]
}

function askedOf(conversation: Conversation, who: Who, id: string) {
  const consent = ofRequester(conversation, who, id)
  return consent.state === 'asked' ? consent : refuse('impossible-now')
}

function ofRequester({ consent, requester }: Conversation, who: Who, id: string) {
  if (who.kind !== 'requester' || who.id !== requester) refuse('not-allowed')
  return consent?.id === id ? consent : refuse('impossible-now')
}

function speakerIn(conversation: Conversation, who: Who): Helping {
  if (who.kind !== 'agent') refuse('not-allowed')
  if (conversation.status !== 'active' && conversation.status !== 'held') refuse('not-active')
  return may(who, 'speak', conversation) ? who : refuse('not-owner')
}
