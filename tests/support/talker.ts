import { randomUUID } from 'node:crypto'
import { agentFold, requesterFold } from '../../shared/client/lanes.ts'
import { createOutbox } from '../../shared/client/outbox.ts'
import type { Store } from '../../shared/client/storage.ts'
import { follow, type SnapshotOf } from '../../shared/client/sync.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Lane } from '../../shared/entry.ts'
import type { Visible } from '../../shared/visible.ts'
import type { History } from './history.ts'
import type { LineTo } from './line-to.ts'

export type Talker = ReturnType<typeof aTalker>

/** Somebody in a conversation, with the very outbox and the very timeline of our own pages, who writes down what he was told. */
export function aTalker(line: LineTo, conversation: string, history: History, store: Store = inMemory()) {
  const ending = new AbortController()
  const me = line.who.id
  const setup = { connection: line, conversation, stop: ending.signal, onSnapshot: () => {} }
  const sync =
    line.who.credentials.as === 'agent'
      ? follow<Conversation>({ ...setup, fold: agentFold, isMine: (one): one is SnapshotOf<Conversation> => one.audience === 'agent' })
      : follow<Visible>({ ...setup, fold: requesterFold, isMine: (one): one is SnapshotOf<Visible> => one.audience === 'requester' })

  const ask = history.asksOf(line)
  const outbox = createOutbox({
    connection: { ask, state: line.state },
    store,
    conversation,
    me,
    arrived: async () => {},
    onSent: () => {},
  })

  return {
    /** Writes, and does not let go of it until the desk has answered. */
    say: (text: string) => outbox.put({ kind: 'say', text }),
    /** Writes down what agents alone see, in the same way. */
    note: (text: string) => outbox.put({ kind: 'note', text }),
    /** Says it once; whatever comes of it. */
    blurt: (text: string) =>
      ask('conversation:act', { conversation, id: randomUUID(), act: { kind: 'say', text } }).then(
        () => undefined,
        () => undefined,
      ),
    /** How much of what he wrote has neither arrived nor been refused. */
    unsent: () => outbox.unsent.peek().filter(({ refused }) => !refused).length,
    /** What he sees of a lane, in order. */
    list: (of: Lane = 'public') =>
      (sync.lanes.peek()?.entries ?? []).filter(({ lane }) => lane === of).map(({ seq, act, kind }) => ({ seq, act, kind })),
    /** Where the conversation stands, as he sees it. */
    state: () => sync.lanes.peek()?.state ?? null,
    older: () => sync.older(),
    more: () => sync.more.peek(),
    stop() {
      ending.abort()
      outbox.dispose()
    },
  }
}

/** What a browser keeps for its page, without a browser. */
export function inMemory(): Store {
  const kept = new Map<string, string>()
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
    onChange: () => () => {},
  }
}
