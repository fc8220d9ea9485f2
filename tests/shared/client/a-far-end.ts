import { isPublic, type PublicEntry, type PublicTrace } from '../../../shared/entry.ts'
import { clockId } from '../../../shared/people.ts'
import type { Cursor, Left } from '../../../shared/protocol/conversation.ts'
import type { Act } from '../../../shared/protocol.ts'
import { refuse } from '../../../shared/refusal.ts'
import { evolveVisible, type Visible } from '../../../shared/visible.ts'
import { aLine } from './a-line.ts'

export const rita = '10000000-0000-4000-8000-000000000001'
export const ada = '20000000-0000-4000-8000-000000000002'
export const team = '30000000-0000-4000-8000-000000000003'

/** One conversation as a server would keep it for its requester, in memory. It announces what it is told to. */
export function aFarEnd({ pageSize = 50 } = {}) {
  let id = ''
  const entries: PublicEntry[] = []
  const cursors: Cursor[] = []
  const done = new Map<string, Left>()
  let isDeaf = false

  const write = (by: string, trace: PublicTrace, act?: string): PublicEntry => {
    const entry: PublicEntry = {
      ...trace,
      lane: 'public',
      seq: entries.length + 1,
      at: new Date().toISOString(),
      by,
      ...(act ? { act } : {}),
    }
    entries.push(entry)
    return entry
  }
  const state = (): Visible => {
    if (!entries[0]) refuse('not-found')
    return entries.slice(1).reduce(evolveVisible, evolveVisible(null, entries[0]))
  }
  const tell = (...news: PublicEntry[]) => {
    if (!isDeaf) line.announce('entries:added', { conversation: id, lane: 'public', entries: news })
  }

  function does(by: string, actId: string, act: Act): Left {
    const before = done.get(actId)
    if (before) return before
    const left = tracesOf(by, act).map((trace) => write(by, trace, actId))
    const answer = { left: left.map(({ lane, seq }) => ({ lane, seq })) }
    done.set(actId, answer)
    tell(...left)
    return answer
  }

  function tracesOf(by: string, act: Act): PublicTrace[] {
    if (act.kind === 'open') {
      const body = { name: 'Rita', email: null, subject: act.text }
      const channel = 'chat'
      return [
        { kind: 'opened', number: 12, team, topic: act.topic, channel, requester: by, verified: true, entrance: act.entrance, body },
        { kind: 'said', body: { text: act.text } },
      ]
    }
    if (act.kind === 'rate') return [{ kind: 'rated', stars: act.stars, body: { comment: act.comment } }]
    if (act.kind === 'reopen') return [{ kind: 'reopened' }, { kind: 'assigned', agent: ada, how: 'reopen', body: { name: 'Ada' } }]
    if (state().status === 'ended') refuse('already-ended')
    if (act.kind === 'say') return [{ kind: 'said', body: { text: act.text } }]
    if (act.kind === 'leave') return [{ kind: 'abandoned' }]
    if (act.kind === 'leave-message') return [{ kind: 'message-left', why: 'wish' }]
    return act.kind === 'end' ? [{ kind: 'ended', why: by === rita ? 'requester' : 'agent' }] : []
  }

  const line = aLine({
    'conversation:open': ({ conversation }) => {
      if (conversation !== id) refuse('not-found')
      const page = entries.slice(-pageSize)
      return { audience: 'requester', state: state(), cursors, place: null, entries: page, more: page.length < entries.length }
    },
    'conversation:page': ({ before }) => {
      const older = entries.filter(({ seq }) => seq < before)
      return { entries: older.slice(-pageSize), more: older.length > pageSize }
    },
    'conversation:catch-up': ({ public: after }) => {
      const missing = entries.filter(({ seq }) => seq > after)
      return { entries: missing.slice(0, pageSize), more: missing.length > pageSize }
    },
    'conversation:act': ({ conversation, id: actId, act }) => {
      if (act.kind === 'open') id = conversation
      return does(rita, actId, act)
    },
  })

  return {
    line,
    entries,
    texts: () => entries.filter(isPublic).flatMap((entry) => (entry.kind === 'said' && entry.body ? [entry.body.text] : [])),
    /** Rita's conversation is open already, and Ada is in it. */
    begins(conversation: string) {
      id = conversation
      does(rita, conversation, { kind: 'open', topic: null, text: 'My screen is black', entrance: 'line' })
      write(ada, { kind: 'assigned', agent: ada, how: 'offer', body: { name: 'Ada' } })
    },
    adaSays(text: string) {
      const entry = write(ada, { kind: 'said', body: { text } })
      tell(entry)
      return entry
    },
    /** What a list of her conversations holds. */
    mine: () => (entries.length > 0 ? [state()] : []),
    adaEnds: (at = new Date()) => tell(Object.assign(write(ada, { kind: 'ended', why: 'agent' }), { at: at.toISOString() })),
    adaTakesIt: () => tell(write(ada, { kind: 'assigned', agent: ada, how: 'take', body: { name: 'Ada' } })),
    adaResolves: (resolution: string) => tell(write(ada, { kind: 'resolved', code: 'solved', body: { resolution } })),
    adaPromises: (until: Date, text = '') =>
      tell(write(ada, { kind: 'promised', until: until.toISOString(), body: text ? { text } : null })),
    adaAsksFor: (consent: string) =>
      tell(write(ada, { kind: 'consent-asked', consent, wanted: { what: 'remote', name: 'Quick Assist', link: 'ms-quick-assist:' } })),
    asksWhetherSheIsThere: () => tell(write(clockId, { kind: 'nudged' })),
    /** What is written meanwhile is announced to nobody. */
    goesDeaf() {
      isDeaf = true
    },
    hearsAgain() {
      isDeaf = false
    },
    repeatsNumbers: () => line.announce('numbers:repeated', { conversation: id, public: entries.length }),
    tell,
  }
}
