import { render } from '@testing-library/preact'
import { AccountModel } from '../../console/models/account.ts'
import { beginSession, type Session } from '../../console/models/session.ts'
import { route, routeOf } from '../../console/router.ts'
import { Desk } from '../../console/screens/Desk.tsx'
import { fetchScreens } from '../../console/screens/later.ts'
import { createStore } from '../../shared/client/storage.ts'
import { type Conversation, evolve } from '../../shared/conversation.ts'
import type { Entry, Trace } from '../../shared/entry.ts'
import { laneOf } from '../../shared/entry.ts'
import type { AgentSnapshot } from '../../shared/protocol/conversation.ts'
import type { DeskLook, Summary } from '../../shared/protocol/line.ts'
import { until } from '../shared/client/a-line.ts'
import { aDeskLine, ada, ago, aLook } from './a-desk.ts'
import './late-parts.ts'

// jsdom draws dialogs and does not open them.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
}

// jsdom fetches nothing: what files may be like is not known then.
globalThis.fetch ??= () => Promise.reject(new TypeError('Failed to fetch'))

// Nor does it lay anything out, so there is nothing to scroll to.
Element.prototype.scrollIntoView = () => undefined

/** The timeline of a conversation: opened by its requester, then what the test says. */
export function aTimeline(summary: Summary, ...more: [by: string, trace: Trace][]): Entry[] {
  const { number, team, topic, requester, id, subject } = summary
  const body = { name: requester.name, email: 'rita@example.com', subject }
  const opened = { kind: 'opened', number, team, topic, channel: 'chat', requester: requester.id, verified: requester.verified } as const
  const traces: [string, Trace][] = [
    [requester.id, { ...opened, entrance: 'line', body }],
    [requester.id, { kind: 'said', body: { text: subject } }],
    ...more,
  ]
  const last = { public: 0, internal: 0 }
  return traces.map(([by, trace], place) => {
    const lane = laneOf(trace)
    last[lane] += 1
    const stamp = { seq: last[lane], at: ago(60 - place), by, lane, ...(place === 0 ? { act: id } : {}) }
    return { ...trace, ...stamp, ...(lane === 'internal' ? { after: last.public } : {}) } as Entry
  })
}

/** A conversation as the server hands it to an agent. */
export function snapshotOf(summary: Summary, entries: Entry[]): AgentSnapshot {
  const state = entries.reduce<Conversation | null>(evolve, null)
  if (!state) throw new Error('A timeline begins with an opened entry')
  const requester = { ...summary.requester, email: 'rita@example.com', present: true }
  return { audience: 'agent', state, requester, names: [{ id: ada, name: 'Ada Abel' }], cursors: [], entries, more: false }
}

/** Ada has accepted it. */
export const accepted: [string, Trace] = [ada, { kind: 'assigned', agent: ada, how: 'offer', body: { name: 'Ada Abel' } }]

const sessions: Session[] = []

/** Ada's console, drawn, with the far end played by the test. */
export async function aConsole(look: Partial<DeskLook> = {}, timelines: Record<string, Entry[]> = {}, at = '#/chats') {
  const line = aDeskLine(look)
  const { mine, line: inLine, offers } = aLook(look)
  const known: Summary[] = [...mine, ...inLine, ...offers.map(({ conversation }) => conversation)]
  line.answering['conversation:open'] = ({ conversation }) => {
    const summary = known.find(({ id }) => id === conversation)
    if (!summary) throw new Error('The test does not know this conversation')
    return snapshotOf(summary, timelines[conversation] ?? aTimeline(summary, accepted))
  }
  route.value = routeOf(at)
  const { id, name, role, teams } = aLook(look).me
  const account = new AccountModel({ get: () => Promise.reject(new Error()), post: () => Promise.reject(new Error()) })
  const session = beginSession({
    me: { id, name, email: 'ada@example.com', role, teams },
    account,
    connection: line.connection,
    store: createStore(null),
  })
  sessions.push(session)
  await until(() => session.desk.board.value !== null)
  await fetchScreens()
  render(<Desk session={session} />)
  return { line, session, did: () => line.askedFor('conversation:act').map(({ act }) => act) }
}

/** Ends what the tests began. */
export function closeConsoles() {
  for (const session of sessions.splice(0)) session.dispose()
}
